package hanji.termbase;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RewordingsTest {

    private static final Terms TERMS =
            new Terms(
                    List.of(
                            new TermEntry(
                                    1,
                                    1,
                                    new Concept(
                                            List.of(
                                                    Term.of(
                                                            Language.KO,
                                                            "확산 모델",
                                                            TermStatus.PREFERRED)),
                                            null,
                                            null),
                                    "Mina",
                                    Instant.EPOCH)));

    private final List<Mended> all = new ArrayList<>();

    private void text(Language language, String source, String machine, String approved) {
        String place = "d 1." + (all.size() + 1);
        all.add(new Mended(place, "/" + all.size(), language, source, machine, approved));
    }

    private void text(String source, String machine, String approved) {
        text(Language.EN, source, machine, approved);
    }

    private List<String> found() {
        return Rewordings.of(all, TERMS).stream()
                .map(one ->
                        "%s %s: %s → %s"
                                .formatted(one.language(), one.korean(), one.before(), one.after()))
                .toList();
    }

    private void threeTimes() {
        text("새 확산 모델은 빠르다.", "The new spread model is fast.", "The new diffusion model is fast.");
        text("확산 모델을 훈련했다.", "We trained a spread model.", "We trained a diffusion model.");
        text(
                "그림에는 확산 모델이 쓰인다.",
                "For pictures, the Spread model is used.",
                "For pictures, the diffusion model is used.");
    }

    @Test
    void what_editors_change_three_times_is_found_by_the_term_that_the_sources_share() {
        threeTimes();

        assertThat(found()).containsExactly("en 확산 모델: spread model → diffusion model");
        assertThat(Rewordings.of(all, TERMS).getFirst().evidence()).isEqualTo(all);
    }

    @Test
    void a_word_that_no_term_knows_will_do() {
        text("어휘를 토큰으로 나눈다.", "It splits words into pieces.", "It splits words into tokens.");
        text("한 문장의 토큰이 많다.", "A sentence has many pieces.", "A sentence has many tokens.");
        text("토큰마다 값을 낸다.", "It gives values for pieces.", "It gives values for tokens.");

        assertThat(found()).containsExactly("en 토큰: pieces → tokens");
    }

    @Test
    void the_term_is_listed_in_the_singular() {
        assertThat(new Rewording(Language.EN, "토큰", "pieces", "text tokens", all).term())
                .isEqualTo("text token");
        assertThat(new Rewording(Language.DE, "토큰", "Stücke", "Tokens", all).term())
                .isEqualTo("Tokens");
    }

    @Test
    void languages_are_counted_apart() {
        threeTimes();
        all.removeLast();
        text(Language.DE, "확산 모델", "ein Streumodell", "ein Diffusionsmodell");

        assertThat(found()).isEmpty();
    }

    @Test
    void the_same_source_three_times_is_one() {
        for (int i = 0; i < 3; i++) {
            text("확산 모델을 훈련했다.", "We trained a spread model.", "We trained a diffusion model.");
        }

        assertThat(found()).isEmpty();
    }

    @Test
    void what_may_be_for_either_of_two_words_is_for_none() {
        text("모델은 성능을 보여준다.", "The model shows speed.", "The model demonstrates speed.");
        text("모델은 결과를 보여준다.", "The model shows results.", "The model demonstrates results.");
        text("모델은 한계를 보여준다.", "The model shows limits.", "The model demonstrates limits.");

        assertThat(found()).isEmpty();
    }

    @Test
    void what_editors_mostly_let_stand_is_none() {
        threeTimes();
        for (int i = 0; i < 4; i++) {
            String kept = "The spread model has %d parts.".formatted(i);
            text("확산 모델의 부분은 %d개다.".formatted(i), kept, kept);
        }

        assertThat(found()).isEmpty();
    }

    @Test
    void words_that_machines_write_for_much_else_are_none() {
        threeTimes();
        text("병이 퍼졌다.", "The spread was fast.", "The spread was fast.");
        text("소문이 돌았다.", "News spread.", "News spread.");

        assertThat(found()).isEmpty();
    }

    @Test
    void other_endings_capitals_and_numbers_are_no_other_words() {
        text("토큰이 하나 있다.", "One token is there: 3.", "One Token is there: 4.");
        text("토큰이 둘 있다.", "Two token are there: 3.", "Two tokens are there: 4.");
        text("토큰이 셋 있다.", "Three token are there: 3.", "Three tokens are there: 4.");

        assertThat(found()).isEmpty();
    }

    private static String name(int n) {
        return "" + (char) ('가' + n) + (char) ('각' + n);
    }

    @Test
    void particles_are_told_from_words_by_texts_that_have_others() {
        text("토큰은 많다.", "Many pieces are there.", "Many tokens are there.");
        text("토큰은 작다.", "Small pieces are here.", "Small tokens are here.");
        text("토큰은 길다.", "Long pieces are there.", "Long tokens are there.");
        assertThat(found()).isEmpty();

        text("두 토큰도 있다.", "Two pieces are there.", "Two tokens are there.");

        assertThat(found()).containsExactly("en 토큰: pieces → tokens");
    }

    @Test
    @Timeout(20)
    void twenty_thousand_texts_are_read_in_seconds() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder source = new StringBuilder();
            StringBuilder machine = new StringBuilder();
            for (int word = 0; word < 25; word++) {
                int n = random.nextInt(3_000);
                source.append(name(n)).append(random.nextBoolean() ? "은 " : "도 ");
                machine.append('w').append(n).append(' ');
            }
            String approved = machine.toString().replace("w7 ", "seven ").replace("w8 ", "");
            text(source.toString(), machine.toString(), approved);
        }

        assertThat(found()).containsExactly("en %s: w7 → seven".formatted(name(7)));
    }

    @Test
    void what_the_terms_have_is_not_proposed_again() {
        threeTimes();
        Term korean = Term.of(Language.KO, "확산 모델", TermStatus.PREFERRED);
        Term english = Term.of(Language.EN, "Diffusion model", TermStatus.PREFERRED);
        Concept concept = new Concept(List.of(korean, english), null, null);

        assertThat(
                        Rewordings.of(
                                all,
                                new Terms(
                                        List.of(
                                                new TermEntry(
                                                        1, 1, concept, "Mina", Instant.EPOCH)))))
                .isEmpty();
    }

    @Test
    void japanese_and_chinese_are_read_sign_by_sign() {
        text(Language.ZH_CN, "새 확산 모델은 빠르다.", "新传播模型很快。", "新扩散模型很快。");
        text(Language.ZH_CN, "확산 모델을 훈련했다.", "我们训练传播模型。", "我们训练扩散模型。");
        text(Language.ZH_CN, "확산 모델이 쓰인다.", "使用传播模型吗？", "使用扩散模型吗？");

        assertThat(found()).containsExactly("zh-CN 확산 모델: 传播模型 → 扩散模型");
    }
}
