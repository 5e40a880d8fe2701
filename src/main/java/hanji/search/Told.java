package hanji.search;

import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.segment.TargetState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a unit stood when it was indexed.
record Told(TargetState state, Mark mark, @Nullable Instant at, String actor) {

    static Told of(ReviewItem item) {
        return new Told(
                item.state(), item.mark(), item.at(), Objects.requireNonNullElse(item.by(), ""));
    }

    /// As [#of(String)] reads it.
    String line() {
        return "%s %s %d %s"
                .formatted(state.wire(), mark.wire(), at == null ? 0 : at.toEpochMilli(), actor);
    }

    static Told of(String line) {
        String[] parts = line.split(" ", 4);
        long millis = Long.parseLong(parts[2]);
        return new Told(
                TargetState.of(parts[0]),
                Arrays.stream(Mark.values())
                        .filter(mark -> mark.wire().equals(parts[1]))
                        .findFirst()
                        .orElse(Mark.NONE),
                millis == 0 ? null : Instant.ofEpochMilli(millis),
                parts[3]);
    }
}
