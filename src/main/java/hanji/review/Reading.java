package hanji.review;

import hanji.segment.TargetState;
import hanji.segment.UnitId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How long a text was before somebody.
///
/// @param target the number of the text
/// @param millis that she had it in hand, or on the screen beside what she had in hand
/// @param characters of the text, without blanks
public record Reading(
        UnitId unit, int target, String actor, Kind kind, long millis, int characters, Instant at) {

    /// What she did then.
    public enum Kind {
        APPROVED,
        EDITED,
        REJECTED,
        /// she read what was approved already
        LOOKED_OVER;

        String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /// Null for what nobody reads a text for.
        static @Nullable Kind of(Decision decision, TargetState after) {
            return switch (decision) {
                case Decision.Approve _ -> APPROVED;
                case Decision.Amend _ -> after.approved() ? APPROVED : EDITED;
                case Decision.Reject _ -> REJECTED;
                case Decision.Undo _,
                        Decision.TakeProposal _,
                        Decision.DropProposal _,
                        Decision.Dismiss _,
                        Decision.Restore _ ->
                        null;
            };
        }
    }

    /// Longer than anybody looks at one text; keeps a browser that slept from counting nights.
    private static final long LONGEST = 60 * 60 * 1000L;

    /// @param millis as a browser counted them; what cannot be is brought within bounds
    static Reading of(UnitId unit, Target text, String actor, Kind kind, long millis, Instant at) {
        return new Reading(
                unit,
                text.number(),
                actor,
                kind,
                Math.clamp(millis, 0, LONGEST),
                ReadingSpeed.characters(text.text()),
                at);
    }

    /// The least time in which the text can have been read, in milliseconds.
    public long least() {
        return ReadingSpeed.least(unit.language(), characters);
    }
}
