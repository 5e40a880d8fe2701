package hanji.qa;

import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A number that a text states.
///
/// @param readings the values it may mean, likeliest first; without trailing zeros, so that 2.50
///   equals 2.5
/// @param scale the magnitude that was written with it (1,000,000 in "2.5 million"), else 1
record Quantity(List<BigDecimal> readings, BigDecimal scale, Weight weight, Span span) {

    /// How much it says that a number stands on one side alone.
    enum Weight {
        /// written with digits: may neither vanish nor appear
        HARD,
        /// a number word: must not vanish or change; may appear, because languages differ in idiom
        WORD,
        /// "one", "first", "half", "both": satisfies a number on the other side, asks for nothing
        SOFT,
        /// digits of a name (`Llama-2`): satisfy a number that the same name does not (`Llama 2`)
        NAME
    }

    Quantity {
        readings = readings.stream().map(BigDecimal::stripTrailingZeros).toList();
    }

    static Quantity of(BigDecimal value, Weight weight, int start, int end) {
        return new Quantity(List.of(value), BigDecimal.ONE, weight, new Span(start, end));
    }

    static Quantity of(long value, Weight weight, int start, int end) {
        return of(BigDecimal.valueOf(value), weight, start, end);
    }

    BigDecimal value() {
        return readings.getFirst();
    }

    boolean one() {
        return value().compareTo(BigDecimal.ONE) == 0;
    }

    Quantity or(BigDecimal reading, boolean first) {
        List<BigDecimal> more = new ArrayList<>(readings);
        more.add(first ? 0 : more.size(), reading);
        return new Quantity(more, scale, weight, span);
    }
}
