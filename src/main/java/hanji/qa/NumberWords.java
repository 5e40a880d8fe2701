package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Language;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What English and German number words share: magnitudes after digits, months, halves.
final class NumberWords {

    private static final Map<String, Integer> SCALES =
            Map.ofEntries(
                    Map.entry("hundred", 2),
                    Map.entry("hundert", 2),
                    Map.entry("thousand", 3),
                    Map.entry("tausend", 3),
                    Map.entry("tsd", 3),
                    Map.entry("million", 6),
                    Map.entry("millionen", 6),
                    Map.entry("mio", 6),
                    Map.entry("billion", 9),
                    Map.entry("bn", 9),
                    Map.entry("milliarde", 9),
                    Map.entry("milliarden", 9),
                    Map.entry("mrd", 9),
                    Map.entry("trillion", 12),
                    Map.entry("billionen", 12),
                    Map.entry("bio", 12),
                    Map.entry("quadrillion", 15),
                    Map.entry("billiarde", 15),
                    Map.entry("billiarden", 15));
    private static final Map<String, Integer> MONTHS =
            Map.ofEntries(
                    Map.entry("january", 1),
                    Map.entry("januar", 1),
                    Map.entry("jan", 1),
                    Map.entry("february", 2),
                    Map.entry("februar", 2),
                    Map.entry("feb", 2),
                    Map.entry("march", 3),
                    Map.entry("märz", 3),
                    Map.entry("april", 4),
                    Map.entry("apr", 4),
                    Map.entry("may", 5),
                    Map.entry("mai", 5),
                    Map.entry("june", 6),
                    Map.entry("juni", 6),
                    Map.entry("july", 7),
                    Map.entry("juli", 7),
                    Map.entry("august", 8),
                    Map.entry("aug", 8),
                    Map.entry("september", 9),
                    Map.entry("sept", 9),
                    Map.entry("october", 10),
                    Map.entry("oktober", 10),
                    Map.entry("oct", 10),
                    Map.entry("okt", 10),
                    Map.entry("november", 11),
                    Map.entry("nov", 11),
                    Map.entry("december", 12),
                    Map.entry("dezember", 12),
                    Map.entry("dec", 12),
                    Map.entry("dez", 12));

    private NumberWords() {}

    /// The power of ten a word multiplies the number before it by: `million`, `Mrd`; 0 for other
    /// words. German `Billion` is 10^12, and `Trillion` 10^18.
    static int scale(String word, Language language) {
        if (word.length() < 2 || word.length() > 12) {
            return switch (word) {
                case "K" -> 3;
                case "M" -> 6;
                case "B" -> 9;
                case "T" -> 12;
                default -> 0;
            };
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (language == Language.DE) {
            switch (lower) {
                case "billion":
                    return 12;
                case "quadrillion", "bn":
                    return 0;
                case "trillion", "trillionen":
                    return 18;
                default:
                    break;
            }
        }
        return SCALES.getOrDefault(lower, 0);
    }

    /// What a single word states; null for other words.
    static @Nullable Quantity read(String word, Language language, Span span) {
        String lower = word.toLowerCase(Locale.ROOT);
        Integer month = Character.isUpperCase(word.charAt(0)) ? MONTHS.get(lower) : null;
        if (month != null) {
            return Quantity.of(month, Weight.WORD, span.start(), span.end());
        }
        return language == Language.DE
                ? GermanWords.read(lower, span)
                : EnglishWords.read(lower, span);
    }

    static Quantity half(int start, int end) {
        return quantity(List.of("0.5", "50", "2"), Weight.SOFT, new Span(start, end));
    }

    static Quantity quantity(List<String> readings, Weight weight, Span span) {
        return new Quantity(
                readings.stream().map(BigDecimal::new).toList(), BigDecimal.ONE, weight, span);
    }
}
