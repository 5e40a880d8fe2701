package hanji.qa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitKind;
import hanji.store.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradingTest {

    private static final String SOURCE = "데이터는 4만 개입니다.";
    private static final String WRONG = "There are are 4,000 data points.";

    @TempDir Path home;

    @Test
    void nothing_is_configured() {
        Grading grading = grading(Map.of());

        assertThat(grading).isEqualTo(Grading.USUAL);
        assertThat(found(grading, Language.EN))
                .containsExactly("numbers critical", "doubled-word minor");
    }

    @Test
    void a_check_that_is_off_or_counts_for_less() {
        Grading grading =
                grading(
                        Map.of(
                                "HANJI_CHECKS_DOUBLED_WORD",
                                "off",
                                "HANJI_CHECKS_NUMBERS",
                                "Minor"));

        assertThat(found(grading, Language.EN)).containsExactly("numbers minor");
    }

    @Test
    void a_language_of_its_own_goes_before() throws IOException {
        Files.writeString(
                home.resolve(".env"),
                "HANJI_CHECKS_NUMBERS=off\nHANJI_CHECKS_DE_NUMBERS=neutral\nHANJI_CHECKS_ZH_CN_LENGTH=off\n");
        Grading grading = grading(Map.of());

        assertThat(found(grading, Language.EN)).containsExactly("doubled-word minor");
        assertThat(grading.graded(finding("numbers"), Language.DE).severity())
                .isEqualTo(Severity.NEUTRAL);
        assertThat(grading.off("length", Language.ZH_CN)).isTrue();
        assertThat(grading.off("length", Language.JA)).isFalse();
    }

    @Test
    void a_file_holds_the_keys_as_they_are_written() throws IOException {
        Files.writeString(
                Files.createDirectory(home.resolve("config")).resolve("application.properties"),
                "hanji.checks.doubled-word=critical\nhanji.checks.en.numbers=off\n");

        assertThat(found(grading(Map.of()), Language.EN)).containsExactly("doubled-word critical");
    }

    @Test
    void without_the_checks_that_go_first_the_others_speak() {
        Grading grading = grading(Map.of("HANJI_CHECKS_UNTRANSLATED", "off"));

        assertThat(
                        new Inspector(grading)
                                .inspect(UnitKind.TRANSLATION, Language.EN, SOURCE, SOURCE)
                                .findings())
                .extracting(QaFinding::check)
                .contains("hangul-left")
                .doesNotContain("untranslated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    HANJI_CHECKS_LENGTH    | loud  | hanji.checks.length cannot be "loud": use one of off, neutral, minor, major, critical.
                    HANJI_CHECKS_DE_LENGTH | false | hanji.checks.de.length cannot be "false": use one of off, neutral, minor, major, critical.
                    """)
    void a_word_that_is_none(String key, String value, String sentence) {
        assertThatThrownBy(() -> grading(Map.of(key, value)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.SETUP))
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "hanji.checks.lenght",
        "hanji.checks.fr.length",
        "hanji.checks.de",
        "hanji.checks.de.length.severity"
    })
    void a_key_that_is_none(String key) throws IOException {
        Files.writeString(
                Files.createDirectory(home.resolve("config")).resolve("application.properties"),
                key + "=off\n");

        assertThatThrownBy(() -> grading(Map.of()))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(
                        key
                                + " is no key: it is hanji.checks.<check> or hanji.checks.<language>.<check>, with a check of empty, ")
                .hasMessageEndingWith(", grounded and a language of ko, en, ja, zh-CN, de.");
    }

    private Grading grading(Map<String, String> environment) {
        return Grading.of(Configuration.builder(home, environment).build());
    }

    private static List<String> found(Grading grading, Language language) {
        return new Inspector(grading)
                .inspect(UnitKind.TRANSLATION, language, SOURCE, WRONG).findings().stream()
                        .map(finding -> finding.check() + " " + finding.severity().wire())
                        .toList();
    }

    private static QaFinding finding(String check) {
        return new QaFinding(
                check, MqmCategory.NUMBER, Severity.CRITICAL, null, null, "A sentence.");
    }
}
