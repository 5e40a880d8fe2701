package hanji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `hanji diff` in a repository of its own.
class DiffCommandTest {

    @TempDir private Path home;
    private String before = "";

    @BeforeEach
    void a_repository_with_accepted_answers() throws Exception {
        FixtureFolder fixtures = FixtureFolder.accepted(home);
        Files.move(home.resolve("cases"), home.resolve("fixtures"));
        assertThat(fixtures.folder()).isEqualTo(home);
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "first");
        before = System.getProperty("hanji.home", "");
        System.setProperty("hanji.home", home.toString());
    }

    @AfterEach
    void as_it_was() {
        if (before.isEmpty()) {
            System.clearProperty("hanji.home");
        } else {
            System.setProperty("hanji.home", before);
        }
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("git"));
        line.addAll(List.of(arguments));
        Process git =
                new ProcessBuilder(line).directory(home.toFile()).redirectErrorStream(true).start();
        String said = new String(git.getInputStream().readAllBytes());
        assertThat(git.waitFor()).as(said).isZero();
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = home.resolve("fixtures").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    @Test
    void nothing_changed() {
        Ran ran = Ran.here("diff");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("0 changed, 0 of them worse, ");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void an_answer_that_no_longer_holds() throws IOException {
        edit("translate-en.recorded.yaml", "with {#if}", "with {if}");
        Ran.here(
                "accept",
                home.resolve("fixtures").toString(),
                "--prompts",
                home.resolve("prompts").toString(),
                "--all");

        Ran ran = Ran.here("diff", "--base", "HEAD");

        assertThat(ran.out())
                .contains("en-braces ok -> failed (worse)\n")
                .contains("  before {\"translations\"")
                .contains("with {if}");
        assertThat(ran.exit()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void one_prompt_at_two_revisions() {
        Ran ran = Ran.here("diff", "--prompts", "translate@HEAD,translate@HEAD");

        assertThat(ran.out()).startsWith("0 changed");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void what_cannot_be_compared_is_said() {
        assertThat(Ran.here("diff", "--base", "nowhere").err())
                .startsWith("hanji: git has no prompts and fixtures of \"nowhere\": ");
        assertThat(Ran.here("diff", "--base=--output=x").err())
                .startsWith("hanji: \"--output=x\" is no revision.");
        assertThat(Ran.here("diff", "--id", "nobody").err())
                .startsWith("hanji: There is no case nobody on either side");
        assertThat(Ran.here("diff", "--prompts", "translate@HEAD").err())
                .startsWith("hanji: --prompts takes one prompt at two revisions");
    }
}
