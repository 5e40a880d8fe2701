package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Language;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sino-Korean numerals written as words (삼십만 개, 이천십구 년, 백 명, 사분의 삼). Most of their syllables are
/// also parts of other words (구조, 사이, 이만), so what is read must be long or counted.
final class SinoKorean {

    private static final String NUMERALS = "영일이삼사오육칠팔구십";
    private static final String FIRST = "일이삼사오육칠팔구십백천만억";

    /// What a single numeral counts without being another word: 이 년 and 일 번 are.
    private static final List<String> OF_ONE = List.of("년", "개월", "퍼센트", "배", "시간");

    private SinoKorean() {}

    static @Nullable Quantity read(String text, int at) {
        char c = text.charAt(at);
        if (FIRST.indexOf(c) < 0) {
            return null;
        }
        Quantity share = share(text, at);
        if (share != null) {
            return share;
        }
        Quantity single = single(text, at);
        return single == null ? compound(text, at) : single;
    }

    /// 삼분의 일.
    private static @Nullable Quantity share(String text, int at) {
        int below = NUMERALS.indexOf(text.charAt(at));
        return below > 1 && text.startsWith("분의", at + 1)
                ? Shares.read(text, Language.KO, new Span(at, at + 1), BigDecimal.valueOf(below))
                : null;
    }

    private static @Nullable Quantity single(String text, int at) {
        int value = NUMERALS.indexOf(text.charAt(at));
        boolean ofSoft = startsWord(text, at + 1, "단계") || startsWord(text, at + 1, "차원");
        if (value > 2 && ofSoft) {
            return Quantity.of(value, Weight.SOFT, at, at + 1);
        }
        boolean counted =
                value > 2
                        && OF_ONE.stream().anyMatch(counter -> startsWord(text, at + 1, counter))
                        && KoreanCounters.wordAt(text, at + 1);
        boolean apart = text.startsWith(" ", at + 1) || text.startsWith("년", at + 1);
        return counted && (apart || value == 10)
                ? Quantity.of(value, Weight.WORD, at, at + 1)
                : null;
    }

    private static boolean startsWord(String text, int at, String counter) {
        return text.startsWith(counter, text.startsWith(" ", at) ? at + 1 : at);
    }

    private static @Nullable Quantity compound(String text, int at) {
        boolean begins = "십백천만억".indexOf(text.charAt(at)) >= 0;
        boolean large = "만억".indexOf(text.charAt(at)) >= 0;
        boolean goesOn = magnitude(text, at + 1) || (large && magnitude(text, at + 2));
        if (!goesOn && !(begins && (!large || next(text, at + 1) == ' '))) {
            return null;
        }
        EastAsianNumber.Reading reading = EastAsianNumber.read(text, at, Language.KO);
        if (reading == null || reading.magnitudes() == 0) {
            return null;
        }
        int end = reading.end();
        int length = end - at;
        boolean millions = begins && length > 1 && text.charAt(end - 1) == '만';
        boolean counted = KoreanCounters.wordAt(text, end);
        boolean ambiguous = length == 2 && !begins && "조경".indexOf(text.charAt(end - 1)) >= 0;
        boolean apart = length > 1 || text.startsWith(" ", end) || text.charAt(at) == '십';
        boolean unmistakable =
                length >= 4 && reading.magnitudes() >= 2 && !Scripts.hangul(next(text, end));
        return unmistakable || (counted && apart && !ambiguous) || (millions && free(text, end))
                ? new Quantity(
                        List.of(reading.value()), reading.scale(), Weight.WORD, new Span(at, end))
                : null;
    }

    /// 백만장자 and 천만에 state no number.
    private static boolean free(String text, int end) {
        return !Scripts.hangul(next(text, end));
    }

    private static boolean magnitude(String text, int at) {
        return "십백천만억조경".indexOf(next(text, at)) >= 0;
    }

    private static char next(String text, int end) {
        return end < text.length() ? text.charAt(end) : ' ';
    }
}
