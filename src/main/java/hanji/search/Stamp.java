package hanji.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Tells one state of a unit from all others: what the index holds is compared with what the
/// database says.
final class Stamp {

    private Stamp() {}

    /// @param at of the decision that stands; null before there was any
    static long of(int version, @Nullable Instant at) {
        return (at == null ? 0 : at.toEpochMilli()) * 1_000_003 + version;
    }
}
