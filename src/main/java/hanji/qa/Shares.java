package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Language;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parts of a whole: `1/64`, `2/3`, `64分の1`, `四分之三`, `3분의 1`, two thirds. They mean the share or
/// its percentage; a single part may also mean what is divided by: "64 times less" and "1/64" say
/// the same.
final class Shares {

    /// `3/4` is a share, `Llama 2/3`, `1/2/3`, `12/25` and `5/3` are none.
    private static final int LARGEST_OVER_ONE = 10;

    private Shares() {}

    /// @param first where the number stands that was read already
    static @Nullable Quantity read(String text, Language language, Span first, BigDecimal value) {
        int end = first.end();
        if (end >= text.length()) {
            return null;
        }
        if (text.charAt(end) == '/') {
            return slash(text, language, first, value);
        }
        int over = over(text, end);
        int numeral = over < 0 || over >= text.length() ? -1 : numeral(text.charAt(over));
        if (over < 0 || !(digitAt(text, over) || numeral > 0)) {
            return null;
        }
        Digits above =
                digitAt(text, over)
                        ? Digits.read(text, over, language)
                        : new Digits(BigDecimal.valueOf(numeral), over + 1);
        BigDecimal part = above.value();
        boolean percent = text.startsWith("%", above.end());
        return part != null && !percent && part.compareTo(value) < 0
                ? share(first.start(), above.end(), part, value, Weight.HARD)
                : null;
    }

    /// @param parts how many of them; must be below `whole`
    static @Nullable Quantity share(
            int start, int end, BigDecimal parts, @Nullable BigDecimal whole, Weight weight) {
        if (whole == null || whole.signum() == 0) {
            return null;
        }
        BigDecimal share = parts.divide(whole, MathContext.DECIMAL32);
        BigDecimal percent = share.scaleByPowerOfTen(2);
        boolean single = parts.compareTo(BigDecimal.ONE) == 0;
        return new Quantity(
                single ? List.of(whole, share, percent) : List.of(share, percent),
                BigDecimal.ONE,
                weight,
                new Span(start, end));
    }

    private static @Nullable Quantity slash(
            String text, Language language, Span first, BigDecimal value) {
        int end = first.end();
        boolean chain = first.start() > 0 && text.charAt(first.start() - 1) == '/';
        if (chain || !digitAt(text, end + 1)) {
            return null;
        }
        Digits below = Digits.read(text, end + 1, language);
        BigDecimal whole = below.value();
        if (whole == null || text.startsWith("/", below.end())) {
            return null;
        }
        boolean single = value.compareTo(BigDecimal.ONE) == 0;
        boolean plain =
                value.signum() > 0
                        && value.compareTo(whole) < 0
                        && whole.compareTo(BigDecimal.valueOf(LARGEST_OVER_ONE)) <= 0
                        && !afterName(text, first.start())
                        && !letterAt(text, below.end());
        return single || plain
                ? share(first.start(), below.end(), value, whole, Weight.HARD)
                : null;
    }

    private static boolean afterName(String text, int start) {
        int at = start - 1;
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at >= 0 && start - at < 4 && Scripts.latin(text.charAt(at)) && nameBefore(text, at);
    }

    /// Whether the word that ends here has a capital.
    private static boolean nameBefore(String text, int at) {
        for (int i = at; i >= 0 && at - i < 20 && Scripts.latin(text.charAt(i)); i--) {
            if (Character.isUpperCase(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int over(String text, int end) {
        boolean mark =
                text.startsWith("分の", end)
                        || text.startsWith("分之", end)
                        || text.startsWith("분의", end);
        return !mark ? -1 : text.startsWith(" ", end + 2) ? end + 3 : end + 2;
    }

    private static int numeral(char c) {
        return Math.max(" 一二三四五六七八九".indexOf(c), " 일이삼사오육칠팔구".indexOf(c));
    }

    private static boolean digitAt(String text, int at) {
        return at < text.length() && Scripts.digit(text.charAt(at));
    }

    private static boolean letterAt(String text, int at) {
        return at < text.length() && Scripts.latin(text.charAt(at));
    }
}
