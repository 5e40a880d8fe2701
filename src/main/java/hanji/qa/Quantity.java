package hanji.qa;

import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A number that a text states.
///
/// @param readings the values it may mean, likeliest first; compared as values, so 2.50 equals 2.5
/// @param scale the magnitude that was written with it (1,000,000 in "2.5 million"), else 1
record Quantity(List<BigDecimal> readings, BigDecimal scale, Weight weight, Span span) {

    /// How much it says that a number stands on one side alone.
    enum Weight {
        /// written with digits: may neither vanish nor appear
        HARD,
        /// a number word: must not vanish or change; may appear, because languages differ in idiom
        WORD,
        /// "one", "first", "half", "both": satisfies a number on the other side, asks for nothing
        SOFT
    }

    BigDecimal value() {
        return readings.getFirst();
    }

    boolean equalTo(Quantity other) {
        return readings.stream()
                .anyMatch(a -> other.readings.stream().anyMatch(b -> a.compareTo(b) == 0));
    }

    Quantity or(BigDecimal reading, boolean first) {
        List<BigDecimal> more = new ArrayList<>(readings);
        more.add(first ? 0 : more.size(), reading);
        return new Quantity(List.copyOf(more), scale, weight, span);
    }
}
