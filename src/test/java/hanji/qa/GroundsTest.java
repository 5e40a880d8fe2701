package hanji.qa;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroundsTest {

    private static final List<String> SOURCES =
            List.of(
                    "Coder: a small model",
                    "Coder는 2 조 개의 토큰으로 훈련했습니다",
                    "GPU 8개와 확산 모델(diffusion model)을 썼으며 87%를 얻었습니다");

    private static List<String> claims(Language language, String text) {
        return Grounds.of(SOURCES).claims(language, text).stream()
                .map(claim ->
                        claim.span().of(text)
                                + claim.places().stream()
                                        .map(place ->
                                                " <- %d %s"
                                                        .formatted(
                                                                place.source(),
                                                                place.span()
                                                                        .of(
                                                                                SOURCES.get(
                                                                                        place
                                                                                                .source()))))
                                        .toList())
                .toList();
    }

    @Test
    void numbers_are_found_by_value_and_names_in_every_source() {
        assertThat(claims(Language.EN, "Trained on 2 trillion tokens, eight GPUs and 87%."))
                .containsExactly(
                        "2 trillion[ <- 1 2 조]",
                        "eight[ <- 2 8]",
                        "GPUs[ <- 2 GPU]",
                        "87[ <- 2 87]");
        assertThat(claims(Language.ZH_CN, "Coder用2万亿个词元训练"))
                .containsExactly("Coder[ <- 0 Coder,  <- 1 Coder]", "2万亿[ <- 1 2 조]");
    }

    @Test
    void a_glossed_term_is_a_name() {
        assertThat(claims(Language.EN, "It is one of the diffusion models."))
                .contains("diffusion models[ <- 2 diffusion model]");
    }

    @Test
    void what_no_source_says_has_no_place() {
        assertThat(claims(Language.EN, "Trained on 2 billion tokens by DeepNet-3."))
                .containsExactly("2 billion[]", "DeepNet-3[]");
    }

    @Test
    void the_first_word_of_a_sentence_claims_nothing() {
        assertThat(claims(Language.EN, "Results are good. Three things matter.")).isEmpty();
    }

    @Test
    void a_compound_is_borne_out_by_its_name() {
        assertThat(claims(Language.DE, "Das GPU-Modell")).containsExactly("GPU[ <- 2 GPU]");
    }
}
