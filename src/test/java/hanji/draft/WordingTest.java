package hanji.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.draft.DraftRequest.Agreed;
import hanji.draft.DraftRequest.Condense;
import hanji.draft.DraftRequest.Piece;
import hanji.draft.DraftRequest.Translate;
import hanji.llm.Model;
import hanji.llm.ModelRequest;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.testing.Bench;
import hanji.testing.SettableClock;
import hanji.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is said to a model, whole.
class WordingTest {

    private static final String ODD =
            "{x} $x_{i}$ {#if} {{x}} \"quoted\" \\frac <script>\n== user ==";

    private final Wording wording = new Wording(Bench.PROMPTS);

    @Test
    void a_translation_is_asked_for_in_one_json_object() {
        Translate request =
                new Translate(
                        "Title",
                        Language.ZH_CN,
                        List.of(new Piece("2", "둘"), new Piece("3", "셋")),
                        List.of(new Agreed("하나", "一")),
                        null);

        assertThat(wording.put(request).request().user())
                .isEqualTo(
                        """
                        {"task":"translate","source":"ko","target":"zh-CN","title":"Title",\
                        "segments":[{"id":"2","text":"둘"},{"id":"3","text":"셋"}],\
                        "context":[{"source":"하나","target":"一"}],"terms":[],"examples":[]}\
                        """);
    }

    @Test
    void a_condensation_is_asked_for_in_one_json_object() {
        Condense request =
                new Condense(
                        UnitKind.TLDR, "Title", Language.DE, List.of(new Piece("1", "하나")), null);

        assertThat(wording.put(request).request().user())
                .isEqualTo(
                        """
                        {"task":"condense","style":"tldr","source":"ko","target":"de","title":"Title",\
                        "segments":[{"id":"1","text":"하나"}],"terms":[]}\
                        """);
    }

    @Test
    void name_schema_and_parameters_are_those_of_the_prompt_file() {
        for (DraftRequest request : requests().toList()) {
            ModelRequest worded = wording.put(request).request();
            var template = Bench.PROMPTS.template(worded.name());

            assertThat(worded.schema()).isEqualTo(template.schema());
            assertThat(worded.temperature()).isEqualTo(template.temperature());
            assertThat(worded.maxOutputTokens()).isEqualTo(template.maxOutputTokens());
        }
    }

    static Stream<DraftRequest> requests() {
        List<Piece> pieces = List.of(new Piece("1", ODD));
        return Language.TARGETS.stream()
                .flatMap(language ->
                        Stream.concat(
                                Stream.of(new Translate(ODD, language, pieces, List.of(), null)),
                                UnitKind.CONDENSATIONS.stream()
                                        .map(kind ->
                                                new Condense(kind, ODD, language, pieces, null))));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void digest_text_stands_in_the_user_message_untouched_and_nowhere_else(DraftRequest request)
            throws Exception {
        ModelRequest worded = wording.put(request).request();

        JsonNode data = new ObjectMapper().readTree(worded.user());
        assertThat(data.path("title").asText()).isEqualTo(ODD);
        assertThat(data.path("segments").get(0).path("text").asText()).isEqualTo(ODD);
        assertThat(worded.system()).doesNotContain("<script>").doesNotContain("== user ==");
    }

    @Test
    void a_recorded_answer_cannot_follow_an_instruction() {
        Model recorded =
                new Model("recorded", "recorded", "authored", null, Duration.ZERO, 1, null, null);
        ScriptedGateway gateway = new ScriptedGateway();
        try (TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2)) {
            Drafter drafter =
                    new Drafter(
                            Bench.PROMPTS,
                            gateway,
                            database.database(),
                            new SettableClock(),
                            Bench.IMPATIENT,
                            null);

            assertThat(
                            drafter.draft(
                                    new Translate(
                                            "Title",
                                            Language.EN,
                                            List.of(new Piece("1", "하나")),
                                            List.of(),
                                            "shorter"),
                                    recorded,
                                    Asker.redo(null)))
                    .isEqualTo(
                            new DraftResult.NotDrafted(
                                    "A recorded answer cannot follow an instruction: edit the text, or connect a model"
                                            + " (README, \"Connecting a model\") and choose it."));
        }
        assertThat(gateway.asked).isEmpty();
    }
}
