package hanji.qa;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// From 1 to 10^16: every form of Korean and every form of every target language, in turn.
class NumberPropertyTest {

    private static final long LARGEST = 10_000_000_000_000_000L;

    /// Above this a thousand times the value is no `long`.
    private static final long LARGEST_TIMES_THOUSAND = Long.MAX_VALUE / 1_000;

    private final NumberCheck check = new NumberCheck();

    @Provide
    Arbitrary<Long> values() {
        Arbitrary<Long> anyMagnitude =
                Arbitraries.doubles().between(0, 16).map(power -> (long) Math.pow(10, power));
        Arbitrary<Long> round =
                Combinators.combine(
                                Arbitraries.longs().between(1, 9_999),
                                Arbitraries.integers().between(0, 12))
                        .as((digits, power) -> digits * (long) Math.pow(10, power));
        return Arbitraries.oneOf(anyMagnitude, round, Arbitraries.longs().between(1, 99))
                .filter(value -> value <= LARGEST);
    }

    @Property(tries = 1_000)
    void equalValuesAreSilentInEveryForm(@ForAll("values") long value) {
        List<String> sources = WrittenNumbers.in(Language.KO, value);
        for (Language language : Language.TARGETS) {
            List<String> targets = WrittenNumbers.in(language, value);
            for (int turn = 0; turn < 2 * Math.max(sources.size(), targets.size()); turn++) {
                String source = sources.get((turn + turn / targets.size()) % sources.size());
                String target = targets.get(turn % targets.size());
                assertThat(findings(language, source, target))
                        .as("%s = %s", source, target)
                        .isEmpty();
            }
        }
    }

    @Property(tries = 1_000)
    void otherValuesAreFoundInEveryForm(@ForAll("values") long value) {
        if (value == 1) {
            return;
        }
        long percent = Math.max(1, value / 100);
        List<Long> wrong =
                value > LARGEST_TIMES_THOUSAND
                        ? List.of(value + percent, value - percent, value * 10)
                        : List.of(value + percent, value - percent, value * 10, value * 1_000);
        int turn = 0;
        List<String> sources = WrittenNumbers.in(Language.KO, value);
        for (Language language : Language.TARGETS) {
            for (long other : wrong) {
                for (String target : WrittenNumbers.in(language, other)) {
                    String source = sources.get(turn++ % sources.size());
                    assertThat(findings(language, source, target))
                            .as("%s is not %s", source, target)
                            .isNotEmpty();
                }
            }
        }
    }

    private List<QaFinding> findings(Language language, String source, String target) {
        String sentence =
                switch (language) {
                    case EN, KO -> "The collection holds %s sentences of good quality.";
                    case DE -> "Die Sammlung enthält %s Sätze von guter Qualität.";
                    case JA -> "この資料集には質の高い文が%s件含まれています。";
                    case ZH_CN -> "该语料库包含 %s 个高质量句子。";
                };
        return check.inspect(
                Pair.of(
                        UnitKind.TRANSLATION,
                        language,
                        "이 자료집은 품질이 좋은 문장 %s 개를 담고 있다.".formatted(source),
                        sentence.formatted(target)));
    }
}
