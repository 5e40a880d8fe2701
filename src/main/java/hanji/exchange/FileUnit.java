package hanji.exchange;

import hanji.segment.Language;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import org.jspecify.annotations.Nullable;

/// A text as a file of another tool has it.
///
/// @param line where its unit begins, from 1
/// @param id of the unit here, where the file names one
/// @param digest that the file says it is of; null where it says none
/// @param place in that digest, as `3.2`; null where the file names none
/// @param text blank where nobody translated it
/// @param state null where the file says none
/// @param version of the unit when it went out; null where the file does not know
/// @param author who the file says wrote it
record FileUnit(
        int line,
        @Nullable UnitId id,
        @Nullable String digest,
        @Nullable String place,
        String source,
        Language language,
        String text,
        @Nullable TargetState state,
        @Nullable Integer version,
        @Nullable String author) {

    /// How texts are compared: tools wrap lines, and people leave blanks.
    static String key(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    static @Nullable Integer version(@Nullable String said) {
        return said != null && said.strip().matches("\\d{1,9}")
                ? Integer.valueOf(said.strip())
                : null;
    }
}
