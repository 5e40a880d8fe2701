package hanji.llm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Stops asking a model that is down: after so many failures in a row nobody asks for a while, then
/// one call finds out whether it is back.
final class Breaker {

    /// In a row. One call in twelve failing by chance comes to this once in 250,000.
    static final int FAILURES = 5;

    /// Long enough for a server to breathe, short enough for an editor to wait.
    static final Duration REST = Duration.ofSeconds(20);

    /// When to come again while the one call is under way.
    private static final Duration SOON = Duration.ofSeconds(1);

    private final InstantSource clock;
    private int failures;
    private @Nullable Instant restsUntil;
    private boolean trying;
    private String problem = "";

    Breaker(InstantSource clock) {
        this.clock = clock;
    }

    /// Why nobody is asked.
    ///
    /// @param left until it is tried again
    /// @param problem of the last failure, a sentence
    record Rest(Duration left, String problem) {}

    /// Null when the model may be asked.
    synchronized @Nullable Rest rest() {
        if (restsUntil == null) {
            return null;
        }
        Duration left = Duration.between(clock.instant(), restsUntil);
        if (left.isPositive()) {
            return new Rest(left, problem);
        }
        return trying ? new Rest(SOON, problem) : null;
    }

    /// As [#rest]; who gets null asks now, and says afterwards how it went.
    synchronized @Nullable Rest start() {
        Rest rest = rest();
        trying = restsUntil != null && (trying || rest == null);
        return rest;
    }

    synchronized void answered() {
        failures = 0;
        restsUntil = null;
        trying = false;
    }

    /// Calls that were under way when the rest began do not prolong it.
    synchronized void failed(String sentence) {
        problem = sentence;
        failures++;
        boolean resting = restsUntil != null && clock.instant().isBefore(restsUntil);
        if (failures >= FAILURES && !resting) {
            restsUntil = clock.instant().plus(REST);
        }
        trying = false;
    }

    /// The call ended without telling anything.
    synchronized void stopped() {
        trying = false;
    }
}
