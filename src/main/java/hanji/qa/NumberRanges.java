package hanji.qa;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// In `2~3만` and `70–90 million` the magnitude stands once and counts twice.
final class NumberRanges {

    private static final Set<String> MARKS =
            Set.of("-", "–", "—", "~", "〜", "～", "∼", "to", "bis", "至", "到", "から", "에서", "-bis");

    private NumberRanges() {}

    static List<Quantity> share(String text, List<Quantity> found) {
        List<Quantity> shared = new ArrayList<>(found);
        for (int i = 0; i + 1 < shared.size(); i++) {
            Quantity low = shared.get(i);
            Quantity high = shared.get(i + 1);
            int gap = high.span().start() - low.span().end();
            boolean once =
                    low.scale().compareTo(BigDecimal.ONE) == 0
                            && high.scale().compareTo(BigDecimal.ONE) > 0;
            if (once && gap > 0 && gap < 8) {
                String between = text.substring(low.span().end(), high.span().start()).strip();
                if (MARKS.contains(between)) {
                    shared.set(i, low.or(low.value().multiply(high.scale()), true));
                }
            }
        }
        return List.copyOf(shared);
    }
}
