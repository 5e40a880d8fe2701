package hanji.batch;

import hanji.segment.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A batch as far as it concerns one digest and language.
///
/// @param id of the batch
/// @param total units that had no text
/// @param done with a text, of a model or out of the memory
/// @param failed without a usable answer
/// @param problem why the batch stopped, else the first reason of a failure
public record Run(
        String id,
        String digest,
        Language language,
        BatchState state,
        int total,
        int done,
        int failed,
        @Nullable String problem,
        Instant startedAt) {

    public boolean running() {
        return !state.over();
    }
}
