package hanji.qa;

/// Text as messages show it.
final class Words {

    private static final int SHOWN = 60;

    private Words() {}

    static String shorten(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= SHOWN) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return line.substring(0, end) + "…";
    }
}
