package hanji.review;

import hanji.segment.TargetState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened to a unit.
///
/// @param state after it
/// @param target the text that stood after it
/// @param actor who did it, or asked a model to
public record HistoryEntry(
        int version,
        Act act,
        TargetState state,
        @Nullable Target target,
        @Nullable Target proposal,
        String actor,
        @Nullable String reason,
        Instant at) {}
