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

    static Digits read(String text, int start, Language language) {
        char decimal = language == Language.DE ? ',' : '.';
        StringBuilder plain = new StringBuilder();
        int at = run(text, start, plain);
        boolean leadingZero = plain.charAt(0) == '0';
        while (!leadingZero && at - start <= LONGEST && thousands(text, at, language)) {
            at = run(text, at + 1, plain);
        }
        if (at + 1 < text.length()
                && isDecimal(text, at, decimal)
                && Scripts.digit(text.charAt(at + 1))) {
            plain.append('.');
            at = run(text, at + 1, plain);
        }
        boolean version =
                at + 1 < text.length()
                        && text.charAt(at) == '.'
                        && Scripts.digit(text.charAt(at + 1));
        if (version) {
            return new Digits(null, skipVersion(text, at));
        }
        return new Digits(plain.length() > LONGEST ? null : new BigDecimal(plain.toString()), at);
    }

    /// A German text keeps the point of a name's version (`Claude 3.5`); it is no thousands mark
    /// there.
    private static boolean isDecimal(String text, int at, char decimal) {
        char c = text.charAt(at);
        return c == decimal || c == '.' || c == '．';
    }

    private static boolean thousands(String text, int at, Language language) {
        if (at + 3 >= text.length() || !groupMark(text.charAt(at), language)) {
            return false;
        }
        for (int i = 1; i <= 3; i++) {
            if (!Scripts.digit(text.charAt(at + i))) {
                return false;
            }
        }
        return at + 4 >= text.length() || !Scripts.digit(text.charAt(at + 4));
    }

    private static boolean groupMark(char c, Language language) {
        return language == Language.DE
                ? c == '.' || c == '\u00A0' || c == '\u202F'
                : c == ',' || c == '，';
    }

    private static int run(String text, int at, StringBuilder plain) {
        while (at < text.length() && Scripts.digit(text.charAt(at))) {
            if (plain.length() <= LONGEST) {
                plain.append((char) ('0' + Character.digit(text.charAt(at), 10)));
            }
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
