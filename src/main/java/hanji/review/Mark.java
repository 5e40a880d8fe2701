package hanji.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// A unit's state as a page shows it: each has a shape, a seam and a word.
public enum Mark {
    NONE,
    DRAFT,
    EDITED,
    APPROVED,
    FINAL,
    REJECTED,
    FAILED,
    STALE;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
