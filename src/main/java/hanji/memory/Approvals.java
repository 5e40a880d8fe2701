package hanji.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What of a unit's history is approved: for each source it ever had, the text that an editor
/// approved and nobody withdrew. A new source of the digest withdraws nothing.
final class Approvals {

    /// @param hash of the source
    /// @param target number of the text
    /// @param by who approved it first
    record Approved(String hash, int target, String by, Instant at) {}

    private final Map<String, Approved> bySource = new HashMap<>();
    private @Nullable String last;

    /// One event, in their order.
    ///
    /// @param hash of the source of the text that stood after it; null with `target`, when none did
    /// @param approved whether an editor stood behind that text
    void then(
            @Nullable String hash,
            @Nullable Integer target,
            boolean approved,
            String actor,
            Instant at) {
        if (hash == null || target == null) {
            // rejected, or taken back to where nothing was
            if (last != null) {
                bySource.remove(last);
            }
            return;
        }
        last = hash;
        Approved before = bySource.get(hash);
        if (!approved) {
            bySource.remove(hash);
        } else if (before == null || before.target() != target) {
            bySource.put(hash, new Approved(hash, target, actor, at));
        }
    }

    Collection<Approved> all() {
        return bySource.values();
    }
}
