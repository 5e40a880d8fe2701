package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Language;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parts of a whole: `1/64`, `64分の1`, `四分之一`, `3분의 1`. They may mean the share, its percentage, or
/// what is divided by: "64 times less" and "1/64" say the same.
final class Shares {

    private Shares() {}

    /// @param first where the number stands that was read already
    static @Nullable Quantity read(String text, Language language, Span first, BigDecimal value) {
        int end = first.end();
        if (text.startsWith("/", end)) {
            return value.compareTo(BigDecimal.ONE) == 0 && digitAt(text, end + 1)
                    ? share(first, BigDecimal.ONE, Digits.read(text, end + 1, language))
                    : null;
        }
        int over = over(text, end);
        if (over < 0 || !(digitAt(text, over) || text.startsWith("一", over))) {
            return null;
        }
        Digits above =
                digitAt(text, over)
                        ? Digits.read(text, over, language)
                        : new Digits(BigDecimal.ONE, over + 1);
        BigDecimal part = above.value();
        boolean percent = text.startsWith("%", above.end());
        return part != null && !percent && part.compareTo(value) < 0
                ? share(first, part, new Digits(value, above.end()))
                : null;
    }

    private static int over(String text, int end) {
        boolean mark =
                text.startsWith("分の", end)
                        || text.startsWith("分之", end)
                        || text.startsWith("분의", end);
        return !mark ? -1 : text.startsWith(" ", end + 2) ? end + 3 : end + 2;
    }

    private static @Nullable Quantity share(Span first, BigDecimal above, Digits below) {
        BigDecimal divisor = below.value();
        if (divisor == null || divisor.signum() == 0) {
            return null;
        }
        BigDecimal share = above.divide(divisor, MathContext.DECIMAL32);
        return new Quantity(
                List.of(divisor, share, share.scaleByPowerOfTen(2)),
                BigDecimal.ONE,
                Weight.HARD,
                new Span(first.start(), below.end()));
    }

    private static boolean digitAt(String text, int at) {
        return at < text.length() && Scripts.digit(text.charAt(at));
    }
}
