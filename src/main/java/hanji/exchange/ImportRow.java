package hanji.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import hanji.segment.Language;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an import does with one text of a file.
///
/// @param line where it stands in the file, from 1
/// @param place as editors call it, `3.2`
/// @param before the text that stands, when another one takes its place or would
/// @param after the file's text
/// @param state that the unit has then
/// @param sentence why it is not taken
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportRow(
        int line,
        Outcome outcome,
        @Nullable UnitId unit,
        @Nullable String place,
        @Nullable Language language,
        @Nullable String before,
        @Nullable String after,
        @Nullable TargetState state,
        @Nullable String sentence) {

    public enum Outcome {
        /// nothing stood there
        ADDED,
        CHANGED,
        /// it stands already, as far along as the file has it
        SAME,
        /// somebody worked on it since the file was written
        CONFLICT,
        UNUSABLE;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ImportRow unusable(int line, String sentence) {
        return new ImportRow(line, Outcome.UNUSABLE, null, null, null, null, null, null, sentence);
    }

    ImportRow refused(Outcome why, String sentence) {
        return new ImportRow(line, why, unit, place, language, before, after, null, sentence);
    }

    boolean writes() {
        return outcome == Outcome.ADDED || outcome == Outcome.CHANGED;
    }
}
