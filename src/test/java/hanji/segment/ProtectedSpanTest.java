package hanji.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectedSpanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "**What's New**: 새 모델 | Label(**What's New**:)",
                "***Note:*** 새 모델 | Label(***Note:***)",
                "**굵은 글씨** 다음 문장 | ",
                "PanGu-$π$와 $$a_1$$ | Math($π$), Math($$a_1$$)",
                "비용은 $42에서 $50로 | ",
                "\\textsc{Kite} 도구 | Math(\\textsc{Kite})",
                "연산자 G_{stack}가 | Math(G_{stack})",
                "점수 `a*b` 와 ``c ` d`` | Code(`a*b`), Code(``c ` d``)",
                "열린 `코드 | ",
                "[코드](https://a.b/c) 참고 | Link([코드](https://a.b/c))",
                "주소 https://a.b/c/에서 | Url(https://a.b/c/)",
                "(https://a.b/c_(d)). | Url(https://a.b/c_(d))",
                "닫히지 않은 [링크](https://a.b | Url(https://a.b)",
            })
    void findsWhatMustComeThrough(String text, String expected) {
        List<String> found =
                ProtectedSpan.in(text).stream()
                        .map(span ->
                                span.getClass().getSimpleName() + "(" + span.span().of(text) + ")")
                        .toList();

        assertThat(String.join(", ", found)).isEqualTo(expected == null ? "" : expected);
    }
}
