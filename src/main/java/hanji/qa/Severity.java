package hanji.qa;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How bad a finding is; the words are MQM's.
public enum Severity {
    /// informs only
    NEUTRAL,
    MINOR,
    MAJOR,
    CRITICAL;

    public boolean atLeast(Severity other) {
        return compareTo(other) >= 0;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
