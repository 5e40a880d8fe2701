package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Language;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Magnitudes without a number before them: 수천 개, 数百万, 何千, 上百, 成千上万. They have the value of their
/// magnitude, so that 수천 equals "thousands" and differs from "millions".
final class VagueNumbers {

    private VagueNumbers() {}

    /// 수 is also a noun (샘플 수만), so what follows must be counted unless it begins with 십, 백 or 천.
    static @Nullable Quantity korean(String text, int at) {
        int start = text.startsWith(" ", at + 1) ? at + 2 : at + 1;
        int small = power("십백천", text, start) + 1;
        int next = small > 0 ? start + 1 : start;
        int large =
                next < text.length() ? EastAsianNumber.power(text.charAt(next), Language.KO) : 0;
        int end = large > 0 ? next + 1 : next;
        boolean plain = small > 0 && start == at + 1;
        if (end == start || !(plain || KoreanCounters.wordAt(text, end))) {
            return null;
        }
        return quantity(small + large, at, end);
    }

    /// Japanese and Chinese; `at` is at the 数, 何, 几 or 上 or at the first of `成千上万`.
    static @Nullable Quantity han(String text, int at, Language language) {
        if (text.startsWith("成千上万", at) || text.startsWith("成百上千", at)) {
            int low = text.charAt(at + 1) == '千' ? 3 : 2;
            return new Quantity(
                    List.of(BigDecimal.TEN.pow(low + 1), BigDecimal.TEN.pow(low)),
                    BigDecimal.ONE,
                    Weight.WORD,
                    new Span(at, at + 4));
        }
        int start = text.startsWith("以", at + 1) ? at + 2 : at + 1;
        if (text.startsWith("百分", start) || text.startsWith("十分", start)) {
            return null;
        }
        int small = power("十百千", text, start) + 1;
        int end = small > 0 ? start + 1 : start;
        int large = 0;
        while (end < text.length()
                && end - start < 4
                && EastAsianNumber.power(text.charAt(end), language) > 0) {
            large += EastAsianNumber.power(text.charAt(end), language);
            end++;
        }
        return end == start ? null : quantity(small + large, at, end);
    }

    private static int power(String magnitudes, String text, int at) {
        return at < text.length() ? magnitudes.indexOf(text.charAt(at)) : -1;
    }

    private static Quantity quantity(int power, int start, int end) {
        return Quantity.of(BigDecimal.TEN.pow(power), Weight.WORD, start, end);
    }
}
