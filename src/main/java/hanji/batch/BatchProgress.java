package hanji.batch;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a batch is, at one moment.
///
/// @param scope what it is about
/// @param spent by the calls that are written down
/// @param perMinute units, of late; null while it is not running
/// @param secondsLeft at that rate; null when there is no telling
/// @param failures the most frequent first
public record BatchProgress(
        Batch batch,
        Scope scope,
        Counts counts,
        Spent spent,
        @Nullable Double perMinute,
        @Nullable Long secondsLeft,
        List<Failures> failures) {

    /// What a batch is about.
    ///
    /// @param languages their tags
    public record Scope(List<String> digests, List<String> languages) {}

    /// Units. What is neither done nor failed is still to come.
    ///
    /// @param done with a text: drafted now, out of a paid answer or the memory, or standing before
    /// @param reused of the done, those that had a text before, or got one out of the memory
    /// @param cached of the done, those whose answer had been paid for before
    public record Counts(int total, int done, int reused, int cached, int failed) {

        public static final Counts NOTHING = new Counts(0, 0, 0, 0, 0);

        public int open() {
            return total - done - failed;
        }
    }

    /// What the calls took.
    ///
    /// @param cost null when no prices are configured
    public record Spent(long calls, long tokensIn, long tokensOut, @Nullable BigDecimal cost) {}

    /// Units that failed for the same reason.
    public record Failures(String reason, int units) {}
}
