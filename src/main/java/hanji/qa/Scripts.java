package hanji.qa;

import java.util.function.IntPredicate;

/// What a character is written in, as far as the checks care.
final class Scripts {

    private Scripts() {}

    static boolean hangul(int c) {
        return c >= 0xAC00 && c <= 0xD7A3
                || c >= 0x1100 && c <= 0x11FF
                || c >= 0x3131 && c <= 0x318E
                || c >= 0xA960 && c <= 0xA97F
                || c >= 0xD7B0 && c <= 0xD7FF;
    }

    static boolean kana(int c) {
        return c >= 0x3041 && c <= 0x30FF && c != 0x30FB || c >= 0xFF66 && c <= 0xFF9F;
    }

    static boolean katakana(int c) {
        return c >= 0x30A1 && c <= 0x30FF && c != 0x30FB;
    }

    static boolean han(int c) {
        return Character.isIdeographic(c);
    }

    static boolean latin(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= 0xC0 && c <= 0x24F && Character.isLetter(c);
    }

    static boolean digit(int c) {
        return c >= '0' && c <= '9' || c >= '０' && c <= '９';
    }

    static long count(String text, IntPredicate kind) {
        return text.codePoints().filter(kind).count();
    }
}
