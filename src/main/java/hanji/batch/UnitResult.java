package hanji.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import hanji.segment.UnitId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a batch brought for one unit.
///
/// @param target number of the text among the unit's; null when there is none
/// @param reason of a failure
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitResult(UnitId unit, How how, @Nullable Integer target, @Nullable String reason) {

    enum How {
        DRAFTED,
        /// drafted out of an answer that had been paid for
        CACHED,
        /// it had a text before, or the memory had one for the same source
        REUSED,
        FAILED;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
