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

    /// How much a finding counts: MQM's usual severity multipliers (<https://themqm.org>, "Scoring
    /// models").
    public int weight() {
        return switch (this) {
            case NEUTRAL -> 0;
            case MINOR -> 1;
            case MAJOR -> 5;
            case CRITICAL -> 25;
        };
    }

    public boolean atLeast(Severity other) {
        return compareTo(other) >= 0;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
