package hanji.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A character that nobody sees where it stands: a control, a bidirectional mark, something of no
/// width, a tag. What writing systems and emoji need of them is no such character: the joiner of
/// two emoji, a flag's tags, one variation selector behind what it varies.
///
/// @param span of its one or two chars
public record Unseen(Span span, int codePoint) {

    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int CANCEL_TAG = 0xE007F;

    /// "gbeng" and its kind: a country's two letters and a subdivision's, as Unicode's TR 51 has
    /// it.
    private static final int LONGEST_FLAG = 6;

    /// All of a text, in their order. Linear in its length.
    public static List<Unseen> in(String text) {
        List<Unseen> found = new ArrayList<>();
        int before = -1;
        int emoji = -1;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            int end = at + Character.charCount(c);
            if (c == BLACK_FLAG) {
                end = flagEnd(text, end);
            } else if (unseen(c) && !(joiner(c) && joins(text, end, emoji)) && !varies(c, before)) {
                found.add(new Unseen(new Span(at, end), c));
            }
            before = c;
            emoji = Character.isEmojiModifier(c) || selector(c) ? emoji : c;
            at = end;
        }
        return found;
    }

    /// Whether the character turns the direction of what follows it.
    public boolean turns() {
        return turns(codePoint);
    }

    static boolean turns(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /// As `U+202E`.
    public String label() {
        return "U+%04X".formatted(codePoint);
    }

    /// As `U+202E RIGHT-TO-LEFT OVERRIDE`.
    public String name() {
        return label() + " " + Objects.requireNonNullElse(Character.getName(codePoint), "");
    }

    private static boolean unseen(int c) {
        if (c < 0x7F) {
            return c < ' ' && c != '\n' && c != '\r' && c != '\t';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            // Arabic's and Kaithi's number signs and end of ayah are formats that have a shape
            case Character.FORMAT -> !(c >= 0x0600 && c <= 0x08E2 && !turns(c)) && c != 0x110BD;
            default -> selector(c) || blank(c);
        };
    }

    /// Fillers, blanks and the joiner of graphemes: letters and marks without a shape.
    private static boolean blank(int c) {
        return switch (c) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> c >= 0xE0000 && c <= 0xE0FFF;
        };
    }

    private static boolean selector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static boolean varies(int c, int before) {
        return selector(c)
                && before > ' '
                && !unseen(before)
                && (Character.isEmoji(before) || !Character.isWhitespace(before));
    }

    private static boolean joiner(int c) {
        return c == ZWJ || c == ZWNJ;
    }

    private static boolean joins(String text, int next, int before) {
        return before >= 0
                && next < text.length()
                && Character.isExtendedPictographic(before)
                && Character.isExtendedPictographic(text.codePointAt(next));
    }

    /// Where the tags behind a black flag end; where they begin, when they are no flag's.
    private static int flagEnd(String text, int start) {
        int at = start;
        for (int tags = 0; at < text.length() && tags <= LONGEST_FLAG; tags++) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == CANCEL_TAG) {
                return tags == 0 ? start : at;
            }
            boolean letter = c >= 0xE0061 && c <= 0xE007A;
            boolean digit = c >= 0xE0030 && c <= 0xE0039;
            if (!letter && !digit) {
                return start;
            }
        }
        return start;
    }
}
