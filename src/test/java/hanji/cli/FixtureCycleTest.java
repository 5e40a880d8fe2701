package hanji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The life of a prompt in a repository of its own, with two models.
class FixtureCycleTest {

    private static final String CASES = "translate-en.yaml";
    private static final String RECORDED = "translate-en.recorded.yaml";

    @TempDir private Path home;

    private final StubModelServer mini = StubModelServer.start(new EchoAnswers());
    private final StubModelServer large = StubModelServer.start(FixtureCycleTest::larger);
    private String before = "";

    /// Says the same in other words.
    private static String larger(JsonNode data) {
        return new EchoAnswers().apply(data).replace("[en] ", "[en] well: ");
    }

    @BeforeEach
    void a_repository_without_answers() throws Exception {
        FixtureFolder.copy(home);
        Files.move(home.resolve("cases"), home.resolve("fixtures"));
        Files.delete(file(RECORDED));
        Files.delete(file("condense.recorded.yaml"));
        before = System.getProperty("hanji.home", "");
        System.setProperty("hanji.home", home.toString());
        model("mini", mini);
        model("large", large);
        System.setProperty("hanji.llm.default", "mini");
        git("init", "-q");
    }

    @AfterEach
    void as_it_was() {
        mini.close();
        large.close();
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith("hanji.llm."));
        if (before.isEmpty()) {
            System.clearProperty("hanji.home");
        } else {
            System.setProperty("hanji.home", before);
        }
    }

    private static void model(String id, StubModelServer stub) {
        Map.of("provider", "openai", "base-url", stub.baseUrl(), "model", id)
                .forEach((key, value) ->
                        System.setProperty("hanji.llm.models.%s.%s".formatted(id, key), value));
    }

    private Path file(String name) {
        return home.resolve("fixtures").resolve(name);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("git"));
        line.addAll(List.of(arguments));
        Process git =
                new ProcessBuilder(line).directory(home.toFile()).redirectErrorStream(true).start();
        String said = new String(git.getInputStream().readAllBytes());
        assertThat(git.waitFor()).as(said).isZero();
    }

    private void commit() throws IOException, InterruptedException {
        git("add", ".");
        git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "a state");
    }

    private static String summary(Ran ran) {
        return ran.out()
                .lines()
                .filter(line -> line.matches("\\d+ cases in .*|\\d+ changed, .*"))
                .findFirst()
                .map(line -> line.replaceAll(";.*", ""))
                .orElse(ran.out() + ran.err());
    }

    @Test
    void record_check_edit_check_diff_record_accept() throws Exception {
        assertThat(Ran.here("record").err()).startsWith("3 answers of mini recorded, 0 failed");
        assertThat(summary(Ran.here("check"))).isEqualTo("3 cases in 2 files: 2 ok, 1 failed");
        commit();

        FixtureFolder.replace(
                home.resolve("prompts/translate.md"), "Keep numbers", "Keep all numbers");
        Ran stale = Ran.here("check");
        assertThat(stale.out()).contains("en-formula stale: template changed");
        assertThat(summary(stale)).isEqualTo("3 cases in 2 files: 1 ok, 2 stale");
        assertThat(stale.exit()).isEqualTo(2);

        Ran diff = Ran.here("diff");
        assertThat(diff.out()).contains("en-braces ok -> stale (worse)", "  answer as it was");
        assertThat(summary(diff)).isEqualTo("2 changed, 1 of them worse, 1 as they were");
        assertThat(diff.exit()).isEqualTo(1);

        String cases = Files.readString(file(CASES));
        assertThat(Ran.here("record", "--stale").err()).startsWith("2 answers of mini recorded");
        assertThat(summary(Ran.here("diff"))).startsWith("0 changed");
        Object written = Files.getLastModifiedTime(file(RECORDED));
        assertThat(Ran.here("record").err()).startsWith("0 answers of mini recorded");
        assertThat((Object) Files.getLastModifiedTime(file(RECORDED))).isEqualTo(written);
        assertThat(mini.calls()).isEqualTo(5);

        FixtureFolder.replace(
                file(RECORDED),
                "[en] SparseNet은 마스크 $m_{i}$를 써서 학습을 3.7배 앞당깁니다.",
                "SparseNet trains 3.7 times as fast with its mask $m_{i}$.");
        assertThat(Ran.here("accept", "--id", "en-formula").exit()).isZero();
        Ran mended = Ran.here("check");
        assertThat(mended.out()).isEqualTo("3 cases in 2 files: 3 ok\n");
        assertThat(mended.exit()).isZero();
        assertThat(Files.readString(file(CASES)))
                .isEqualTo(cases)
                .contains("# what looks like a template or a file is data");
    }

    @Test
    void answers_of_another_model_stand_beside() throws Exception {
        Ran.here("record");
        String own = Files.readString(file(RECORDED));

        assertThat(Ran.here("record", "--beside", "--model", "large", "--id", "en-braces").err())
                .startsWith("1 answers of large recorded");

        assertThat(file("rivals/openai-large/" + RECORDED)).content().contains("[en] well: ");
        assertThat(Files.readString(file(RECORDED))).isEqualTo(own);
        assertThat(summary(Ran.here("check"))).isEqualTo("3 cases in 2 files: 2 ok, 1 failed");
        Ran diff = Ran.here("diff", "--models", "mini,openai/large");
        assertThat(diff.out())
                .contains("en-braces ok -> ok\n", "  before {", "  after  {", "[en] well: ");
        assertThat(summary(diff)).isEqualTo("1 changed, 0 of them worse, 0 as they were");
        assertThat(Ran.here("diff", "--models", "mini,small"))
                .isEqualTo(
                        Ran.failed(
                                3,
                                "hanji: There are no answers of one model \"small\", only of openai/large, openai/mini: hanji record --beside --model ID asks another."));
        assertThat(Ran.here("diff", "--models", "mini").err())
                .contains("--models takes two models");
    }
}
