package hanji.qa;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.testing.Effort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixesTest {

    private static final Inspector INSPECTOR = new Inspector();
    private static final Fixes FIXES = new Fixes(INSPECTOR);

    private static List<Fix> fixes(String language, String source, String target) {
        Language of = Language.target(language);
        return INSPECTOR.inspect(UnitKind.TRANSLATION, of, source, target).findings().stream()
                .map(finding -> FIXES.of(UnitKind.TRANSLATION, of, source, target, finding))
                .flatMap(Optional::stream)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en    | It was trained on 2 billion tokens.           | 2 trillion
                    ja    | 2億トークンで学習しました。                   | 2兆
                    zh-CN | 它在 2 亿个词元上训练而成。                   | 2 万亿
                    de    | Es wurde mit 2 Milliarden Token trainiert.    | 2 Billionen
                    en    | It was trained on 2B tokens.                  | 2T
                    """)
    void a_number_comes_back_in_the_form_of_its_language(
            String language, String target, String wanted) {
        List<Fix> fixes = fixes(language, "이 모델은 2조 개의 토큰으로 학습되었습니다.", target);

        assertThat(fixes).extracting(Fix::replacement).containsExactly(wanted);
        assertThat(fixes.getFirst().kind()).isEqualTo(Fix.Kind.CHANGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en    | Accuracy rose by 21.5%.                 | Accuracy rose by 12.5%.
                    de    | Die Genauigkeit stieg um 21,5 %.        | Die Genauigkeit stieg um 12,5 %.
                    ja    | 精度が21.5%向上しました。               | 精度が12.5%向上しました。
                    zh-CN | 准确率提高了 21.5%。                    | 准确率提高了 12.5%。
                    """)
    void what_stands_around_a_number_stays(String language, String target, String wanted) {
        List<Fix> fixes = fixes(language, "정확도가 12.5% 향상되었습니다.", target);

        assertThat(fixes).extracting(fix -> fix.on(target)).containsExactly(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    코드는 https://github.com/a/kite 에서 볼 수 있습니다. | The code is at https://github.com/a/kyte. | The code is at https://github.com/a/kite.
                    **결과**: $O(n^2)$ 시간이 걸립니다. | **Result**: It takes O(n^2) time. | **Result**: It takes $O(n^2)$ time.
                    `beam_size`를 늘립니다. | We raise beam_size. | We raise `beam_size`.
                    **Method**: 두 단계로 나눕니다. | **Approach**: We split it into two steps. | **Method**: We split it into two steps.
                    **Method**: 두 단계로 나눕니다. | We split it into two steps. | **Method**: We split it into two steps.
                    학습을 두 단계로 나눕니다. | We split the the training into two steps. | We split the training into two steps.
                    학습을 두 단계로 나눕니다. | Here is the translation: We split the training into two steps. | We split the training into two steps.
                    Mixtral보다 학습이 빠릅니다. | It trains faster than Mistral. | It trains faster than Mixtral.
                    """)
    void what_must_come_through_as_it_is_comes_back(String source, String target, String wanted) {
        assertThat(fixes("en", source, target))
                .extracting(fix -> fix.on(target))
                .contains(wanted)
                .containsOnly(wanted);
    }

    @Test
    void an_added_word_is_taken_out_and_a_lost_label_put_in() {
        assertThat(fixes("en", "학습을 나눕니다.", "We split the the training."))
                .extracting(Fix::kind)
                .containsExactly(Fix.Kind.TAKE_OUT);
        assertThat(fixes("en", "**Method**: 학습을 나눕니다.", "We split the training."))
                .extracting(Fix::kind)
                .containsOnly(Fix.Kind.INSERT);
    }

    @Test
    void two_numbers_in_exchanged_places_change_places_again() {
        String target = "Kite reaches 5% and Swallow 3%.";

        assertThat(fixes("en", "Kite는 3%, Swallow는 5%를 달성합니다.", target))
                .extracting(fix -> fix.on(target))
                .containsOnly("Kite reaches 3% and Swallow 5%.");
    }

    @Test
    void nothing_is_offered_where_it_is_not_certain_what_became_what() {
        assertThat(fixes("en", "3명과 8대와 7장을 썼습니다.", "We used 4 people, 9 machines, 6 sheets."))
                .isEmpty();
        assertThat(fixes("en", "정확도는 41%입니다.", "The accuracy is good.")).isEmpty();
    }

    @Test
    void nothing_is_offered_for_a_text_that_is_no_translation() {
        assertThat(fixes("de", "이 모델은 2조 개의 토큰으로 학습되었습니다.", "它在 2 亿个词元上训练而成。")).isEmpty();
    }

    @Test
    void hostile_texts_are_done_with_soon() {
        for (String piece : List.of("**", "[(", "$`", "1 ", "the the ", "(note: ", "\u200b")) {
            String target = piece.repeat(2_000 / piece.length());
            Effort.within(
                    Duration.ofSeconds(3),
                    () -> fixes("en", "**가**: $x$ `y` [z](https://z.io) 3조", target));
        }
    }
}
