package hanji.qa;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.testing.Effort;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No text throws or takes over a second, on either side of a pair, in any language.
class HostileInputTest {

    static Stream<String> texts() {
        return HostileTexts.all();
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
                        Effort.within(
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
