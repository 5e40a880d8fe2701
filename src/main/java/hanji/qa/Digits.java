package hanji.qa;

import hanji.segment.Language;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Digits with their thousands marks and decimals, read by a language's custom.
///
/// @param value null for what is no number: versions (`3.5.1`), more than 30 digits
/// @param end where the digits end
record Digits(@Nullable BigDecimal value, int end) {

    /// Longer runs are identifiers; it also bounds the cost of arithmetic.
    private static final int LONGEST = 30;

    /// As many digits surely fit a `long`.
    private static final int IN_LONG = 18;

    static Digits read(String text, int start, Language language) {
        int at = run(text, start);
        boolean blank = language == Language.DE && at - start <= 3;
        boolean leadingZero = Character.digit(text.charAt(start), 10) == 0;
        while (!leadingZero && at - start <= LONGEST && thousands(text, at, language, blank)) {
            at = run(text, at + 1);
        }
        int whole = at;
        if (isDecimal(text, at, language) && digit(text, at + 1)) {
            at = run(text, at + 1);
        }
        if (at < text.length() && text.charAt(at) == '.' && digit(text, at + 1)) {
            return new Digits(null, skipVersion(text, at));
        }
        int decimals = Math.max(0, at - whole - 1);
        return new Digits(value(text, start, at, decimals), at);
    }

    private static @Nullable BigDecimal value(String text, int start, int end, int decimals) {
        int count = 0;
        long small = 0;
        for (int at = start; at < end && count <= LONGEST; at++) {
            if (Scripts.digit(text.charAt(at))) {
                count++;
                small = small * 10 + Character.digit(text.charAt(at), 10);
            }
        }
        if (count <= IN_LONG) {
            return BigDecimal.valueOf(small, decimals);
        }
        return count > LONGEST ? null : large(text, start, end).movePointLeft(decimals);
    }

    private static BigDecimal large(String text, int start, int end) {
        StringBuilder plain = new StringBuilder();
        for (int at = start; at < end; at++) {
            if (Scripts.digit(text.charAt(at))) {
                plain.append(Character.digit(text.charAt(at), 10));
            }
        }
        return new BigDecimal(plain.toString());
    }

    /// A German text keeps the point of a name's version (`Claude 3.5`); it is no thousands mark
    /// there.
    private static boolean isDecimal(String text, int at, Language language) {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return c == '.' || c == '．' || (c == ',' && language == Language.DE);
    }

    private static boolean thousands(String text, int at, Language language, boolean blank) {
        return at < text.length()
                && (groupMark(text.charAt(at), language) || (blank && text.charAt(at) == ' '))
                && digit(text, at + 1)
                && digit(text, at + 2)
                && digit(text, at + 3)
                && !digit(text, at + 4);
    }

    private static boolean groupMark(char c, Language language) {
        return language == Language.DE
                ? ".\u00A0\u202F\u2009'’".indexOf(c) >= 0
                : c == ',' || c == '，';
    }

    private static boolean digit(String text, int at) {
        return at < text.length() && Scripts.digit(text.charAt(at));
    }

    private static int run(String text, int at) {
        while (digit(text, at)) {
            at++;
        }
        return at;
    }

    private static int skipVersion(String text, int at) {
        while (at < text.length() && (Scripts.digit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return at;
    }
}
