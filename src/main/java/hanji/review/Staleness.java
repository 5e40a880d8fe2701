package hanji.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Whether a text still belongs to what it was made from. Derived, never stored.
public enum Staleness {
    FRESH,
    /// the digest was imported again with another source for this unit
    SOURCE_CHANGED,
    /// a machine draft that would be asked for differently today: another model, setting or prompt
    /// version
    REQUEST_CHANGED,
    /// a machine draft whose source speaks of other terms today, or of terms that are called
    /// otherwise
    TERMS_CHANGED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
