package hanji.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A message for one program, and how far it came.
///
/// @param hook the configured name of who is told
/// @param subject what it is about, as `2026-03-09 en`
/// @param nextAt when it is tried again, while it waits
/// @param outcome of the last attempt; null before the first
public record Delivery(
        String id,
        String hook,
        String event,
        String subject,
        String body,
        State state,
        int attempts,
        Instant nextAt,
        @Nullable String outcome,
        Instant createdAt) {

    public enum State {
        WAITING,
        DELIVERED,
        /// given up
        FAILED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }
}
