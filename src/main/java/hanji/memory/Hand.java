package hanji.memory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Who wrote a text that an editor approved.
public enum Hand {
    /// an editor, at least in part
    EDITOR,
    /// a model; the editor approved it as it stood
    MACHINE;

    @JsonCreator
    static Hand of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
