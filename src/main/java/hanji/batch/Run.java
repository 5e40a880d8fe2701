package hanji.batch;

import com.fasterxml.jackson.annotation.JsonValue;
import hanji.segment.Language;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A digest on its way into a language, as it stands at one moment.
///
/// @param total units it will draft
/// @param done drafted so far
/// @param failed without a usable answer
/// @param problem the first reason of a failure
public record Run(
        String id,
        String digest,
        Language language,
        State state,
        int total,
        int done,
        int failed,
        @Nullable String problem,
        Instant startedAt) {

    public enum State {
        RUNNING,
        DONE,
        CANCELLED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
