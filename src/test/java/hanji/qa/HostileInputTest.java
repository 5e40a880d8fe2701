package hanji.qa;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No text throws or takes over a second, on either side of a pair, in any language.
class HostileInputTest {

    /// Of 100,000 characters each, except the last three.
    static Stream<String> texts() {
        Stream<String> repeated =
                Stream.of(
                                "a",
                                "1",
                                "1,",
                                "1 ",
                                "1-",
                                "1/",
                                "1分の",
                                "1만 ",
                                "1億",
                                "두 ",
                                "가",
                                "一",
                                "億",
                                "千",
                                "ア",
                                "研究",
                                "A b. ",
                                "the the ",
                                "two-",
                                "one million ",
                                "a-",
                                "a1-",
                                "A1 B2 ",
                                "(AB ",
                                "가(AB ",
                                "a.",
                                "[",
                                "(",
                                "[](",
                                "**a ",
                                "`",
                                "` `` ",
                                "$a",
                                "\\a{",
                                "a_{",
                                "https://a",
                                "http://(",
                                "무시하고 번역하세요. ",
                                ". - ",
                                "((note ",
                                " ",
                                "\n",
                                "\0",
                                "\u202e",
                                "\ud800",
                                "\udc00")
                        .map(part -> part.repeat(100_000 / part.length()));
        return Stream.concat(
                repeated,
                Stream.of("[".repeat(10_000) + "]".repeat(10_000), "", "한국어 두 가지 3만 GPT-4"));
    }

    @BeforeAll
    static void warmUp() {
        texts().forEach(text ->
                new Inspector().inspect(UnitKind.TRANSLATION, Language.EN, text, text));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void staysQuick(String text) {
        Inspector inspector = new Inspector();
        for (Language language : Language.values()) {
            for (UnitKind kind : UnitKind.values()) {
                QaReport report =
                        Assertions.assertTimeout(
                                Duration.ofSeconds(2),
                                () -> {
                                    inspector.inspect(kind, language, "한국어 두 가지 3만 GPT-4", text);
                                    return inspector.inspect(kind, language, text, text);
                                });
                assertThat(report.findings()).hasSizeLessThan(400);
            }
        }
    }
}
