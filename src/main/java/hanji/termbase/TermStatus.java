package hanji.termbase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import hanji.segment.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a term is worth.
public enum TermStatus {
    /// to be written
    PREFERRED,
    /// may be written
    ADMITTED,
    /// must not be written
    FORBIDDEN,
    /// a name or the like: written as it is, letter for letter
    KEEP;

    /// By its name in files and in the interface.
    ///
    /// @throws Problem (bad input) that lists the names
    @JsonCreator
    public static TermStatus of(String wire) {
        return Arrays.stream(values())
                .filter(status -> status.wire().equals(wire.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        Problem.badInput(
                                "Unknown status \"%s\": use one of %s.",
                                wire,
                                Arrays.stream(values())
                                        .map(TermStatus::wire)
                                        .collect(Collectors.joining(", "))));
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
