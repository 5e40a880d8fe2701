package hanji.review;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.review.TextMerge.By;
import hanji.review.TextMerge.Part;
import hanji.segment.Language;
import hanji.testing.Effort;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextMergeTest {

    private static TextMerge merge(String base, String mine, String theirs) {
        return TextMerge.of(base, mine, theirs, Language.EN);
    }

    @Test
    void changes_with_a_word_between_them_are_both_taken() {
        TextMerge merge =
                merge(
                        "The model reads documents slowly.",
                        "The small model reads documents slowly.",
                        "The model reads documents very slowly.");

        assertThat(merge.conflicting()).isFalse();
        assertThat(merge.text()).isEqualTo("The small model reads documents very slowly.");
        assertThat(merge.parts())
                .contains(
                        new Part.Changed(By.ME, "", "small "),
                        new Part.Changed(By.THEM, "", "very "));
    }

    @Test
    void changes_side_by_side_are_left_to_a_person() {
        assertThat(
                        merge(
                                        "It costs two billion won.",
                                        "It costs three billion won.",
                                        "It costs two trillion won.")
                                .parts())
                .containsExactly(
                        new Part.Kept("It costs "),
                        new Part.Conflict("two billion", "three billion", "two trillion"),
                        new Part.Kept(" won."));
    }

    @Test
    void a_sign_between_two_changes_parts_them_no_more_than_a_blank() {
        assertThat(merge("two-billion", "three-billion", "two-trillion").parts())
                .containsExactly(new Part.Conflict("two-billion", "three-billion", "two-trillion"));
    }

    @Test
    void what_both_wrote_is_taken_once() {
        assertThat(merge("A cat.", "A big cat.", "A big cat.").parts())
                .containsExactly(
                        new Part.Kept("A "),
                        new Part.Changed(By.BOTH, "", "big "),
                        new Part.Kept("cat."));
    }

    @Test
    void what_one_removed_and_the_other_changed_is_left_to_a_person() {
        assertThat(merge("One two three.", "One three.", "One 2 three.").parts())
                .contains(new Part.Conflict("two ", "", "2 "));
    }

    @Test
    void words_of_scripts_without_blanks_are_kept_whole() {
        TextMerge merge = TextMerge.of("模型阅读一千份文档。", "这个模型阅读一千份文档。", "模型阅读一千份长文档。", Language.ZH_CN);

        assertThat(merge.text()).isEqualTo("这个模型阅读一千份长文档。");
        assertThat(TextMerge.of("これはモデルです。", "これは大きなモデルです。", "これはモデルでした。", Language.JA).parts())
                .anyMatch(part -> part instanceof Part.Changed changed && changed.by() == By.ME);
    }

    @Test
    void a_signs_surrogates_stay_together() {
        TextMerge merge = merge("a 𝔸 and b", "a 𝔹 and b", "a 𝔸 and c");

        assertThat(merge.text()).isEqualTo("a 𝔹 and c");
    }

    @Test
    void long_texts_do_not_take_seconds() {
        String base = "The model reads. ".repeat(1_200);
        String other = "A text writes, too. ".repeat(1_000);

        TextMerge merge =
                Effort.within(
                        Duration.ofSeconds(5), () -> merge(base, other, "x y. ".repeat(4_000)));
        assertThat(merge.conflicting()).isTrue();
        assertThat(merge(base, base + "It is mine.", "It is theirs. " + base).text())
                .isEqualTo("It is theirs. " + base + "It is mine.");
    }

    @Property
    void one_that_changed_nothing_gets_the_text_of_the_other(
            @ForAll("texts") String base, @ForAll("texts") String other) {
        assertThat(merge(base, base, other).text()).isEqualTo(other);
        assertThat(merge(base, other, base).text()).isEqualTo(other);
    }

    @Property
    void equal_versions_are_the_version(
            @ForAll("texts") String base, @ForAll("texts") String other) {
        assertThat(merge(base, other, other).text()).isEqualTo(other);
    }

    /// Every part knows what all three say there, so none of the three is lost.
    @Property
    void all_three_texts_can_be_read_off_the_parts(
            @ForAll("texts") String base,
            @ForAll("texts") String mine,
            @ForAll("texts") String theirs) {
        List<Part> parts = merge(base, mine, theirs).parts();

        assertThat(read(parts, null)).isEqualTo(base);
        assertThat(read(parts, By.ME)).isEqualTo(mine);
        assertThat(read(parts, By.THEM)).isEqualTo(theirs);
    }

    @Property
    void a_word_that_one_of_them_wrote_is_in_the_text_or_in_a_conflict(
            @ForAll("texts") String base, @ForAll("texts") String other) {
        String mine = "kiwi " + base;
        TextMerge merge = merge(base, mine, other);

        assertThat(
                        merge.conflicting()
                                ? merge.parts().stream()
                                        .map(part ->
                                                switch (part) {
                                                    case Part.Conflict one -> one.mine();
                                                    case Part.Changed one -> one.now();
                                                    case Part.Kept one -> one.text();
                                                })
                                        .collect(Collectors.joining())
                                : merge.text())
                .contains("kiwi");
    }

    private static String read(List<Part> parts, @Nullable By who) {
        return parts.stream()
                .map(part ->
                        switch (part) {
                            case Part.Kept kept -> kept.text();
                            case Part.Changed changed ->
                                    who != null && (changed.by() == who || changed.by() == By.BOTH)
                                            ? changed.now()
                                            : changed.before();
                            case Part.Conflict conflict ->
                                    who == null
                                            ? conflict.before()
                                            : who == By.ME ? conflict.mine() : conflict.theirs();
                        })
                .collect(Collectors.joining());
    }

    /// Few words, so that the texts have much in common.
    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.of(
                        "the ",
                        "model ",
                        "reads",
                        ", ",
                        "two",
                        "-",
                        " billion",
                        ".\n",
                        "문서",
                        "漢字",
                        "𝔸",
                        " ")
                .list()
                .ofMaxSize(25)
                .map(words -> String.join("", words));
    }
}
