package hanji.segment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/// How far a unit has come; the words are XLIFF 2's.
public enum TargetState {
    /// nothing that stands: not drafted yet, or rejected
    INITIAL,
    /// a draft, or an editor's text, that nobody has approved
    TRANSLATED,
    /// an editor approved it
    REVIEWED,
    /// published
    FINAL;

    /// Whether a person stands behind the text.
    public boolean approved() {
        return this == REVIEWED || this == FINAL;
    }

    @JsonCreator
    public static TargetState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        Problem.badInput(
                                "Unknown state \"%s\": use initial, translated, reviewed or final.",
                                wire));
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
