package hanji.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hanji.digest.ParseFinding.Kind;
import hanji.segment.Problem;
import hanji.testing.Effort;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

    private static final String HEAD = "### [T](https://example.org/t)\n\n";

    private static Problem refused(byte[] bytes) {
        return catchThrowableOfType(Problem.class, () -> new DigestParser().parse("bad.md", bytes));
    }

    private static Problem refused(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\r\n\n", "\uFEFF", "\uFEFF\n"})
    void empty(String text) {
        assertThat(refused(text).kind()).isEqualTo(Problem.Kind.BAD_INPUT);
        assertThat(refused(text)).hasMessageStartingWith("\"bad.md\" is empty");
    }

    @Test
    void withoutEntries() {
        var problem = refused("## Daily Papers (2026-03-02)\n\n- 외로운 글\n");
        assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
        assertThat(problem)
                .hasMessageContaining("holds no entries")
                .hasMessageContaining("### [Title](https://arxiv.org");
    }

    @Test
    void brokenUtf8() {
        var bytes = (HEAD + "- 가\r\n- x").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xC3;
        assertThat(refused(bytes).kind()).isEqualTo(Problem.Kind.BAD_INPUT);
        assertThat(refused(bytes))
                .hasMessageContaining(
                        "not valid UTF-8 at byte %d (line 4)".formatted(bytes.length - 1));
    }

    @Test
    void replacementCharacterAndControlCharactersAreText() {
        var text = HEAD + "- a\uFFFDb\u0000c\u001B\n";
        var digest = Samples.parse(text);
        assertThat(digest.text()).isEqualTo(text);
        assertThat(Samples.outline(digest.entries().getFirst()))
                .containsExactly("BULLET 0 a\uFFFDb\uFFFDc\u001B");
    }

    @Test
    void tooLarge() {
        assertThat(refused(new byte[DigestParser.MAX_BYTES + 1]).kind())
                .isEqualTo(Problem.Kind.TOO_LARGE);
        assertThat(refused(new byte[50_000_000])).hasMessageContaining("1,048,576 bytes");
        assertThat(refused("a\n".repeat(DigestParser.MAX_LINES + 1)).kind())
                .isEqualTo(Problem.Kind.TOO_LARGE);
    }

    static Stream<String> pathological() {
        var lines = new StringBuilder();
        for (var i = 0; i < 1_400; i++) {
            lines.append("  ".repeat(i / 2)).append("- a\n");
        }
        return Stream.of(
                "- ".repeat(100_000) + "a",
                "1) ".repeat(100_000) + "a",
                ">".repeat(100_000) + "a",
                "> - ".repeat(100_000) + "a",
                lines.toString(),
                "[".repeat(1_000_000),
                "[a](".repeat(200_000),
                "![](a".repeat(200_000),
                "![](a) ".repeat(140_000),
                "[a]: b\n".repeat(99_000),
                "<img src='".repeat(100_000),
                "<div>" + "<video src ".repeat(90_000),
                "### [a](b".repeat(110_000),
                "### [a](b)\n".repeat(90_000),
                "**".repeat(500_000),
                "`".repeat(500_000),
                "Authors: [" + "'".repeat(900_000) + "]",
                "a\n\n".repeat(49_000),
                "- a\n".repeat(99_000),
                "\n".repeat(99_000));
    }

    @ParameterizedTest
    @MethodSource
    void pathological(String below) {
        var digest = Effort.within(Duration.ofSeconds(2), () -> Samples.parse(HEAD + below));
        assertThat(digest.text()).hasSize(HEAD.length() + below.length());
    }

    @Test
    void tooDeepIsAFinding() {
        var digest = Samples.parse(HEAD + "- ".repeat(100_000) + "깊은 글\n\n글\n\n- 얕은 글\n");
        assertThat(digest.findings())
                .contains(
                        new ParseFinding(3, Kind.TOO_DEEP, "Nested too deep: exported as it is."));
        assertThat(Samples.outline(digest.entries().getFirst()))
                .containsExactly("PARAGRAPH 0 글", "BULLET 0 얕은 글");
        assertThat(Samples.parse(HEAD + "- ".repeat(15) + "글\n").findings()).isEmpty();
    }
}
