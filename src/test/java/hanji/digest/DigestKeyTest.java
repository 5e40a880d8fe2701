package hanji.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.segment.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestKeyTest {

    private static final byte[] UNDATED =
            "### [T](https://e.org)\n- b\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DATED =
            "## Daily Papers (2026-03-02)\n### [T](https://e.org)\n- b\n"
                    .getBytes(StandardCharsets.UTF_8);

    private final DigestParser parser = new DigestParser();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2026-01-05.md,          2026-01-05
                    a/2026/01/05.md,        2026-01-05
                    notes 2026.13.40.md,    notes 2026.13.40
                    C:\\temp\\my notes.md,    my notes
                    .hidden,                .hidden
                    메모,                   메모
                    """)
    void undatedTextIsCalledAfterItsFile(String fileName, String key) {
        assertThat(parser.parse(fileName, UNDATED).key()).isEqualTo(key);
    }

    @Test
    void headingComesBeforeFileNameAndGivenKeyBeforeBoth() {
        assertThat(parser.parse("2026-01-05.md", DATED).key()).isEqualTo("2026-03-02");
        assertThat(parser.parse("2026-01-05.md", DATED, " special ").key()).isEqualTo("special");
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        var key = parser.parse("a" + "😀".repeat(80) + ".md", UNDATED).key();
        assertThat(key).isEqualTo("a" + "😀".repeat(49));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b/", "..", "\u0000\u0007.md"})
    void fileWithoutName(String fileName) {
        assertThatThrownBy(() -> parser.parse(fileName, UNDATED))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("give a key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "..", "a\nb", "\\"})
    void unusableKey(String key) {
        assertThatThrownBy(() -> parser.parse("x.md", DATED, key))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("1 to 100 characters");
    }
}
