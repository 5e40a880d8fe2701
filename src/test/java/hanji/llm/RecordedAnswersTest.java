package hanji.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.segment.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedAnswersTest {

    static final String FILE =
            """
            format: 1
            model: authored
            digest: 2026-03-02
            entries:
              - title: "A Paper: With {braces}"
                translations:
                  - {ko: "하나", en: "One", ja: "一"}
                  - ko: "둘 <b>\\"인용\\"</b>"
                    en: "Two <b>“quoted”</b>"
                condensed:
                  headline: {ko: "제목", en: "Headline"}
                  tldr: {en: "Short."}
                  bullets: {en: ["a", "b", "c"]}
              - title: "Untranslated"
            """;

    @TempDir Path folder;

    private RecordedAnswers recorded;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("2026-03-02.yaml"), FILE);
        recorded = new RecordedAnswers(folder);
    }

    @Test
    void a_translation_with_the_ids_of_the_request() {
        assertThat(
                        ask(
                                """
                                {"task":"translate","source":"ko","target":"en","title":"whatever","terms":[],
                                 "segments":[{"id":"x2","text":"둘 <b>\\"인용\\"</b>"},{"id":"x1","text":"하나"}]}
                                """))
                .isEqualTo(
                        answered(
                                "{\"translations\":[{\"id\":\"x2\",\"text\":\"Two <b>“quoted”</b>\"},{\"id\":\"x1\",\"text\":\"One\"}]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    headline | en | {"headline":"Headline"}
                    headline | ko | {"headline":"제목"}
                    tldr     | en | {"tldr":"Short."}
                    bullets  | en | {"bullets":["a","b","c"]}
                    """)
    void a_condensation(String style, String target, String answer) {
        assertThat(
                        ask(
                                """
                                {"task":"condense","style":"%s","target":"%s","title":"A Paper: With {braces}","instruction":""}
                                """
                                        .formatted(style, target)))
                .isEqualTo(answered(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'task':'translate','source':'ko','target':'de','segments':[{'id':'1','text':'하나'}]}",
                "{'task':'translate','source':'en','target':'ja','segments':[{'id':'1','text':'하나'}]}",
                "{'task':'translate','source':'ko','target':'xx','segments':[{'id':'1','text':'하나'}]}",
                "{'task':'translate','source':'ko','target':'ko','segments':[{'id':'1','text':'하나'}]}",
                "{'task':'condense','style':'tldr','target':'ja','title':'하나'}",
                "{'task':'condense','style':'translation','target':'en','title':'하나'}",
            })
    void what_is_not_recorded_gets_a_clear_answer(String request) {
        assertThat(ask(request.replace('\'', '"')))
                .isEqualTo(
                        new Completion.Unrecorded(
                                "No model is configured, and no answer is recorded for this text: “하나”. Set hanji.llm.models.<id>.provider and hanji.llm.models.<id>.model (see README, Connecting a model)."));
    }

    @Test
    void one_missing_segment_of_several_is_named() {
        assertThat(
                        ask(
                                """
                                {"task":"translate","source":"ko","target":"en",
                                 "segments":[{"id":"1","text":"하나"},{"id":"2","text":"셋"}]}
                                """))
                .isInstanceOfSatisfying(
                        Completion.Unrecorded.class,
                        missing -> assertThat(missing.problem()).contains("“셋”"));
    }

    @Test
    void a_long_missing_text_is_shortened_between_characters() {
        assertThat(
                        ask(
                                """
                                {"task":"translate","source":"ko","target":"en","segments":[{"id":"1","text":"%s"}]}
                                """
                                        .formatted("𝕏".repeat(61))))
                .isInstanceOfSatisfying(
                        Completion.Unrecorded.class,
                        missing ->
                                assertThat(missing.problem())
                                        .contains("“" + "𝕏".repeat(60) + "…”"));
    }

    @Test
    void an_instruction_is_never_recorded() {
        assertThat(
                        ask(
                                """
                                {"task":"translate","source":"ko","target":"en","instruction":"shorter",
                                 "segments":[{"id":"1","text":"하나"}]}
                                """))
                .isInstanceOfSatisfying(
                        Completion.Unrecorded.class,
                        missing ->
                                assertThat(missing.problem())
                                        .startsWith(
                                                "No model is configured, and no recorded answer follows an instruction. Set "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "[]", "{}", "{\"task\":\"sing\"}"})
    void a_request_of_another_kind_is_not_recorded(String user) {
        assertThat(ask(user)).isInstanceOf(Completion.Unrecorded.class);
    }

    @Test
    void a_missing_folder_has_nothing_recorded() {
        RecordedAnswers none = new RecordedAnswers(folder.resolve("missing"));

        assertThat(none.model().name()).isEqualTo("authored");
        assertThat(none.ask(Requests.translate(), true)).isInstanceOf(Completion.Unrecorded.class);
    }

    @Test
    void the_model_is_called_what_its_file_says() throws IOException {
        Files.writeString(
                folder.resolve("2026-03-02.yaml"),
                FILE.replace("model: authored", "model: reference"));

        assertThat(recorded.model())
                .isEqualTo(
                        new Model(
                                "recorded",
                                "recorded",
                                "reference",
                                null,
                                Duration.ZERO,
                                Integer.MAX_VALUE,
                                null,
                                null));
    }

    @Test
    void files_are_read_once() throws IOException {
        recorded.model();
        Files.delete(folder.resolve("2026-03-02.yaml"));

        assertThat(
                        ask(
                                "{\"task\":\"condense\",\"style\":\"tldr\",\"target\":\"en\",\"title\":\"A Paper: With {braces}\"}"))
                .isEqualTo(answered("{\"tldr\":\"Short.\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    format: 1              | format: 2              | 1  | format is not 1
                    format: 1              | digest: one            | 3  | Duplicate field 'digest'
                    format: 1              | note: one              | 1  | unknown key "note"
                    model: authored        | modle: authored        | 2  | unknown key "modle"
                    model: authored        | model: 5               | 2  | a text is expected here; put it in quotes
                    headline:              | haedline:              | 11 | unknown key "haedline"
                    tldr: {en: "Short."}   | tldr: {en: 5}          | 12 | a text is expected here; put it in quotes
                    tldr: {en: "Short."}   | tldr: {en: }           | 12 | a text is empty
                    tldr: {en: "Short."}   | tldr: "Short."         | 12 | texts by language are expected here
                    tldr: {en: "Short."}   | tldr: {xx: "Short."}   | 12 | unknown language "xx"
                    tldr: {en: "Short."}   | tldr: {en: ""}         | 12 | a text is empty
                    tldr: {en: "Short."}   | tldr: {en: "S", en: "T"} | 12 | Duplicate field 'en'
                    bullets: {en: ["a", "b", "c"]} | bullets: {en: []} | 13 | a list of bullets is empty
                    bullets: {en: ["a", "b", "c"]} | bullets: {en: "a"} | 13 | items of a list are expected here
                    {ko: "하나", en: "One", ja: "一"} | {en: "One"}     | 7  | a translation has no "ko" text
                    title: "Untranslated"  | translations: []       | 14 | title is missing
                    tldr: {en: "Short."}   | tldr: {en: "Short.     | 13 | while parsing
                    """)
    void a_file_that_cannot_be_used_is_a_problem_with_its_line(
            String right, String wrong, int line, String what) throws IOException {
        assertThat(FILE).contains(right);
        Path file = folder.resolve("2026-03-02.yaml");
        Files.writeString(file, FILE.replace(right, wrong));

        assertThatThrownBy(recorded::model)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.SETUP))
                .hasMessageStartingWith("%s, line %d: ".formatted(file, line))
                .hasMessageContaining(what)
                .hasMessageEndingWith("Mend the file of recorded answers.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "- a list\n"})
    void a_file_of_another_shape_is_a_problem(String content) throws IOException {
        Files.writeString(folder.resolve("2026-03-02.yaml"), content);

        assertThatThrownBy(recorded::model)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("format, model, digest and entries are expected here");
    }

    @Test
    void two_different_answers_to_one_question_are_a_problem() throws IOException {
        Files.writeString(
                folder.resolve("b.yaml"),
                "format: 1\nmodel: authored\nentries:\n  - title: T\n    translations:\n      - {ko: \"하나\", en: \"Another\"}\n");

        assertThatThrownBy(recorded::model)
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "%s: a second, different translation into en of “하나”. Mend the file of recorded answers.",
                        folder.resolve("b.yaml"));
    }

    private Completion ask(String user) {
        return recorded.ask(Requests.of(user), true);
    }

    private static Completion answered(String json) {
        return new Completion.Answered(json, "authored", TokenUsage.NONE, Duration.ZERO);
    }
}
