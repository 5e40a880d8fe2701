package hanji.qa;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Sentences as digests have them, each with four right translations or one wrong one.
class NumberSentencesTest {

    private final NumberCheck check = new NumberCheck();

    @ParameterizedTest
    @CsvFileSource(resources = "numbers-right.psv", delimiter = '|')
    void rightTranslationsAreSilent(
            String source, String english, String japanese, String chinese, String german) {
        Map.of(
                        Language.EN, english,
                        Language.JA, japanese,
                        Language.ZH_CN, chinese,
                        Language.DE, german)
                .forEach((language, target) ->
                        assertThat(findings(language, source, target)).as(target).isEmpty());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "numbers-wrong.psv", delimiter = '|')
    void wrongTranslationsAreFound(String language, String source, String target) {
        assertThat(findings(Language.target(language), source, target)).isNotEmpty();
    }

    private List<QaFinding> findings(Language language, String source, String target) {
        return check.inspect(Pair.of(UnitKind.TRANSLATION, language, source, target));
    }
}
