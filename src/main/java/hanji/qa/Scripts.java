package hanji.qa;

import java.util.List;
import java.util.function.IntPredicate;

/// What a character is written in, as far as the checks care.
final class Scripts {

    private static final int FIRST_HAN = 0x3006;

    private Scripts() {}

    static boolean hangul(int c) {
        return in(c, 0xAC00, 0xD7A3)
                || in(c, 0x1100, 0x11FF)
                || in(c, 0x3131, 0x318E)
                || in(c, 0xA960, 0xA97F)
                || in(c, 0xD7B0, 0xD7FF);
    }

    static boolean kana(int c) {
        return in(c, 0x3041, 0x30FA) || in(c, 0x30FC, 0x30FF) || in(c, 0xFF66, 0xFF9F);
    }

    static boolean katakana(int c) {
        return in(c, 0x30A1, 0x30FA) || in(c, 0x30FC, 0x30FF);
    }

    static boolean han(int c) {
        return c >= FIRST_HAN && Character.isIdeographic(c);
    }

    static boolean latin(int c) {
        return in(c, 'a', 'z') || in(c, 'A', 'Z') || (in(c, 0xC0, 0x24F) && Character.isLetter(c));
    }

    static boolean digit(int c) {
        return in(c, '0', '9') || in(c, '０', '９');
    }

    private static boolean in(int c, int first, int last) {
        return first <= c && c <= last;
    }

    static long count(String text, IntPredicate kind) {
        long count = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            count += kind.test(c) ? 1 : 0;
            at += Character.charCount(c);
        }
        return count;
    }

    /// Whether any of the words stands in the text.
    static boolean holdsAny(String text, List<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
