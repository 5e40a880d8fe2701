package hanji.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody said of a unit.
///
/// @param version of the unit that she had before her
/// @param text null when she took it back
/// @param mentions the names it calls
/// @param resolvedBy who called it settled; null while it is open
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comment(
        long id,
        int version,
        String actor,
        @Nullable String text,
        Instant at,
        List<String> mentions,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable Instant removedAt) {

    /// Whether it still waits for somebody.
    public boolean open() {
        return resolvedAt == null && removedAt == null;
    }
}
