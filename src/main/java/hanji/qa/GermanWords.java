package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// German words that state a number without being a numeral: multiples, ordinals, parts, vague
/// magnitudes and what begins with a numeral (`zweistufig`).
final class GermanWords {

    private static final Map<String, List<String>> SOFT = soft();
    private static final Map<String, Integer> VAGUE =
            Map.ofEntries(
                    Map.entry("dutzende", 1),
                    Map.entry("dutzenden", 1),
                    Map.entry("hunderte", 2),
                    Map.entry("hunderten", 2),
                    Map.entry("hunderter", 2),
                    Map.entry("tausende", 3),
                    Map.entry("tausenden", 3),
                    Map.entry("tausender", 3),
                    Map.entry("zehntausende", 4),
                    Map.entry("zehntausenden", 4),
                    Map.entry("hunderttausende", 5),
                    Map.entry("hunderttausenden", 5),
                    Map.entry("millionen", 6),
                    Map.entry("milliarden", 9),
                    Map.entry("billionen", 12),
                    Map.entry("billiarden", 15),
                    Map.entry("zig", 1));

    private GermanWords() {}

    /// The power of ten of a magnitude that needs no number before it; 0 for other words.
    static int vague(String lower) {
        return VAGUE.getOrDefault(lower, 0);
    }

    static @Nullable Quantity read(String lower, Span span) {
        List<String> soft = SOFT.get(lower);
        if (soft != null) {
            return NumberWords.quantity(soft, Weight.SOFT, span);
        }
        if (lower.contains("doppel")) {
            return Quantity.of(2, Weight.WORD, span.start(), span.end());
        }
        if (lower.startsWith("halb") || lower.startsWith("hälft")) {
            return NumberWords.half(span.start(), span.end());
        }
        if (lower.startsWith("dritt")) {
            return Quantity.of(3, Weight.SOFT, span.start(), span.end());
        }
        if (lower.startsWith("verzehnfach")) {
            return Quantity.of(10, Weight.WORD, span.start(), span.end());
        }
        boolean multiplied = lower.startsWith("ver") && lower.contains("fach");
        GermanNumber.Prefix prefix = GermanNumber.prefix(multiplied ? lower.substring(3) : lower);
        return prefix == null
                ? null
                : beginning(prefix.value(), lower, prefix.end() + (multiplied ? 3 : 0), span);
    }

    private static @Nullable Quantity beginning(
            BigDecimal value, String lower, int end, Span span) {
        if (value.compareTo(BigDecimal.ONE) == 0 && end < 4) {
            return null;
        }
        boolean multiple = lower.startsWith("fach", end) || lower.startsWith("mal", end);
        if (lower.startsWith("tel", end) || lower.startsWith("stel", end)) {
            return Shares.share(span.start(), span.end(), BigDecimal.ONE, value, Weight.SOFT);
        }
        return Quantity.of(value, multiple ? Weight.WORD : Weight.SOFT, span.start(), span.end());
    }

    private static Map<String, List<String>> soft() {
        Map<String, List<String>> words = new HashMap<>();
        put(
                words,
                List.of("2"),
                "beide beiden beider beides paar paare paarweise zweite zweiten zweiter zweites"
                        + " zweitens sekundär sekundäre sekundären binär binäre binären quadratisch"
                        + " quadratische quadratischen quadratischer bilingual bimodal duo dual");
        put(words, List.of("3"), "trio tripel kubisch kubische tertiär drittel");
        put(
                words,
                List.of("1"),
                "ersten erste erster erstes erstmals erstens zuerst einmal einzigen einzige einzelnen"
                        + " einzelne primär primäre");
        put(words, List.of("0"), "null kein keine keinen keiner keinem");
        put(words, List.of("10"), "größenordnung größenordnungen jahrzehnt jahrzehnte jahrzehnten");
        put(words, List.of("100"), "jahrhundert jahrhunderte jahrhunderten");
        put(words, List.of("12", "10"), "dutzend");
        put(words, List.of("7"), "siebte siebten siebter siebtes woche");
        put(words, List.of("4", "0.25", "25"), "viertel quartal");
        put(words, List.of("10", "0.1"), "zehntel");
        put(words, List.of("1000000"), "million");
        put(words, List.of("1000000000"), "milliarde");
        put(words, List.of("1000"), "tausend jahrtausende jahrtausenden");
        put(words, List.of("100"), "hundert");
        return Map.copyOf(words);
    }

    private static void put(Map<String, List<String>> words, List<String> readings, String names) {
        for (String name : names.split(" ")) {
            words.put(name, readings);
        }
    }
}
