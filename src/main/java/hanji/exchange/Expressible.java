package hanji.exchange;

/// What XML and the library that writes it can hold.
final class Expressible {

    /// Okapi keeps inline codes as these; a text that has them would be read as one with codes.
    private static final char FIRST_CODE = '\uE101';

    private static final char LAST_CODE = '\uE106';

    private Expressible() {}

    /// Whether a text comes back as it went out.
    static boolean is(String text) {
        return text.codePoints().allMatch(Expressible::character);
    }

    /// The same with U+FFFD for what cannot be said; for notes and names.
    static String of(String text) {
        StringBuilder said = new StringBuilder(text.length());
        text.codePoints().forEach(c -> said.appendCodePoint(character(c) ? c : 0xFFFD));
        return said.toString();
    }

    /// Characters of XML 1.0 without the carriage return, which a reader of XML turns into a line
    /// feed.
    private static boolean character(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= ' '
                        && !(c >= 0xD800 && c <= 0xDFFF)
                        && !(c >= FIRST_CODE && c <= LAST_CODE)
                        && c != 0xFFFE
                        && c != 0xFFFF);
    }
}
