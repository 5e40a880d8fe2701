package hanji.memory;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A source that somebody needs a text for.
///
/// @param previous hash of the segment before it; null for the first or when there is no context
/// @param next hash of the segment behind it
/// @param title of its paper; null when it belongs to none
/// @param except a unit whose own text for this very source is no help; null for none
public record MemoryQuery(
        String source,
        Language language,
        @Nullable String previous,
        @Nullable String next,
        @Nullable String title,
        @Nullable UnitId except) {

    /// In UTF-16 code units; more than any bullet has.
    public static final int LONGEST = 5_000;

    /// @throws Problem (bad input) for more than anybody translates in one piece
    public MemoryQuery {
        if (source.length() > LONGEST) {
            throw Problem.badInput(
                    "source has %,d characters: use at most %,d.", source.length(), LONGEST);
        }
    }

    /// Without context.
    public static MemoryQuery of(String source, Language language) {
        return new MemoryQuery(source, language, null, null, null, null);
    }

    /// Whether the same segments stand around both; one without any neighbour has no context.
    boolean around(MemoryPair pair) {
        return (previous != null || next != null)
                && Objects.equals(previous, pair.previous())
                && Objects.equals(next, pair.next());
    }
}
