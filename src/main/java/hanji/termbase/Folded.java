package hanji.termbase;

import hanji.segment.Language;
import hanji.segment.Span;
import java.util.Arrays;

/// A text as terms are compared: lower case, full-width forms narrowed, blanks, hyphens and middle
/// dots left out, and what a language writes this way or that. Each character remembers where it
/// stood, and whether something was left out before it.
final class Folded {

    private final char[] chars;
    private final int[] starts;
    private final boolean[] gaps;
    private final int length;

    private Folded(char[] chars, int[] starts, boolean[] gaps, int length) {
        this.chars = chars;
        this.starts = starts;
        this.gaps = gaps;
        this.length = length;
    }

    static Folded of(String text, Language language) {
        char[] chars = new char[text.length()];
        int[] starts = new int[text.length()];
        boolean[] gaps = new boolean[text.length() + 1];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (joins(c)) {
                gaps[length] = true;
            } else if (!(language == Language.JA && c == 'ー')) {
                // コンピューター and コンピュータ are one word
                chars[length] = fold(c, language);
                starts[length++] = i;
            }
        }
        return new Folded(chars, starts, gaps, length);
    }

    /// What may stand between the parts of one term.
    static boolean joins(char c) {
        return switch (c) {
            case ' ', '\t', '\u00A0', '\u202F', '-', '‐', '‑', '–', '·', '・', '･' -> true;
            default -> false;
        };
    }

    private static char fold(char c, Language language) {
        char narrow = c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c;
        char lower = Character.toLowerCase(narrow);
        if (language != Language.DE) {
            return lower;
        }
        // plurals: Wortschatz, Wortschätze
        return switch (lower) {
            case 'ä' -> 'a';
            case 'ö' -> 'o';
            case 'ü' -> 'u';
            default -> lower;
        };
    }

    int length() {
        return length;
    }

    char at(int index) {
        return chars[index];
    }

    /// Whether something was left out before the character.
    boolean gap(int index) {
        return gaps[index];
    }

    /// Where in the text the characters stand.
    Span span(int from, int to) {
        return new Span(starts[from], starts[to - 1] + 1);
    }

    int start(int index) {
        return starts[index];
    }

    /// Whether the text has a blank or a hyphen in it only where the term has one, or where it
    /// leaves no crumbs: 미세 조정 is 미세조정, but 이 미지 is not 이미지.
    boolean dividedLike(int from, Folded term) {
        int piece = 0;
        boolean strange = false;
        for (int i = 0; i <= term.length; i++) {
            boolean end = i == term.length;
            if (end || i > 0 && gaps[from + i]) {
                boolean here = !end && !term.gaps[i];
                if ((strange || here) && i - piece < 2) {
                    return false;
                }
                strange = here;
                piece = i;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return new String(Arrays.copyOf(chars, length));
    }
}
