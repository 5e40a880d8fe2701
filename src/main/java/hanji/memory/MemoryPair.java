package hanji.memory;

import hanji.segment.Language;
import hanji.segment.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A source and the text an editor approved for it.
///
/// @param digest key of the digest it stands in
/// @param entry number of the entry in the digest, and `number` of the segment in the entry, from
///   1; `number` is 0 when the digest does not hold it any more
/// @param title of the entry's paper
/// @param source as it was when the text was approved; the digest may have another one by now
/// @param previous hash of the segment before it in the entry as it stands; null for the first
/// @param next hash of the segment behind it; null for the last
/// @param by who approved it first
/// @param at when that was
/// @param tool the program that it was written with, where it came in as a file; null for Hanji
public record MemoryPair(
        UnitId unit,
        String digest,
        int entry,
        int number,
        String title,
        String source,
        String target,
        @Nullable String previous,
        @Nullable String next,
        Hand hand,
        String by,
        Instant at,
        @Nullable String tool) {

    /// One that was written here.
    public MemoryPair(
            UnitId unit,
            String digest,
            int entry,
            int number,
            String title,
            String source,
            String target,
            @Nullable String previous,
            @Nullable String next,
            Hand hand,
            String by,
            Instant at) {
        this(
                unit, digest, entry, number, title, source, target, previous, next, hand, by, at,
                null);
    }

    Language language() {
        return unit.language();
    }
}
