package hanji.review;

import hanji.segment.UnitId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How long texts of a digest in a language were before people.
public final class Readings {

    public static final Readings NONE = new Readings(List.of());

    private record Text(UnitId unit, int number) {}

    private final Map<Text, List<Reading>> texts;

    /// @param all the oldest first
    Readings(List<Reading> all) {
        this.texts =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> new Text(one.unit(), one.target()),
                                        HashMap::new,
                                        Collectors.toList()));
    }

    /// The least time in which a unit's text can be read, in milliseconds; 0 without one.
    public static long least(ReviewItem item) {
        return item.target() == null
                ? 0
                : ReadingSpeed.least(
                        item.unit().id().language(), ReadingSpeed.characters(item.target().text()));
    }

    /// Whether a text is approved that whoever approved it cannot have read until then. All the
    /// time counts that she had it before her, also on earlier occasions; of what a program
    /// approved, nothing is said.
    public boolean fast(ReviewItem item) {
        List<Reading> readings = of(item);
        return item.state().approved()
                && readings.stream()
                        .filter(one -> one.kind() == Reading.Kind.APPROVED)
                        .reduce((_, later) -> later)
                        .filter(last -> time(readings, last.actor(), false) < last.least())
                        .isPresent();
    }

    /// Whether somebody has had time enough to read the text, before it was approved or after.
    public boolean read(ReviewItem item) {
        List<Reading> readings = of(item);
        return readings.stream().anyMatch(one -> time(readings, one.actor(), true) >= one.least());
    }

    private List<Reading> of(ReviewItem item) {
        return item.target() == null
                ? List.of()
                : texts.getOrDefault(new Text(item.unit().id(), item.target().number()), List.of());
    }

    private static long time(List<Reading> readings, String actor, boolean after) {
        return readings.stream()
                .filter(one -> one.actor().equals(actor))
                .filter(one -> after || one.kind() != Reading.Kind.LOOKED_OVER)
                .mapToLong(Reading::millis)
                .sum();
    }
}
