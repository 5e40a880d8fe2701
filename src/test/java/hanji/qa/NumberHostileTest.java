package hanji.qa;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.testing.Effort;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What begins a number over and over again for 100,000 characters is read in under a second.
class NumberHostileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1,",
                "1.2.3 ",
                "2024.3.",
                "1/2/3/",
                "1x",
                "x1",
                "A-1-",
                "1 million 2 ",
                "10-",
                "hundred ",
                "hundreds of ",
                "two and a half ",
                "half a ",
                "five-",
                "2 and 3 million ",
                "zwei",
                "hundert",
                "tausend",
                "einund",
                "Hunderte von ",
                "eine Million ",
                "ein Drittel ",
                "삼",
                "천 ",
                "만 ",
                "수 ",
                "수백 ",
                "삼분의 ",
                "4백 ",
                "두세",
                "천만",
                "一点",
                "亿亿",
                "1万2345亿",
                "成千上万",
                "三分之",
                "1年半"
            })
    void staysQuick(String part) {
        String text = part.repeat(100_000 / part.length());
        NumberCheck check = new NumberCheck();
        for (Language language : Language.TARGETS) {
            Pair pair = Pair.of(UnitKind.TRANSLATION, language, text, text);
            assertThat(Effort.within(Duration.ofSeconds(1), () -> check.inspect(pair)))
                    .hasSizeLessThan(100);
        }
    }
}
