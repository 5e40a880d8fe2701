package hanji.batch;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a batch is.
public enum BatchState {
    /// nobody works on it yet
    QUEUED,
    RUNNING,
    /// everything was tried; some of it may have failed
    DONE,
    CANCELLED,
    /// it stopped before its end, at a budget for instance, or nothing at all could be drafted; its
    /// problem says which
    FAILED;

    public boolean over() {
        return this != QUEUED && this != RUNNING;
    }

    static BatchState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
