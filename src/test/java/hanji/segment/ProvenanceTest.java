package hanji.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who made a text, as it is stored.
class ProvenanceTest {

    private static final String OLD =
            """
            {"by":"machine","model":"mini","modelName":"stub","prompt":"translate@1","recipe":"r",\
            "request":"k","tokensIn":1,"tokensOut":2,"millis":3,"attempts":1,"units":1,"cached":false,\
            "at":"2026-01-01T00:00:00Z"}\
            """;

    private final ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private Provenance read(String text) throws Exception {
        return json.readerFor(Provenance.class).readValue(text);
    }

    @Test
    void a_draft_of_old_was_told_nothing() throws Exception {
        assertThat(read(OLD))
                .isEqualTo(
                        new Provenance.Machine(
                                "mini",
                                "stub",
                                "translate@1",
                                "r",
                                "k",
                                1,
                                2,
                                null,
                                3,
                                1,
                                1,
                                false,
                                null,
                                Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void what_a_model_was_told_is_kept() throws Exception {
        Provenance told =
                ((Provenance.Machine) read(OLD))
                        .told(
                                new Provenance.Agreed(
                                        "abc",
                                        2,
                                        List.of(new UnitId(UnitKind.TRANSLATION, 7, Language.EN))));

        String written = json.writerFor(Provenance.class).writeValueAsString(told);

        assertThat(read(written)).isEqualTo(told);
        assertThat(written)
                .contains(
                        "\"agreed\":{\"terms\":\"abc\",\"termCount\":2,\"examples\":[\"translation-7-en\"]}");
    }
}
