package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// English words that state a number without being a numeral: multiples, ordinals, parts, idioms.
final class EnglishWords {

    private static final List<String> CARDINALS =
            List.of(
                    "zero",
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                    "thirteen",
                    "fourteen",
                    "fifteen",
                    "sixteen",
                    "seventeen",
                    "eighteen",
                    "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    /// From the third on.
    private static final List<String> ORDINALS =
            List.of(
                    "third",
                    "fourth",
                    "fifth",
                    "sixth",
                    "seventh",
                    "eighth",
                    "ninth",
                    "tenth",
                    "eleventh",
                    "twelfth",
                    "thirteenth",
                    "fourteenth",
                    "fifteenth",
                    "sixteenth",
                    "seventeenth",
                    "eighteenth",
                    "nineteenth",
                    "twentieth");

    private static final Map<String, Integer> NUMERALS = numerals();
    private static final Map<String, Integer> PARTS = parts();
    private static final Map<String, Integer> MULTIPLES = multiples();
    private static final Map<String, List<String>> SOFT = soft();

    private EnglishWords() {}

    /// The value of a numeral below 100, -1 for other words.
    static int numeral(String lower) {
        return NUMERALS.getOrDefault(lower, -1);
    }

    /// What `third`, `quarters` and the like divide by; 0 for other words.
    static int part(String lower) {
        return PARTS.getOrDefault(lower, 0);
    }

    static @Nullable Quantity read(String lower, Span span) {
        Integer multiple = MULTIPLES.get(lower);
        if (multiple != null) {
            return Quantity.of(multiple, Weight.WORD, span.start(), span.end());
        }
        List<String> soft = SOFT.get(lower);
        if (soft != null) {
            return NumberWords.quantity(soft, Weight.SOFT, span);
        }
        if (lower.endsWith("fold")) {
            int fold = numeral(lower.substring(0, lower.length() - 4));
            return fold < 0 ? null : Quantity.of(fold, Weight.WORD, span.start(), span.end());
        }
        return null;
    }

    private static Map<String, Integer> numerals() {
        Map<String, Integer> words = new HashMap<>();
        for (int n = 0; n < CARDINALS.size(); n++) {
            words.put(CARDINALS.get(n), n);
        }
        for (int n = 0; n < TENS.size(); n++) {
            words.put(TENS.get(n), 20 + 10 * n);
        }
        for (String one : List.of("a", "an", "single")) {
            words.put(one, 1);
        }
        return Map.copyOf(words);
    }

    private static Map<String, Integer> parts() {
        Map<String, Integer> words = new HashMap<>();
        for (int n = 0; n < ORDINALS.size(); n++) {
            words.put(ORDINALS.get(n), n + 3);
            words.put(ORDINALS.get(n) + "s", n + 3);
        }
        words.putAll(Map.of("quarter", 4, "quarters", 4, "half", 2, "halves", 2));
        words.putAll(Map.of("hundredth", 100, "hundredths", 100, "thousandth", 1000));
        return Map.copyOf(words);
    }

    private static Map<String, Integer> multiples() {
        Map<String, Integer> words = new HashMap<>();
        List.of("twice", "double", "doubled", "doubles", "doubling")
                .forEach(word -> words.put(word, 2));
        List.of("triple", "tripled", "triples", "tripling", "thrice")
                .forEach(word -> words.put(word, 3));
        List.of("quadruple", "quadrupled", "quadruples", "quadrupling")
                .forEach(word -> words.put(word, 4));
        words.putAll(Map.of("quintuple", 5, "quintupled", 5, "hundredfold", 100));
        words.put("thousandfold", 1000);
        return Map.copyOf(words);
    }

    private static Map<String, List<String>> soft() {
        Map<String, List<String>> words = new HashMap<>();
        put(words, List.of("0.5", "50", "2"), "half halve halves halved halving");
        put(
                words,
                List.of("2"),
                "both pair pairs pairwise dual duo couple second secondly secondary bi either two-fold"
                        + " twofold twin binary bilingual bimodal biped bipedal quadratic"
                        + " quadratically runner-up");
        put(words, List.of("3"), "thirdly trio triplet triplets tertiary trilingual cubic");
        put(words, List.of("4"), "quadruped quadrupedal quadrupeds quadruplet quartet");
        put(words, List.of("1"), "first firstly once primary sole solely only");
        put(words, List.of("0"), "no none");
        put(words, List.of("10"), "decade decades magnitude teens");
        put(words, List.of("100"), "century centuries");
        put(words, List.of("12", "10"), "dozen");
        put(words, List.of("10", "12"), "tens dozens scores");
        put(words, List.of("7"), "week weekly");
        put(words, List.of("1000"), "millennia millennium");
        for (int n = 0; n < ORDINALS.size(); n++) {
            words.put(ORDINALS.get(n), ordinal(n + 3));
            words.put(ORDINALS.get(n) + "s", ordinal(n + 3));
        }
        put(words, List.of("4", "0.25", "25"), "quarter quarters quarterly");
        put(words, List.of("100", "0.01"), "hundredth hundredths");
        put(words, List.of("1000", "0.001"), "thousandth thousandths");
        return Map.copyOf(words);
    }

    /// `a fifth` is also 20 %.
    private static List<String> ordinal(int n) {
        return switch (n) {
            case 4 -> List.of("4", "0.25", "25");
            case 5 -> List.of("5", "0.2", "20");
            case 10 -> List.of("10", "0.1");
            default -> List.of(Integer.toString(n));
        };
    }

    private static void put(Map<String, List<String>> words, List<String> readings, String names) {
        for (String name : names.split(" ")) {
            words.put(name, readings);
        }
    }
}
