package hanji.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README tells people to type runs as it is written.
class ReadmeIT {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir Path folder;

    @Test
    void the_curl_examples() throws Exception {
        try (Served served = Served.start()) {
            String batch =
                    run(
                            block("curl -s http://127.0.0.1:8080/api/v1/batches")
                                    .replace("http://127.0.0.1:8080", served.address()));
            String answer =
                    run(
                            block("curl -s http://127.0.0.1:8080/api/v1/translate")
                                    .replace("http://127.0.0.1:8080", served.address()));

            assertThat(new ObjectMapper().readTree(batch).at("/counts/total").asInt())
                    .isEqualTo(2 * (23 + 20));
            assertThat(new ObjectMapper().readTree(answer).at("/translations/0/text").asText())
                    .isEqualTo(
                            "GPT-3 is an autoregressive language model with 175 billion parameters,"
                                    + " 10 times as many as any previous non-sparse language model.");
        }
    }

    @Test
    void the_command_line_example() throws Exception {
        Files.createSymbolicLink(folder.resolve("hanji"), Path.of("hanji").toAbsolutePath());
        Files.createSymbolicLink(folder.resolve("fixtures"), Path.of("fixtures").toAbsolutePath());

        run(block("./hanji translate"));

        assertThat(folder.resolve("translated/2026-03-02.en.md"))
                .content()
                .contains("## Daily Papers (2026-03-02)", "175 billion parameters");
        assertThat(folder.resolve("translated/2026-03-02.ja.md")).content().contains("1,750億個");
    }

    @Test
    void the_example_of_the_checks() throws Exception {
        Files.createSymbolicLink(folder.resolve("hanji"), Path.of("hanji").toAbsolutePath());

        assertThat(run(block("echo ")))
                .startsWith("{\"id\":\"1\",\"findings\":[{\"check\":\"numbers\"")
                .contains("2조 (2,000,000,000,000) became 2 billion");
    }

    private static String block(String start) throws IOException {
        List<String> blocks =
                BLOCK.matcher(Files.readString(Path.of("README.md")))
                        .results()
                        .map(found -> found.group(1))
                        .filter(text -> text.startsWith(start))
                        .toList();
        assertThat(blocks).as("examples that start with " + start).hasSize(1);
        return blocks.getFirst();
    }

    private String run(String script) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        ProcessBuilder shell =
                new ProcessBuilder("sh", "-euc", script)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile());
        shell.environment().keySet().removeIf(name -> name.startsWith("HANJI_"));
        Process process = shell.start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        String complaint =
                new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(complaint).isZero();
        return Files.readString(out);
    }
}
