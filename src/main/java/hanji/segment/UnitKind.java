package hanji.segment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What is produced: the translation of a segment, or a condensation of an entry.
public enum UnitKind {
    TRANSLATION,
    HEADLINE,
    TLDR,
    BULLETS;

    public static final List<UnitKind> CONDENSATIONS = List.of(HEADLINE, TLDR, BULLETS);

    /// A condensation by the name the interface uses: `headline`, `tldr`, `bullets`.
    ///
    /// @throws Problem (bad input) that lists the names
    public static UnitKind condensation(String name) {
        return CONDENSATIONS.stream()
                .filter(kind -> kind.wire().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        Problem.badInput(
                                "Unknown style \"%s\": use one of %s.",
                                name,
                                CONDENSATIONS.stream()
                                        .map(UnitKind::wire)
                                        .collect(Collectors.joining(", "))));
    }

    @JsonCreator
    public static UnitKind of(String wire) {
        return Arrays.stream(values())
                .filter(kind -> kind.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> Problem.badInput("Unknown kind of unit \"%s\".", wire));
    }

    /// Its name in the interface, in files and in the database.
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
