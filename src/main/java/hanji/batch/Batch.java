package hanji.batch;

import hanji.workbench.Only;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Many units that somebody wants drafted.
///
/// @param model the configured id
/// @param problem why it stopped; null when nothing did
/// @param actor who asked for it
public record Batch(
        String id,
        String model,
        Only only,
        BatchState state,
        @Nullable String problem,
        Budget budget,
        String actor,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
