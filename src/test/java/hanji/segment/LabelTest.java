package hanji.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock =
                    """
                    **What's New**: 새 방법이다.|**What's New**:\s
                    ***Technical Details***:  두 칸|***Technical Details***:\s\s
                    **요약:** 본문|**요약:**\s
                    **방법**：본문|**방법**：
                    **끝**:|**끝**:
                    """)
    void labelled(String text, String label) {
        assertThat(Label.of(text)).isEqualTo(new Span(0, label.length()));
        assertThat(Label.of(text).of(text)).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    그냥 문장: 본문
                    **굵은 말**은 문장이다: 본문
                    *기울임*: 본문
                    ** 빈칸**: 본문
                    ***섞임**: 본문
                    글 **가운데**: 본문
                    ****: 본문
                    """)
    void notLabelled(String text) {
        assertThat(Label.of(text)).isEqualTo(new Span(0, 0));
    }

    @ParameterizedTest
    @CsvSource({"80, 86", "81, 0"})
    void labelHasEightyCharactersAtMost(int length, int end) {
        assertThat(Label.of("**" + "a".repeat(length) + "**: x")).isEqualTo(new Span(0, end));
    }
}
