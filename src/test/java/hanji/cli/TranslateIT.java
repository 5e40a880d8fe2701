package hanji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.testing.EchoAnswers;
import hanji.testing.Mender;
import hanji.testing.Shared;
import hanji.testing.StubModelServer;
import hanji.testing.TmxAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class TranslateIT {

    private static final List<String> LANGUAGES = List.of("en", "ja", "zh-CN", "de");

    @TempDir Path folder;

    @Test
    @EnabledIf("hanji.testing.Shared#present")
    void a_real_digest_into_four_languages_paid_once() throws IOException {
        Path source = Shared.dir("digests/2024/01/26.md").toAbsolutePath();
        TmxAnswers answers = TmxAnswers.read(Shared.dir("reference").resolve("2024-01-26.tmx"));
        try (StubModelServer stub = StubModelServer.start(answers)) {
            Program hanji = new Program(folder, stub);

            Ran first =
                    hanji.run(
                            "translate", source.toString(), "--to", "en,ja,zh-CN,de", "--out", "a");
            assertThat(first.exit()).as(first.err()).isZero();
            assertThat(stub.calls()).isEqualTo(56);
            for (String language : LANGUAGES) {
                assertThat(Files.readAllLines(folder.resolve("a").resolve(name(source, language))))
                        .isEqualTo(translated(source, answers.units(), language));
            }

            Ran second = hanji.run("translate", source.toString(), "--to", "en", "--out", "-");
            assertThat(second.out())
                    .isEqualTo(Files.readString(folder.resolve("a").resolve(name(source, "en"))));
            assertThat(second.err()).isEmpty();
            assertThat(stub.calls()).isEqualTo(56);
        }
    }

    private static String name(Path source, String language) {
        return source.getFileName().toString().replace(".md", "." + language + ".md");
    }

    /// The source's lines, with the text of each bullet that the reference knows replaced.
    private static List<String> translated(
            Path source, Map<String, Map<String, String>> units, String language)
            throws IOException {
        return Files.readAllLines(source).stream()
                .map(line -> {
                    Map<String, String> unit = units.get(line.replaceFirst("^\\s*- ", "").strip());
                    return unit == null ? line : line.replace(unit.get("ko"), unit.get(language));
                })
                .toList();
    }

    @Test
    void a_dry_run_asks_nobody() throws IOException {
        Path file = two();
        try (StubModelServer stub = StubModelServer.start(new EchoAnswers())) {
            Ran ran =
                    new Program(folder, stub)
                            .run("translate", file.toString(), "--to", "en,de", "--dry-run");

            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.out())
                    .matches(
                            "4 requests, 4 of them to be asked of stub: about [\\d,]+ tokens in, [\\d,]+ out, about 0\\.\\d+\\R");
            assertThat(stub.calls()).isZero();
            assertThat(folder.resolve("two.en.md")).doesNotExist();
        }
    }

    @Test
    void a_draft_with_a_serious_finding_is_mended_once() throws IOException {
        Path file = Files.writeString(folder.resolve("one.md"), "### A\n\n- 정확도가 12% 올랐습니다.\n");
        Mender answers = new Mender(_ -> "Accuracy rose by 15%.", _ -> "Accuracy rose by 12%.");
        try (StubModelServer stub = StubModelServer.start(answers)) {
            Program hanji = new Program(folder, stub, true);

            Ran ran = hanji.run("translate", file.toString(), "--to", "en");
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(folder.resolve("one.en.md")).content().contains("Accuracy rose by 12%.");
            assertThat(stub.calls()).isEqualTo(2);

            hanji.run("translate", file.toString(), "--to", "en");
            assertThat(stub.calls()).isEqualTo(2);
        }
    }

    @Test
    void a_failed_entry_leaves_no_file_and_keeps_what_was_paid() throws IOException {
        Path file = two();
        AtomicBoolean broken = new AtomicBoolean(true);
        EchoAnswers echo = new EchoAnswers();
        try (StubModelServer stub =
                StubModelServer.start(data ->
                        broken.get() && data.path("title").asText().equals("B")
                                ? "no"
                                : echo.apply(data))) {
            Program hanji = new Program(folder, stub);

            assertThat(hanji.run("translate", file.toString(), "--to", "en"))
                    .isEqualTo(
                            Ran.failed(
                                    4,
                                    "hanji: %s was not written, 1 of 2 entries have no text; entry 2: The answer of stub is not JSON."
                                            .formatted(folder.resolve("two.en.md"))));
            assertThat(folder.resolve("two.en.md")).doesNotExist();

            broken.set(false);
            int before = stub.calls();
            Ran again = hanji.run("translate", file.toString(), "--to", "en");
            assertThat(again.exit()).as(again.err()).isZero();
            assertThat(stub.calls() - before).isEqualTo(1);
            assertThat(folder.resolve("two.en.md"))
                    .hasContent(Files.readString(file).replace("- ", "- [en] "));
        }
    }

    @Test
    void condensations_as_markdown_and_as_json_lines() throws IOException {
        Path file = two();
        try (StubModelServer stub = StubModelServer.start(new EchoAnswers())) {
            Program hanji = new Program(folder, stub);

            assertThat(
                            hanji.run(
                                    "condense",
                                    file.toString(),
                                    "--style",
                                    "bullets",
                                    "--to",
                                    "de",
                                    "--out",
                                    "-"))
                    .isEqualTo(
                            new Ran(
                                    0,
                                    """
                                    ### [A](https://arxiv.org/abs/2401.13795)

                                    - [de] A 1
                                    - [de] A 2
                                    - [de] A 3

                                    ### B

                                    - [de] B 1
                                    - [de] B 2
                                    - [de] B 3
                                    """,
                                    ""));
            Ran json =
                    hanji.run(
                            "condense",
                            file.toString(),
                            "--style",
                            "tldr",
                            "--to",
                            "en",
                            "--format",
                            "json");
            assertThat(json.exit()).as(json.err()).isZero();
            List<String> lines = Files.readAllLines(folder.resolve("two.tldr.en.jsonl"));
            JsonNode line = new ObjectMapper().readTree(lines.getFirst());
            assertThat(lines).hasSize(2);
            assertThat(line.path("tldr").asText()).isEqualTo("[en] A");
            assertThat(line.path("arxiv").asText()).isEqualTo("2401.13795");
        }
    }

    private Path two() throws IOException {
        return Files.writeString(
                folder.resolve("two.md"),
                "### [A](https://arxiv.org/abs/2401.13795)\n\n- 하나\n- 둘\n\n### B\n\n- 셋\n");
    }
}
