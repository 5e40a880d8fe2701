package hanji.draft;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// How often a model is asked for the same thing, and how long Hanji waits in between.
///
/// @param attempts calls at most; more of them cost money where a model answers badly, fewer give
///   up on a server that is only restarting
/// @param pause before the second attempt; it doubles with each further one
/// @param longest no wait is longer, whatever a server asks for; a person may be waiting too
public record Patience(int attempts, Duration pause, Duration longest) {

    public static final Patience USUAL =
            new Patience(3, Duration.ofMillis(500), Duration.ofSeconds(20));

    /// Exponential, with full jitter, so that callers who failed together do not come back
    /// together.
    Duration before(int attempt, @Nullable Duration asked) {
        Duration wait = asked;
        if (wait == null) {
            long most = pause.toMillis() << Math.min(attempt - 2, 16);
            wait = Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
        }
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
