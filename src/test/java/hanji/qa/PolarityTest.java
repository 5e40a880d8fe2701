package hanji.qa;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two tables of our own: `polarity.txt`, which was at hand while the word lists grew, and
/// `polarity-unseen.txt`, which was written when they were done.
class PolarityTest {

    private enum Turned {
        NOTHING,
        NEGATION,
        DIRECTION
    }

    private record Line(Language language, Turned turned, String source, String target) {}

    private static final List<Line> KNOWN = new ArrayList<>();
    private static final List<Line> UNSEEN = new ArrayList<>();

    @BeforeAll
    static void readTables() throws IOException {
        KNOWN.addAll(read("polarity.txt"));
        UNSEEN.addAll(read("polarity-unseen.txt"));
    }

    @ParameterizedTest
    @EnumSource(names = {"EN", "JA", "ZH_CN", "DE"})
    void aNegationThatIsTurnedRoundIsFound(Language language) {
        assertThat(found(KNOWN, language, Turned.NEGATION)).isGreaterThanOrEqualTo(90);
    }

    @ParameterizedTest
    @EnumSource(names = {"EN", "JA", "ZH_CN", "DE"})
    void aDirectionThatIsTurnedRoundIsFound(Language language) {
        assertThat(found(KNOWN, language, Turned.DIRECTION)).isGreaterThanOrEqualTo(90);
    }

    @ParameterizedTest
    @EnumSource(names = {"EN", "JA", "ZH_CN", "DE"})
    void otherWordsForTheSameAreLeftAlone(Language language) {
        assertThat(found(KNOWN, language, Turned.NOTHING)).isLessThanOrEqualTo(2);
    }

    @Test
    void whatTheListsWereNotMadeForIsFoundToo() {
        assertThat(found(UNSEEN, null, Turned.NEGATION)).isGreaterThanOrEqualTo(90);
        assertThat(found(UNSEEN, null, Turned.DIRECTION)).isGreaterThanOrEqualTo(90);
        assertThat(found(UNSEEN, null, Turned.NOTHING)).isLessThanOrEqualTo(1);
    }

    /// In percent of the lines of a kind.
    private static long found(List<Line> lines, @Nullable Language language, Turned turned) {
        List<Line> wanted =
                lines.stream()
                        .filter(line -> line.turned == turned)
                        .filter(line -> language == null || line.language == language)
                        .toList();
        assertThat(wanted).hasSizeGreaterThan(10);
        return Math.round(
                100.0 * wanted.stream().filter(PolarityTest::speaks).count() / wanted.size());
    }

    private static boolean speaks(Line line) {
        return new Inspector()
                        .inspect(UnitKind.TRANSLATION, line.language, line.source, line.target)
                        .findings()
                        .stream()
                        .anyMatch(finding ->
                                finding.check().equals("negation")
                                        || finding.check().equals("comparison"));
    }

    private static List<Line> read(String file) throws IOException {
        List<Line> lines = new ArrayList<>();
        String source = "";
        try (var in = Objects.requireNonNull(PolarityTest.class.getResourceAsStream(file));
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line : reader.lines().filter(line -> line.contains(": ")).toList()) {
                String head = line.substring(0, line.indexOf(": "));
                String text = line.substring(head.length() + 2);
                if (head.equals("ko")) {
                    source = text;
                } else if (!head.startsWith("#")) {
                    Turned turned =
                            head.endsWith("-")
                                    ? Turned.NEGATION
                                    : head.endsWith("<") ? Turned.DIRECTION : Turned.NOTHING;
                    lines.add(
                            new Line(Language.target(head.substring(0, 2)), turned, source, text));
                }
            }
        }
        return lines;
    }
}
