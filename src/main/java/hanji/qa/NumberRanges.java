package hanji.qa;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// In `2~3만`, `70–90 million` and `1, 2 and 3 million` the magnitude stands once and counts twice.
final class NumberRanges {

    private static final Set<String> MARKS =
            Set.of(
                    "-", "–", "—", "~", "〜", "～", "∼", "to", "bis", "至", "到", "から", "에서", "-bis",
                    "and", "und", "or", "oder");

    /// After these the number may as well stand for itself: "2 and 3 million".
    private static final Set<String> LISTS = Set.of("and", "und", "or", "oder");

    private NumberRanges() {}

    static List<Quantity> share(String text, List<Quantity> found) {
        List<Quantity> shared = found;
        BigDecimal scale = BigDecimal.ONE;
        boolean list = false;
        for (int i = found.size() - 2; i >= 0; i--) {
            Quantity low = found.get(i);
            Quantity high = found.get(i + 1);
            scale = list ? scale : high.scale();
            list = false;
            int gap = high.span().start() - low.span().end();
            boolean once =
                    scale.compareTo(BigDecimal.ONE) > 0
                            && low.scale().compareTo(BigDecimal.ONE) == 0;
            if (once && gap > 0 && gap < 8) {
                String between = text.substring(low.span().end(), high.span().start()).strip();
                boolean comma = high.scale().compareTo(scale) != 0 && between.equals(",");
                if (comma || MARKS.contains(between)) {
                    shared = shared == found ? new ArrayList<>(found) : shared;
                    list = comma || LISTS.contains(between);
                    shared.set(i, low.or(low.value().multiply(scale), !list));
                }
            }
        }
        return shared;
    }
}
