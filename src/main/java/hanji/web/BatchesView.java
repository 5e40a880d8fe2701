package hanji.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All batches, the newest first.
///
/// @param newer address of the page before; null on the first
/// @param older address of the page after; null on the last
record BatchesView(
        Chrome chrome, List<Row> batches, @Nullable String newer, @Nullable String older) {

    /// A batch in a line.
    ///
    /// @param what its digests
    /// @param languages their own names
    /// @param word for its state
    /// @param sentence how far it is
    /// @param spent tokens, and money where prices are known
    /// @param problem why it stopped
    record Row(
            String id,
            String href,
            String what,
            String languages,
            String word,
            boolean running,
            Meter meter,
            String sentence,
            String spent,
            String by,
            @Nullable Told problem) {}
}
