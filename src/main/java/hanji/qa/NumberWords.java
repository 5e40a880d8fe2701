package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Language;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// English and German words that state a number, a share, a place in an order or a month.
final class NumberWords {

    private static final String[] ENGLISH = {
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
        "nineteen"
    };
    private static final String[] GERMAN = {
        "null",
        "eins",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
        "dreizehn",
        "vierzehn",
        "fünfzehn",
        "sechzehn",
        "siebzehn",
        "achtzehn",
        "neunzehn"
    };
    private static final Map<String, Integer> CARDINALS = cardinals();
    private static final Map<String, BigDecimal> SCALES = scales();
    private static final Map<String, List<String>> SOFT = soft();
    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, Integer> MULTIPLES =
            Map.ofEntries(
                    Map.entry("twice", 2),
                    Map.entry("double", 2),
                    Map.entry("doubled", 2),
                    Map.entry("doubles", 2),
                    Map.entry("doubling", 2),
                    Map.entry("triple", 3),
                    Map.entry("tripled", 3),
                    Map.entry("triples", 3),
                    Map.entry("tripling", 3),
                    Map.entry("thrice", 3),
                    Map.entry("quadruple", 4),
                    Map.entry("quadrupled", 4));

    private NumberWords() {}

    /// The magnitude a word multiplies the digits before it by: `million`, `Mrd`; null for other
    /// words.
    static @Nullable BigDecimal scale(String word, Language language) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean tenToTwelve =
                language == Language.DE && List.of("billion", "billionen", "bio").contains(lower);
        return tenToTwelve ? BigDecimal.ONE.scaleByPowerOfTen(12) : SCALES.get(lower);
    }

    static @Nullable Integer cardinal(String word) {
        return CARDINALS.get(word.toLowerCase(Locale.ROOT));
    }

    /// What a single word states; null for other words.
    static @Nullable Quantity read(String word, Language language, Span span) {
        String lower = word.toLowerCase(Locale.ROOT);
        Integer value = MULTIPLES.get(lower);
        if (value != null) {
            return quantity(List.of(value.toString()), Weight.WORD, span);
        }
        Integer month = MONTHS.get(lower);
        if (month != null && Character.isUpperCase(word.charAt(0))) {
            return quantity(List.of(month.toString()), Weight.WORD, span);
        }
        List<String> soft = SOFT.get(lower);
        if (soft != null) {
            return quantity(soft, Weight.SOFT, span);
        }
        return prefixed(lower, language, span);
    }

    /// `threefold`, `dreifach`, `zweistufig`, `verdoppelt`, `halbiert`.
    private static @Nullable Quantity prefixed(String lower, Language language, Span span) {
        Integer fold =
                lower.endsWith("fold")
                        ? CARDINALS.get(lower.substring(0, lower.length() - 4))
                        : null;
        if (fold != null) {
            return quantity(List.of(fold.toString()), Weight.WORD, span);
        }
        if (language != Language.DE) {
            return null;
        }
        if (lower.contains("doppel")) {
            return quantity(List.of("2"), Weight.WORD, span);
        }
        if (lower.startsWith("halb") || lower.startsWith("hälft")) {
            return quantity(List.of("0.5", "50", "2"), Weight.SOFT, span);
        }
        for (int n = 12; n >= 2; n--) {
            String stem = GERMAN[n];
            if (lower.startsWith(stem) && lower.length() > stem.length()) {
                String rest = lower.substring(stem.length());
                Weight weight =
                        rest.startsWith("fach") || rest.startsWith("mal")
                                ? Weight.WORD
                                : Weight.SOFT;
                return quantity(List.of(Integer.toString(n)), weight, span);
            }
        }
        return null;
    }

    static Quantity quantity(List<String> readings, Weight weight, Span span) {
        return new Quantity(
                readings.stream().map(BigDecimal::new).toList(), BigDecimal.ONE, weight, span);
    }

    private static Map<String, Integer> cardinals() {
        Map<String, Integer> words = new HashMap<>();
        for (int n = 1; n < 20; n++) {
            words.put(ENGLISH[n], n);
            words.put(GERMAN[n], n);
        }
        String[] tens = {
            "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
        };
        String[] zehner = {
            "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"
        };
        for (int n = 0; n < tens.length; n++) {
            words.put(tens[n], 20 + 10 * n);
            words.put(zehner[n], 20 + 10 * n);
        }
        for (String word : List.of("ein", "eine", "einer", "einem", "einen", "a", "an", "single")) {
            words.put(word, 1);
        }
        return Map.copyOf(words);
    }

    private static Map<String, BigDecimal> scales() {
        Map<String, BigDecimal> words = new HashMap<>();
        put(words, 2, "hundred", "hundert");
        put(words, 3, "thousand", "tausend", "tsd");
        put(words, 6, "million", "millionen", "mio");
        put(words, 9, "billion", "milliarde", "milliarden", "mrd");
        put(words, 12, "trillion");
        return Map.copyOf(words);
    }

    private static void put(Map<String, BigDecimal> words, int power, String... names) {
        for (String name : names) {
            words.put(name, BigDecimal.ONE.scaleByPowerOfTen(power));
        }
    }

    private static Map<String, List<String>> soft() {
        Map<String, List<String>> words = new HashMap<>();
        for (String half : List.of("half", "halve", "halves", "halved", "halving")) {
            words.put(half, List.of("0.5", "50", "2"));
        }
        for (String two :
                List.of(
                        "both",
                        "pair",
                        "dual",
                        "couple",
                        "second",
                        "secondly",
                        "bi",
                        "beide",
                        "beiden",
                        "beider",
                        "paar",
                        "either",
                        "twofold",
                        "two-fold")) {
            words.put(two, List.of("2"));
        }
        for (String one :
                List.of(
                        "first",
                        "firstly",
                        "once",
                        "ersten",
                        "erste",
                        "erster",
                        "erstes",
                        "erstmals",
                        "zuerst",
                        "einmal",
                        "einzigen",
                        "einzige",
                        "einzelnen",
                        "einzelne")) {
            words.put(one, List.of("1"));
        }
        String[] ordinals = {
            "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"
        };
        for (int n = 3; n <= 10; n++) {
            List<String> readings =
                    n == 3
                            ? List.of("3")
                            : n == 4
                                    ? List.of("4", "0.25", "25")
                                    : n == 5
                                            ? List.of("5", "0.2", "20")
                                            : n == 10
                                                    ? List.of("10", "0.1")
                                                    : List.of(Integer.toString(n));
            words.put(ordinals[n - 3], readings);
            words.put(ordinals[n - 3] + "s", readings);
        }
        words.put("quarter", List.of("4", "0.25", "25"));
        words.put("quarters", List.of("4"));
        words.put("dozen", List.of("12"));
        words.put("magnitude", List.of("10"));
        words.put("größenordnung", List.of("10"));
        words.put("thousand", List.of("1000"));
        words.put("million", List.of("1000000"));
        words.put("siebte", List.of("7"));
        words.put("siebten", List.of("7"));
        words.put("viertel", List.of("4", "0.25", "25"));
        words.put("zehntel", List.of("10", "0.1"));
        words.put("dritte", List.of("3"));
        words.put("dritten", List.of("3"));
        words.put("drittens", List.of("3"));
        words.put("dritter", List.of("3"));
        words.put("drittes", List.of("3"));
        words.put("drittel", List.of("3"));
        return Map.copyOf(words);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> words = new HashMap<>();
        List<List<String>> names =
                List.of(
                        List.of("january", "januar", "jan"),
                        List.of("february", "februar", "feb"),
                        List.of("march", "märz"),
                        List.of("april"),
                        List.of("may", "mai"),
                        List.of("june", "juni"),
                        List.of("july", "juli"),
                        List.of("august"),
                        List.of("september", "sept"),
                        List.of("october", "oktober"),
                        List.of("november"),
                        List.of("december", "dezember"));
        for (int month = 0; month < names.size(); month++) {
            for (String name : names.get(month)) {
                words.put(name, month + 1);
            }
        }
        return Map.copyOf(words);
    }
}
