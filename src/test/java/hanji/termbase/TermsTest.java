package hanji.termbase;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.segment.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where agreed terms stand in Korean.
class TermsTest {

    private static final Terms TERMS =
            Concepts.terms(
                    "확산 모델 | en diffusion model",
                    "조건부 확산 모델 | en conditional diffusion model",
                    "이미지 | en image",
                    "추론 | en inference",
                    "패치 | en patch",
                    "미세조정 | en fine-tuning",
                    "텍스트-이미지 생성 | en text-to-image generation",
                    "ko= NeRF");

    private static List<String> found(String text) {
        return TERMS.match(text, Language.EN).stream()
                .map(match -> match.spans().getFirst().of(text))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "확산모델을 씁니다., 확산모델",
        "확산 모델의 장점, 확산 모델",
        "확산 모델들에서는 그렇습니다., 확산 모델",
        "새 확산 모델입니다., 확산 모델",
        "확산 모델(diffusion)은 느립니다., 확산 모델",
        "**확산 모델**로 만듭니다., 확산 모델",
        "패치만을 가립니다., 패치",
        "미세 조정으로 충분합니다., 미세 조정",
        "텍스트 이미지 생성과 같습니다., 텍스트 이미지 생성",
        "NeRF는 느립니다., NeRF",
        "NeRFs도 느립니다., NeRF",
        "기존NeRF를 씁니다., NeRF"
    })
    void particles_and_spacing_are_tolerated(String text, String term) {
        assertThat(found(text)).containsExactly(term);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "비확산모델을 씁니다.",
                "확산모델링을 합니다.",
                "이 미지의 영역을 봅니다.",
                "추론적이고 멉니다.",
                "디스패치를 합니다.",
                "패치워크가 있습니다.",
                "패치을 씁니다.",
                "Sketch2NeRF를 씁니다.",
                "Block-NeRF를 씁니다.",
                "nerf를 씁니다.",
                "https://nerf.io/NeRF 참조",
                "`NeRF` 명령",
                "**이미지**: 빠릅니다."
            })
    void other_words_addresses_code_and_labels_are_no_terms(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void of_terms_inside_each_other_the_longest_counts() {
        assertThat(found("조건부 확산 모델은 확산 모델입니다.")).containsExactly("조건부 확산 모델", "확산 모델");
    }

    @Test
    void all_places_of_a_term_are_one_match() {
        List<TermMatch> matches = TERMS.match("추론과 추론의 추론", Language.EN);

        assertThat(matches).hasSize(1);
        assertThat(matches.getFirst().spans())
                .containsExactly(new Span(0, 2), new Span(4, 6), new Span(8, 10));
    }

    @Test
    void concepts_without_a_term_in_the_language_say_nothing_but_names_are_kept_in_all() {
        List<TermMatch> matches = TERMS.match("확산 모델과 NeRF", Language.DE);

        assertThat(matches).hasSize(1);
        assertThat(matches.getFirst().targets())
                .containsExactly(Term.of(Language.DE, "NeRF", TermStatus.KEEP));
    }

    @Test
    void a_fingerprint_tells_what_would_be_said_and_nothing_else() {
        String text = "확산 모델과 추론";
        String known = TermMatch.fingerprint(TERMS.match(text, Language.EN));
        Terms renumbered =
                Concepts.terms("추론 | en inference", "확산 모델 | en diffusion model | ja 拡散モデル");
        Terms changed =
                Concepts.terms("추론 | en inference | en! reasoning", "확산 모델 | en diffusion model");

        assertThat(TermMatch.fingerprint(renumbered.match(text, Language.EN))).isEqualTo(known);
        assertThat(TermMatch.fingerprint(changed.match(text, Language.EN))).isNotEqualTo(known);
        assertThat(TermMatch.fingerprint(List.of())).hasSize(64);
    }

    @Test
    void a_text_of_repeated_beginnings_takes_no_longer_than_another() {
        Terms terms = Concepts.terms("가".repeat(100) + "나 | en thing");

        assertThat(terms.match("가".repeat(100_000), Language.EN)).isEmpty();
    }
}
