package hanji.qa;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.termbase.Concepts;
import hanji.termbase.Terms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether translations keep to agreed terms.
class TerminologyCheckTest {

    private static final Terms TERMS =
            Concepts.terms(
                    "확산 모델 | en diffusion model | en? DM | en! spread model",
                    "추론 | en inference | en! model",
                    "추론 | en reasoning",
                    "모델 동물원 | en model zoo | en! zoo",
                    "ko= NeRF");

    private final Inspector inspector = new Inspector(Grading.USUAL, () -> TERMS);

    private List<QaFinding> findings(String source, String target) {
        return inspector
                .inspect(UnitKind.TRANSLATION, Language.EN, source, target, "terminology"::equals)
                .findings();
    }

    @ParameterizedTest
    @CsvSource({
        "확산 모델을 씁니다., Diffusion models are used.",
        "확산 모델을 씁니다., A DM is used.",
        "추론을 합니다., Reasoning is done.",
        "모델 동물원이 있습니다., There is a model zoo.",
        "NeRF는 느립니다., NeRFs are slow.",
        "새롭습니다., It is a spread model."
    })
    void agreed_and_admitted_terms_pass(String source, String target) {
        assertThat(findings(source, target)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "확산 모델을 씁니다.|It is used.|MAJOR|“확산 모델” is agreed to be “diffusion model”; the target does not say so.",
                "추론을 합니다.|It is done.|MINOR|“추론” is agreed to be “inference”; the target does not say so.",
                "확산 모델을 씁니다.|A spread model is used.|MAJOR|“확산 모델” became “spread model”, which is not to be used: write “diffusion model”.",
                "NeRF는 느립니다.|A Nerf is slow.|MAJOR|“NeRF” is to be kept as it is; the target has “Nerf”.",
                "NeRF는 느립니다.|It is slow.|MAJOR|“NeRF” is to be kept as it is; the target does not have it."
            })
    void one_finding_says_what_was_expected_and_what_was_written(
            String source, String target, Severity severity, String sentence) {
        assertThat(findings(source, target))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.category()).isEqualTo(MqmCategory.TERMINOLOGY);
                    assertThat(finding.severity()).isEqualTo(severity);
                    assertThat(finding.message()).isEqualTo(sentence);
                });
    }

    @Test
    void a_forbidden_term_counts_beside_the_right_one_too() {
        assertThat(findings("확산 모델을 씁니다.", "A diffusion model, a spread model, is used."))
                .extracting(QaFinding::severity)
                .containsExactly(Severity.MAJOR);
    }

    @Test
    void without_a_termbase_it_is_silent() {
        assertThat(
                        new Inspector()
                                .inspect(
                                        UnitKind.TRANSLATION,
                                        Language.EN,
                                        "확산 모델을 씁니다.",
                                        "It is used.",
                                        "terminology"::equals)
                                .findings())
                .isEmpty();
    }
}
