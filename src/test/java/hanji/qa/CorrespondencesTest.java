package hanji.qa;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.segment.Span;
import hanji.testing.Effort;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CorrespondencesTest {

    static Stream<String> hostile() {
        return HostileTexts.all();
    }

    private static List<String> of(Language language, String source, String target) {
        return Correspondences.of(language, source, target).stream()
                .map(link ->
                        "%s %s = %s"
                                .formatted(
                                        link.kind(),
                                        link.source().of(source),
                                        link.target().of(target)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en    | 2 조 개의 토큰을 썼습니다 | It used 2 trillion tokens            | NUMBER 2 조 = 2 trillion
                    ja    | 2조 개의 토큰을 썼습니다  | 2兆個のトークンを使いました          | NUMBER 2조 = 2兆
                    zh-CN | 2조 개의 토큰을 썼습니다  | 使用了2万亿个词元                    | NUMBER 2조 = 2万亿
                    de    | 오차가 2.5였습니다        | Der Fehler lag bei 2,5               | NUMBER 2.5 = 2,5
                    en    | 층이 세 가지입니다        | There are three kinds of layers      | NUMBER 세 = three
                    en    | Llama-2를 썼습니다        | We used Llama 2                      | NAME Llama-2 = Llama 2
                    en    | LLM을 썼습니다            | We used a large language model       | NAME LLM = language model
                    en    | 확산 모델(diffusion model)입니다 | They are Diffusion Models     | GLOSS 모델(diffusion model) = Diffusion Models
                    """)
    void what_stands_for_what_is_linked(
            String language, String source, String target, String link) {
        assertThat(of(Language.of(language), source, target)).containsExactly(link);
    }

    @Test
    void another_value_another_name_and_a_pronoun_are_not_linked() {
        assertThat(of(Language.EN, "GPT-5는 2조 개입니다", "GPT-4 has 2 billion")).isEmpty();
        assertThat(of(Language.EN, "US 데이터", "It helps us")).isEmpty();
    }

    @Test
    void the_second_of_two_equal_names_is_linked_with_the_second() {
        String target = "BERT and BERT";
        assertThat(Correspondences.of(Language.EN, "BERT와 BERT", target))
                .extracting(link -> link.target().start())
                .containsExactly(0, 9);
    }

    @Test
    void a_number_said_again_is_linked_with_both() {
        assertThat(of(Language.EN, "12개 층", "12 layers; all 12 are large"))
                .containsExactly("NUMBER 12 = 12", "NUMBER 12 = 12");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "2조",
                        "3만",
                        "24",
                        "2.5",
                        "GPT-4",
                        "BERT",
                        "three",
                        "2 trillion",
                        "兆",
                        "(",
                        ")",
                        " ",
                        "모델",
                        "not",
                        "`x`",
                        "$y$",
                        "\ud83d\ude00",
                        "\ud83d",
                        "\n",
                        "1-",
                        "Diffusion Model",
                        "7B",
                        "https://a.b/2",
                        "**L**: ")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 2_000)
    void both_sides_lie_in_their_texts_and_are_equal(
            @ForAll("texts") String source, @ForAll("texts") String target) {
        for (Link link : Correspondences.of(Language.EN, source, target)) {
            assertThat(link.source().length()).isPositive();
            assertThat(link.source().end()).isLessThanOrEqualTo(source.length());
            assertThat(link.target().length()).isPositive();
            assertThat(link.target().end()).isLessThanOrEqualTo(target.length());
            if (link.kind() == Link.Kind.NUMBER) {
                assertThat(values(Language.KO, source, link.source()))
                        .as("%s in %s | %s", link, source, target)
                        .anyMatch(values(Language.EN, target, link.target())::contains);
            }
        }
    }

    private static List<BigDecimal> values(Language language, String text, Span span) {
        return NumberReader.read(Side.of(text, language).masked(), language).stream()
                .filter(quantity -> quantity.span().equals(span))
                .flatMap(quantity -> quantity.readings().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void no_text_takes_long(String text) {
        Effort.within(
                Duration.ofSeconds(2),
                () -> {
                    for (Language language : Language.TARGETS) {
                        assertThat(Correspondences.of(language, text, text))
                                .hasSizeLessThanOrEqualTo(400);
                    }
                    assertThat(Grounds.of(List.of(text, text)).claims(Language.EN, text))
                            .hasSizeLessThanOrEqualTo(200);
                });
    }
}
