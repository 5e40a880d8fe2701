package hanji.exchange;

import hanji.workbench.StoredDigest;
import java.time.Instant;
import java.util.List;

/// A digest that goes out.
///
/// @param at when
/// @param left how many bullets XML cannot hold
record OutDigest(StoredDigest digest, Instant at, List<Entry> entries, int left) {

    /// @param rows for each bullet its text in each language, in the order of the languages
    record Entry(int number, String title, List<List<OutUnit>> rows) {}

    String key() {
        return digest.key();
    }

    String note() {
        return left == 0
                ? ""
                : "%d bullets are left out: they hold characters that XML cannot hold."
                        .formatted(left);
    }
}
