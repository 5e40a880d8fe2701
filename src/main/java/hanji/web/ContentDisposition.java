package hanji.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The header that names a download, whatever characters the name holds (RFC 6266, RFC 8187).
final class ContentDisposition {

    private ContentDisposition() {}

    static String attachment(String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
    }
}
