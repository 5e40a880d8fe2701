package hanji.termbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Terms out of glosses, in sentences of our own.
class HarvestTest {

    private static List<Passage> papers(String... texts) {
        List<Passage> passages = new ArrayList<>();
        for (String text : texts) {
            String paper = "2026-03-02 " + (passages.size() + 1);
            passages.add(new Passage(paper, paper + ".1", text));
        }
        return passages;
    }

    private static Map<String, List<String>> found(String... texts) {
        return Harvest.of(papers(texts)).stream()
                .collect(
                        Collectors.toMap(
                                Proposal::english,
                                proposal ->
                                        proposal.forms().stream()
                                                .map(Proposal.Form::korean)
                                                .toList()));
    }

    @Test
    void the_words_that_belong_to_a_term_are_found_from_all_glosses() {
        assertThat(
                        found(
                                "이 논문은 확산 모델(diffusion model)을 씁니다.",
                                "최근 확산 모델(Diffusion Models)이 느립니다.",
                                "빠른 확산 모델 (diffusion-model)입니다."))
                .isEqualTo(Map.of("diffusion model", List.of("확산 모델")));
    }

    @Test
    void competing_forms_stand_together_whatever_the_english_is_written_like() {
        List<Proposal> proposals =
                Harvest.of(
                        papers(
                                "우리는 미세 조정(fine-tuning)을 합니다.",
                                "미세조정(Fine Tuning)을 합니다.",
                                "파인튜닝(finetuning)과 같습니다.",
                                "파인튜닝(fine-tuning)을 봅니다."));

        assertThat(proposals)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.english()).isEqualTo("fine-tuning");
                    assertThat(one.forms())
                            .extracting(Proposal.Form::korean, Proposal.Form::count)
                            .containsExactlyInAnyOrder(tuple("미세 조정", 2), tuple("파인튜닝", 2));
                    assertThat(one.forms().getFirst().contexts()).hasSize(2);
                });
    }

    @Test
    void an_abbreviation_joins_the_name_it_shortens() {
        assertThat(
                        found(
                                "먼저 상태 공간 모델(State Space Model; SSM)을 씁니다.",
                                "이어 상태 공간 모델(SSMs)을 고칩니다.",
                                "끝으로 상태 공간 모델(SSM)을 봅니다."))
                .isEqualTo(Map.of("state space model", List.of("상태 공간 모델")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.5",
                "2024",
                "et al. 2023",
                "https://example.org",
                "see Figure 2",
                "this is a sentence",
                "images, texts, sounds",
                "예: GAN",
                "p < 0.05",
                "Qwen2.5-72B",
                "one two three four five six seven"
            })
    void other_brackets_name_no_term(String inside) {
        assertThat(found("이 모형(%s)이 낫습니다.".formatted(inside), "그 모형(%s)을 씁니다.".formatted(inside)))
                .isEmpty();
    }

    @Test
    void one_paper_alone_proposes_nothing() {
        assertThat(found("우리는 미세 조정(fine-tuning)을 합니다. 또 미세 조정(fine-tuning)을 합니다.")).isEmpty();
    }
}
