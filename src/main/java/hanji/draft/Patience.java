package hanji.draft;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// How often a model is asked for the same thing, and how long Hanji waits in between. A call that
/// brings a bad answer is paid for, a call that brings none is not, so they are counted apart.
///
/// @param answers bad answers at most (malformed, short, cut, empty, declined); more of them cost
///   money where a model never does better
/// @param failures calls without an answer at most (throttled, timed out, server down); fewer of
///   them give up on a server that is only restarting
/// @param pause before the second attempt; it doubles with each further call without an answer
/// @param longest no wait is longer, whatever a server asks for; a person may be waiting too
/// @param deadline no attempt starts when calls and waits have taken longer than this together; the
///   time in the queue for a busy model does not count
public record Patience(
        int answers, int failures, Duration pause, Duration longest, Duration deadline) {

    /// Where one call in five brings no answer and one in sixteen a bad one, by chance, one request
    /// in a million comes to a bound. A server that is down has a minute to come back.
    public static final Patience USUAL =
            new Patience(
                    5, 10, Duration.ofMillis(250), Duration.ofSeconds(20), Duration.ofMinutes(5));

    /// The same for what is only worth one answer.
    Patience once() {
        return new Patience(1, failures, pause, longest, deadline);
    }

    /// Exponential with jitter, so that callers who failed together do not come back together, and
    /// never shorter than the server asked for.
    ///
    /// @param failures calls without an answer so far
    Duration after(int failures, @Nullable Duration asked) {
        long most = pause.toMillis() << Math.clamp(failures - 1, 0, 16);
        Duration wait = Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
        if (asked != null && asked.compareTo(wait) > 0) {
            wait = asked;
        }
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
