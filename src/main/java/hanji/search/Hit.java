package hanji.search;

import hanji.review.Mark;
import hanji.segment.Language;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bullet, a condensation or a paper that was found.
///
/// @param kind `translation`, `headline`, `tldr`, `bullets`, or `entry` for a paper
/// @param entry its place in the digest, from 1
/// @param number of the bullet in its entry, from 1; 0 for all else
/// @param source the Korean text; null for all but bullets
/// @param units of the languages that were asked for; for a paper, those of its first bullet
public record Hit(
        String kind,
        String digest,
        int entry,
        int number,
        Marked title,
        Marked authors,
        @Nullable Marked source,
        List<Unit> units) {

    /// One of its units.
    ///
    /// @param text that stands; null when there is none
    /// @param actor who did the last thing; blank when nobody did anything
    public record Unit(
            UnitId id,
            Language language,
            TargetState state,
            Mark mark,
            @Nullable Marked text,
            String actor,
            @Nullable Instant at) {}
}
