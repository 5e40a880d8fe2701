package hanji.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectTest {

    private static final String RIGHT =
            row("a", "en", "데이터는 4만 개입니다.", "There are 40,000 data points.");
    private static final String WRONG = row("b", "zh", "데이터는 4만 개입니다.", "数据有4千个。");
    private static final String DOUBLED =
            row("c", "de", "이것은 새로운 모델입니다.", "Das ist ist ein neues Modell.");

    @TempDir Path folder;

    @Test
    void findings_come_in_the_order_of_the_pairs() throws IOException {
        Path file = file("pairs.jsonl", RIGHT, WRONG, "", DOUBLED);

        Ran ran = Ran.here("inspect", file.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualTo("%s: 3 pairs, 2 findings: 1 critical, 1 minor%n".formatted(file));
        List<JsonNode> lines = lines(ran.out());
        assertThat(lines)
                .extracting(line -> line.path("id").textValue())
                .containsExactly("a", "b", "c");
        assertThat(lines.getFirst()).hasToString("{\"id\":\"a\",\"findings\":[]}");
        JsonNode number = lines.get(1).path("findings").path(0);
        assertThat(number.path("check").textValue()).isEqualTo("numbers");
        assertThat(number.path("category").textValue()).isEqualTo("accuracy/mistranslation/number");
        assertThat(number.path("severity").textValue()).isEqualTo("critical");
        assertThat(number.path("source")).hasToString("[5,7]");
        assertThat(number.path("target")).hasToString("[3,5]");
        assertThat(number.path("message").textValue()).startsWith("The number changed: 4만");
    }

    @ParameterizedTest
    @CsvSource({"minor, 1", "major, 0", "critical, 0", "never, 0", "MINOR, 1"})
    void what_fails_is_chosen(String severity, int exit) throws IOException {
        Path file = file("pairs.jsonl", DOUBLED);

        assertThat(Ran.here("inspect", file.toString(), "--fail-on", severity).exit())
                .isEqualTo(exit);
    }

    @Test
    void checks_count_as_they_are_configured() throws IOException {
        Path file = file("pairs.jsonl", DOUBLED);
        System.setProperty("hanji.checks.de.doubled-word", "critical");
        try {
            assertThat(Ran.here("inspect", file.toString()).out())
                    .contains("\"check\":\"doubled-word\"", "\"severity\":\"critical\"");
            System.setProperty("hanji.checks.de.doubled-word", "loud");
            assertThat(Ran.here("inspect", file.toString()))
                    .isEqualTo(
                            Ran.failed(
                                    3,
                                    "hanji: hanji.checks.de.doubled-word cannot be \"loud\": use one of off, neutral, minor, major, critical."));
        } finally {
            System.clearProperty("hanji.checks.de.doubled-word");
        }
    }

    @Test
    void standard_input_is_a_file_too() {
        InputStream before = System.in;
        try {
            System.setIn(
                    new ByteArrayInputStream(("\uFEFF" + RIGHT).getBytes(StandardCharsets.UTF_8)));

            assertThat(Ran.here("inspect", "-"))
                    .isEqualTo(
                            new Ran(
                                    0,
                                    "{\"id\":\"a\",\"findings\":[]}\n",
                                    "standard input: 1 pair, no findings%n".formatted()));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void a_pair_is_there_before_its_file_ends() throws IOException {
        try (PipedOutputStream writer = new PipedOutputStream();
                Pairs pairs = new JsonLinesPairs("pipe", new PipedInputStream(writer))) {
            writer.write((RIGHT + "\n").getBytes(StandardCharsets.UTF_8));

            assertThat(pairs.next()).extracting(TextPair::id).isEqualTo("a");
        }
    }

    @Test
    void condensations_have_checks_of_their_own() throws IOException {
        Path file =
                file(
                        "pairs.jsonl",
                        "{\"id\":\"t\",\"kind\":\"tldr\",\"lang\":\"en\",\"source\":\"정확도가 올랐습니다.\",\"target\":\"Accuracy rose by 7%.\"}");

        assertThat(
                        lines(Ran.here("inspect", file.toString()).out())
                                .getFirst()
                                .findValuesAsText("check"))
                .containsExactly("grounded");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"id": 1                                               | this is not JSON (column 9): every line is an object {"id", "lang", "source", "target"}.
                    {"id":"b"} {}                                          | this is not JSON (column 12): every line is an object {"id", "lang", "source", "target"}.
                    ["b"]                                                  | this is no JSON object: every line is an object {"id", "lang", "source", "target"}.
                    {"id":"b","lang":"en","source":"글"}                   | "target" is missing: every line is an object {"id", "lang", "source", "target"}.
                    {"id":7,"lang":"en","source":"글","target":"t"}        | "id" is not a text: write it in quotes.
                    {"id":"b","lang":"fr","source":"글","target":"t"}      | Unknown language "fr": use one of en, ja, zh-CN, de.
                    {"id":"b","lang":"ko","source":"글","target":"t"}      | "ko" is the language of the digests: translate into one of en, ja, zh-CN, de.
                    {"id":"b","kind":"poem","lang":"en","source":"글","target":"t"} | Unknown kind "poem": use one of translation, headline, tldr, bullets.
                    {"id":"a","lang":"en","source":"글","target":"Text"}   | the id "a" stands a second time: give each pair one of its own.
                    """)
    void a_line_that_cannot_be_used(String line, String sentence) throws IOException {
        Path file = file("pairs.jsonl", RIGHT, line);

        assertThat(Ran.here("inspect", file.toString()))
                .isEqualTo(
                        new Ran(
                                3,
                                "{\"id\":\"a\",\"findings\":[]}\n",
                                "hanji: %s:2: %s%n".formatted(file, sentence)));
    }

    @Test
    void another_encoding() throws IOException {
        Path file = folder.resolve("pairs.jsonl");
        Files.write(file, RIGHT.getBytes("EUC-KR"));

        assertThat(Ran.here("inspect", file.toString()))
                .isEqualTo(
                        Ran.failed(
                                3,
                                "hanji: %s:1: this is not UTF-8: save the file as UTF-8."
                                        .formatted(file)));
    }

    @Test
    void a_line_without_an_end() {
        byte[] endless = new byte[Pairs.LONGEST + 1];
        try (Pairs pairs = new JsonLinesPairs("f", new ByteArrayInputStream(endless))) {
            assertThat(catchThrowable(pairs::next))
                    .hasMessageStartingWith("f:1: the line is longer than 1,048,576 bytes");
        }
    }

    @Test
    void nothing_to_inspect() throws IOException {
        Path empty = file("pairs.jsonl", "");

        assertThat(Ran.here("inspect", empty.toString()))
                .isEqualTo(
                        Ran.failed(
                                3,
                                "hanji: %s is empty: give pairs as JSON Lines or TMX."
                                        .formatted(empty)));
        assertThat(Ran.here("inspect", "missing.jsonl"))
                .isEqualTo(Ran.failed(3, "hanji: There is no file missing.jsonl: check its name."));
        assertThat(Ran.here("inspect", folder.toString()))
                .isEqualTo(
                        Ran.failed(
                                3,
                                "hanji: %s cannot be read: give JSON Lines or a TMX file that you may read."
                                        .formatted(folder)));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static String row(String id, String lang, String source, String target) {
        return "{\"id\":\"%s\",\"lang\":\"%s\",\"source\":\"%s\",\"target\":\"%s\",\"note\":1}"
                .formatted(id, lang, source, target);
    }

    private static List<JsonNode> lines(String out) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.lines().toList()) {
            lines.add(json.readTree(line));
        }
        return lines;
    }
}
