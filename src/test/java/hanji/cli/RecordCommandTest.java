package hanji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordCommandTest {

    private static final String MINI = "hanji.llm.models.mini.";
    private static final String CASES = "translate-en.yaml";
    private static final String RECORDED = "translate-en.recorded.yaml";

    @TempDir Path folder;

    private final StubModelServer stub = StubModelServer.start(new EchoAnswers());
    private FixtureFolder fixtures;

    @BeforeEach
    void nothing_recorded() throws IOException {
        fixtures = FixtureFolder.copy(folder);
        Files.delete(fixtures.cases(RECORDED));
        Files.delete(fixtures.cases("condense.recorded.yaml"));
        configure("model", "stub");
    }

    @AfterEach
    void close() {
        stub.close();
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith(MINI));
    }

    private void configure(String key, String value) {
        Map.of(
                        "provider",
                        "openai",
                        "base-url",
                        stub.baseUrl(),
                        "model",
                        "stub",
                        "price-in",
                        "2",
                        "price-out",
                        "8")
                .forEach((name, usual) -> System.setProperty(MINI + name, usual));
        System.setProperty(MINI + key, value);
    }

    @Test
    void record_check_edit_record_accept() throws IOException {
        assertThat(fixtures.check()).contains("3 missing").endsWith("exit 2");

        Ran first = fixtures.hanji("record");
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.err()).startsWith("3 answers of mini recorded, 0 failed: ");
        assertThat(stub.calls()).isEqualTo(3);
        // the echo leaves Hangul in, which only one case minds
        assertThat(fixtures.check())
                .contains("en-formula failed: expect[", "2 ok, 1 failed")
                .endsWith("exit 1");

        FixtureFolder.replace(fixtures.prompt("translate.md"), "Keep numbers", "Keep all numbers");
        assertThat(fixtures.check()).contains("1 ok, 2 stale").endsWith("exit 2");

        assertThat(fixtures.hanji("record", "--missing").exit()).isZero();
        assertThat(stub.calls()).isEqualTo(3);
        assertThat(fixtures.hanji("record", "--stale").exit()).isZero();
        assertThat(stub.calls()).isEqualTo(5);
        assertThat(fixtures.check()).contains("2 ok, 1 failed");

        FixtureFolder.replace(
                fixtures.cases(RECORDED),
                "[en] SparseNet은 마스크 $m_{i}$를 써서 학습을 3.7배 앞당깁니다.",
                "SparseNet trains 3.7 times as fast with its mask $m_{i}$.");
        assertThat(fixtures.check()).contains("en-formula edited").endsWith("exit 2");
        assertThat(fixtures.hanji("accept", "--id", "en-formula").exit()).isZero();
        assertThat(fixtures.check()).isEqualTo("3 cases in 2 files: 3 ok\nexit 0");
        assertThat(Files.readString(fixtures.cases(RECORDED)))
                .contains("model: authored", "model: openai/stub");
    }

    @Test
    void a_second_record_asks_nobody_and_writes_nothing() throws IOException {
        fixtures.hanji("record");
        String cases = Files.readString(fixtures.cases(CASES));
        Object written = Files.getLastModifiedTime(fixtures.cases(RECORDED));
        Object file = Files.readAttributes(fixtures.cases(RECORDED), "unix:ino").get("ino");

        assertThat(fixtures.hanji("record").err()).startsWith("0 answers of mini recorded");

        assertThat(stub.calls()).isEqualTo(3);
        assertThat((Object) Files.getLastModifiedTime(fixtures.cases(RECORDED))).isEqualTo(written);
        assertThat(Files.readAttributes(fixtures.cases(RECORDED), "unix:ino").get("ino"))
                .isEqualTo(file);
        assertThat(Files.readString(fixtures.cases(CASES))).isEqualTo(cases);
    }

    @Test
    void another_model_makes_what_it_did_not_say_stale() throws IOException {
        fixtures.hanji("record");
        Files.writeString(
                fixtures.cases("condense.recorded.yaml"),
                "format: 1\nrecordings: {tldr-short: {response: {text: '{\"tldr\":\"Quiet.\"}'}}}\n");
        fixtures.hanji("accept", "--id", "tldr-short");
        configure("model", "larger");

        assertThat(fixtures.check())
                .startsWith(
                        """
                        translate-en.yaml:2: en-formula stale: model changed (openai/stub -> openai/larger)
                        translate-en.yaml:20: en-braces stale: model changed (openai/stub -> openai/larger)
                        """)
                .contains("1 ok, 2 stale");
        configure("temperature", "0.5");
        assertThat(fixtures.check()).contains("en-formula stale: params changed");
    }

    /// As in CI: the recordings stand for the model that they name.
    @Test
    void without_a_configured_model_the_recordings_stand() {
        configure("temperature", "0.5");
        fixtures.hanji("record");
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith(MINI));

        assertThat(fixtures.check()).contains("2 ok, 1 failed");
        assertThat(fixtures.hanji("record"))
                .isEqualTo(
                        Ran.failed(
                                3,
                                "hanji: No model is configured to record from: set hanji.llm.models.<id>.provider and hanji.llm.models.<id>.model (see README, Connecting a model)."));
    }

    @Test
    void a_key_is_not_needed_to_check() {
        fixtures.hanji("record");
        System.clearProperty(MINI + "base-url");

        assertThat(fixtures.check()).contains("2 ok, 1 failed");
        assertThat(fixtures.hanji("record").err()).contains("mini.api-key is missing");
    }

    @Test
    void a_dry_run() {
        assertThat(fixtures.hanji("record", "--dry-run").out())
                .matches(
                        "3 cases to be asked of mini: about [1-9]\\d* tokens in, at most 2,100 out, at most 0\\.\\d+\\n");
        assertThat(stub.calls()).isZero();
        assertThat(fixtures.cases(RECORDED)).doesNotExist();
    }

    @Test
    void what_looks_like_a_secret_is_not_written() throws IOException {
        FixtureFolder.replace(fixtures.cases(CASES), "두 번째 문장은", "sk-" + "a1B2".repeat(8) + " 문장은");

        Ran ran = fixtures.hanji("record");

        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.err())
                .contains(
                        "hanji: en-braces: The answer of en-braces holds what looks like a key of OpenAI or Anthropic, and is not written");
        assertThat(Files.readString(fixtures.cases(RECORDED)))
                .contains("en-formula")
                .doesNotContain("a1B2");
    }

    @Test
    void an_orphan_goes_when_it_is_told_to() throws IOException {
        fixtures.hanji("record");
        FixtureFolder.replace(fixtures.cases(CASES), "id: en-braces", "id: en-brackets");

        assertThat(fixtures.check()).contains("1 missing, 1 orphan");
        assertThat(fixtures.hanji("record", "--prune").err())
                .isEqualTo("1 recordings removed [en-braces]\n");
        assertThat(fixtures.check()).contains("1 missing").doesNotContain("orphan");
        assertThat(stub.calls()).isEqualTo(3);
    }

    @Test
    void a_file_that_cannot_be_read_stops_it_before_anybody_is_asked() throws IOException {
        FixtureFolder.replace(
                fixtures.cases(CASES), "  assert:\n    - type", "  asert:\n    - type");

        Ran ran = fixtures.hanji("record");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains(":28: unknown key \"asert\"", "Mend the file first");
        assertThat(stub.calls()).isZero();
    }

    @Test
    void what_is_to_be_accepted_must_be_said() {
        assertThat(fixtures.hanji("accept").exit()).isEqualTo(3);
        assertThat(fixtures.hanji("accept", "--all", "--id", "en-braces").exit()).isEqualTo(3);
    }
}
