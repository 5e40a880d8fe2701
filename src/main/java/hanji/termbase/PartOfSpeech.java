package hanji.termbase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import hanji.segment.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The parts of speech of TBX-Basic, with its own names.
public enum PartOfSpeech {
    NOUN("noun"),
    VERB("verb"),
    ADJECTIVE("adjective"),
    ADVERB("adverb"),
    PROPER_NOUN("properNoun"),
    OTHER("other");

    private final String wire;

    PartOfSpeech(String wire) {
        this.wire = wire;
    }

    /// @throws Problem (bad input) that lists the names
    @JsonCreator
    public static PartOfSpeech of(String wire) {
        return Arrays.stream(values())
                .filter(part -> part.wire.equalsIgnoreCase(wire.strip()))
                .findFirst()
                .orElseThrow(() ->
                        Problem.badInput(
                                "Unknown part of speech \"%s\": use one of %s.",
                                wire,
                                Arrays.stream(values())
                                        .map(PartOfSpeech::wire)
                                        .collect(Collectors.joining(", "))));
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
