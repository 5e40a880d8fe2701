package hanji.qa;

import com.fasterxml.jackson.annotation.JsonValue;

/// The error types of MQM that Hanji's checks report, with MQM's own names.
public enum MqmCategory {
    MISTRANSLATION("accuracy/mistranslation"),
    ADDITION("accuracy/addition"),
    OMISSION("accuracy/omission"),
    UNTRANSLATED("accuracy/untranslated"),
    DO_NOT_TRANSLATE("accuracy/do-not-translate"),
    NUMBER("accuracy/mistranslation/number"),
    ENTITY("accuracy/mistranslation/entity"),
    TERMINOLOGY("terminology/inconsistent-with-termbase"),
    MARKUP("design-and-markup/markup"),
    LINK("design-and-markup/link"),
    LENGTH("design-and-markup/length"),
    LOCALE("locale-conventions"),
    GRAMMAR("linguistic-conventions/grammar"),
    CHARACTERS("linguistic-conventions/character-encoding");

    private final String wire;

    MqmCategory(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }
}
