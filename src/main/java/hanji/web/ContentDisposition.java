package hanji.web;

/// The header that names a download, whatever characters the name holds (RFC 6266, RFC 8187).
final class ContentDisposition {

    private ContentDisposition() {}

    static String attachment(String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(ascii, Percent.encoded(name));
    }
}
