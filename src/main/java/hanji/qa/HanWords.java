package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Language;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numerals and number words of Japanese and Chinese.
final class HanWords {

    private static final String NUMERALS = "〇一二三四五六七八九十百千两兩";

    private HanWords() {}

    /// What the character here states or begins; null for other characters.
    static @Nullable Quantity read(String text, int at, Language language) {
        char c = text.charAt(at);
        if (NUMERALS.indexOf(c) >= 0) {
            return numeral(text, at, language);
        }
        return switch (c) {
            case '半' -> NumberWords.half(at, at + 1);
            case '倍' -> multiplied(text, at) ? null : Quantity.of(2, Weight.SOFT, at, at + 1);
            case '両', '双', '翻' -> Quantity.of(2, Weight.SOFT, at, at + 1);
            case '桁' -> Quantity.of(10, Weight.SOFT, at, at + 1);
            case '零' -> Quantity.of(0, Weight.SOFT, at, at + 1);
            case '数' -> {
                Quantity vague = VagueNumbers.han(text, at, language);
                yield vague == null ? word(text, at) : vague;
            }
            case '數', '几', '幾', '何', '上', '成' -> VagueNumbers.han(text, at, language);
            case '万', '億', '亿' ->
                    Quantity.of(
                            BigDecimal.TEN.pow(EastAsianNumber.power(c, language)),
                            Weight.SOFT,
                            at,
                            at + 1);
            default -> word(text, at);
        };
    }

    /// `三倍` and `2.5 倍` are no doubling.
    private static boolean multiplied(String text, int at) {
        int before = at > 0 && text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
        return before >= 0
                && (Scripts.digit(text.charAt(before))
                        || NUMERALS.indexOf(text.charAt(before)) >= 0
                        || "数几何多余万".indexOf(text.charAt(before)) >= 0);
    }

    /// Where to read on behind what states nothing.
    static int skip(String text, int at) {
        return text.startsWith("百分之", at) ? at + 3 : at + 1;
    }

    private static @Nullable Quantity numeral(String text, int at, Language language) {
        if (text.startsWith("百分之", at)) {
            return null;
        }
        EastAsianNumber.Reading reading = EastAsianNumber.read(text, at, language);
        if (reading == null) {
            return null;
        }
        BigDecimal value = reading.value();
        Span span = new Span(at, reading.end());
        Quantity share = Shares.read(text, language, span, value);
        if (share != null) {
            return share;
        }
        boolean one = value.compareTo(BigDecimal.ONE) == 0;
        boolean lone = "百千".indexOf(text.charAt(at)) >= 0 && reading.end() == at + 1;
        Quantity quantity =
                new Quantity(
                        List.of(value),
                        reading.scale(),
                        one || lone ? Weight.SOFT : Weight.WORD,
                        span);
        // 增加一倍: doubled
        boolean doubled = one && language == Language.ZH_CN && text.startsWith("倍", reading.end());
        return doubled ? quantity.or(BigDecimal.TWO, false) : quantity;
    }

    private static @Nullable Quantity word(String text, int at) {
        if (text.startsWith("数量级", at)) {
            return Quantity.of(10, Weight.SOFT, at, at + 3);
        }
        for (Word word : WORDS) {
            if (text.startsWith(word.text(), at)) {
                return Quantity.of(word.value(), Weight.SOFT, at, at + word.text().length());
            }
        }
        return null;
    }

    private record Word(String text, int value) {}

    private static final List<Word> WORDS =
            List.of(
                    new Word("ひとつ", 1),
                    new Word("ふたつ", 2),
                    new Word("みっつ", 3),
                    new Word("よっつ", 4),
                    new Word("いつつ", 5),
                    new Word("ダブル", 2),
                    new Word("デュアル", 2),
                    new Word("ペア", 2),
                    new Word("トリプル", 3),
                    new Word("ゼロ", 0));
}
