package hanji.qa;

import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.testing.Effort;
import hanji.testing.Mutations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever the text: numbers are read in every language, and every check ends.
public class NumberFuzzTest {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final Inspector INSPECTOR = new Inspector();

    /// What the fuzzer calls.
    public static void read(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        for (Language language : Language.values()) {
            for (Quantity found : NumberReader.read(text, language)) {
                found.toString();
            }
        }
        int half = text.length() / 2;
        for (Language language : Language.TARGETS) {
            INSPECTOR.inspect(
                    UnitKind.TRANSLATION, language, text.substring(0, half), text.substring(half));
        }
    }

    @Provide
    Arbitrary<byte[]> mutated() {
        return Mutations.of(
                        List.of(
                                "3만 5천 개, 1.5배, 2분의 1, 2026년 3월 2일, 약 10%, 두 가지, 1-3위, 70억 매개변수",
                                "three and a half million, 1,234.5, 2x, 1/3, 10^6, 7B, twenty-one, 1990s, 5e-4",
                                "dreieinhalb Millionen, 1.234,5, ein Drittel, zweiundzwanzig, 10 %, anderthalb",
                                "三千五百万、1兆2千億、二分の一、約3割、十数個、百分之五，一点五倍，两千零六"),
                        "만",
                        "억",
                        "조",
                        "천",
                        "분의",
                        "億",
                        "兆",
                        "千",
                        "万",
                        "点",
                        "分の",
                        "million",
                        "hundred",
                        "and",
                        "half",
                        "Milliarden",
                        "hundert",
                        "und",
                        "½",
                        "①",
                        "Ⅳ",
                        "٣",
                        "e+",
                        "^",
                        ",",
                        ".",
                        "-",
                        "%",
                        "×10",
                        "\u00A0",
                        "\u2212")
                .arbitrary();
    }

    @Property(tries = 400)
    void nothing_but_problems(@ForAll("mutated") byte[] input) {
        Effort.within(LONGEST, () -> read(input));
    }
}
