package hanji.web;

import hanji.qa.Fix;

/// A fix as a button says it, and as the page's script applies it to a field.
///
/// @param kind `CHANGE`, `INSERT`, `TAKE_OUT`
/// @param shown what comes in, or what goes, shortened
/// @param start where, in UTF-16 code units as the browser counts
/// @param replacement what comes in, whole
record FixView(String kind, String shown, int start, int end, String replacement) {

    /// A button with more is read as a paragraph.
    private static final int LONGEST = 48;

    static FixView of(Fix fix, String target) {
        String told = fix.kind() == Fix.Kind.TAKE_OUT ? fix.span().of(target) : fix.replacement();
        return new FixView(
                fix.kind().name(),
                brief(told.strip()),
                fix.span().start(),
                fix.span().end(),
                fix.replacement());
    }

    private static String brief(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
