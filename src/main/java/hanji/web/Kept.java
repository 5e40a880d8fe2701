package hanji.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that takes time to find out: it is found out again as soon as that takes a twentieth
/// of the time at most, by one caller while others wait.
final class Kept<T> {

    private static final int SHARE = 20;

    private final Supplier<T> found;
    private final Clock clock;
    private @Nullable T last;
    private Instant due = Instant.MIN;

    Kept(Supplier<T> found, Clock clock) {
        this.found = found;
        this.clock = clock;
    }

    synchronized T get() {
        Instant now = clock.instant();
        T kept = last;
        if (kept == null || !now.isBefore(due)) {
            kept = found.get();
            last = kept;
            Instant done = clock.instant();
            due = done.plus(Duration.between(now, done).multipliedBy(SHARE));
        }
        return kept;
    }
}
