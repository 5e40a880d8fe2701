package hanji.segment;

import java.util.regex.Pattern;

/// The label that many bullets begin with: `**What's New**: …`, later `***What's New***: …`. It
/// belongs to the segment, but is protected: a translation keeps it, checks leave it out.
public final class Label {

    /// Real labels have at most 39 characters; a bold sentence before a colon is text, not a label.
    private static final int MAX_LENGTH = 80;

    // The colon also inside the asterisks and in its full-width form. Inner length is bounded,
    // asterisks excluded.
    private static final Pattern LABEL =
            Pattern.compile(
                    "(\\*{2,3})(?![\\s*])[^*\\n]{1,"
                            + MAX_LENGTH
                            + "}?(?:(?<!\\s)\\1[:\uFF1A]|[:\uFF1A]\\1) *");

    private Label() {}

    /// The label at the start of a text with the spaces after it; of length 0 where there is none.
    public static Span of(String text) {
        if (!text.startsWith("**")) {
            return new Span(0, 0);
        }
        var matcher = LABEL.matcher(text);
        return new Span(0, matcher.lookingAt() ? matcher.end() : 0);
    }
}
