package hanji.qa;

import hanji.qa.Quantity.Weight;
import org.jspecify.annotations.Nullable;

/// Native Korean numerals (the nouns 둘, 셋 and 넷 are soft: 데이터 셋) and the few words that state a
/// share or a number of days, where a word begins.
final class KoreanWords {

    private static final String[] UNITS = {
        "하나", "한", "둘", "두", "셋", "세", "넷", "네", "다섯", "여섯", "일곱", "여덟", "아홉"
    };
    private static final int[] UNIT_VALUES = {1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 9};
    private static final String[] TENS = {"열", "스물", "스무", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"};
    private static final int[] TEN_VALUES = {10, 20, 20, 30, 40, 50, 60, 70, 80, 90};
    private static final String[] DAYS = {"이틀", "사흘", "나흘", "열흘", "보름"};
    private static final int[] DAY_VALUES = {2, 3, 4, 10, 15};

    /// What the words begin with; most words of a text begin with something else.
    private static final String FIRST = "수몇절반이사나열보일삼오육칠팔구십백천만억하한둘두셋세넷네다여아스서마쉰예";

    /// Counters that are written together with 두, 세 or 네 without spelling another word, as 세대, 세분
    /// and 두건 do.
    private static final String[] ATTACHED = {
        "가지", "개", "명", "번째", "번", "배", "단계", "사람", "마리", "시간", "차례", "군데", "자리"
    };

    private KoreanWords() {}

    /// What the word that begins here states; null for other words.
    static @Nullable Quantity read(String text, int at) {
        char c = text.charAt(at);
        if (FIRST.indexOf(c) < 0) {
            return null;
        }
        if (text.startsWith("절반", at) || text.startsWith("반으로", at)) {
            return NumberWords.half(at, at + 2);
        }
        if (c == '수' || c == '몇') {
            return VagueNumbers.korean(text, at);
        }
        int days = match(DAYS, text, at);
        if (days >= 0) {
            return Quantity.of(
                    DAY_VALUES[days],
                    DAY_VALUES[days] == 15 ? Weight.SOFT : Weight.WORD,
                    at,
                    at + 2);
        }
        Quantity sino = SinoKorean.read(text, at);
        return sino == null ? counted(text, at) : sino;
    }

    private static @Nullable Quantity counted(String text, int at) {
        int ten = match(TENS, text, at);
        int next = ten < 0 ? at : at + TENS[ten].length();
        int unit = match(UNITS, text, next);
        int end = unit < 0 ? next : next + UNITS[unit].length();
        if (end == at || !counts(text, end, ten >= 0)) {
            return null;
        }
        int value = (ten < 0 ? 0 : TEN_VALUES[ten]) + (unit < 0 ? 0 : UNIT_VALUES[unit]);
        boolean ordinal = text.startsWith("번째", end) || text.startsWith(" 번째", end);
        boolean noun = unit >= 0 && "둘셋넷".indexOf(text.charAt(end - 1)) >= 0;
        boolean soft = value == 1 || ordinal || noun || text.startsWith("째", end);
        return Quantity.of(value, soft ? Weight.SOFT : Weight.WORD, at, end);
    }

    /// 열 is also "heat" and "column", so the tens need a counter; the units need only end a word.
    private static boolean counts(String text, int end, boolean tens) {
        if (end >= text.length() || text.startsWith("째", end)) {
            return end < text.length();
        }
        char next = text.charAt(end);
        if (tens) {
            return KoreanCounters.wordAt(text, end);
        }
        return next == ' ' || (match(ATTACHED, text, end) >= 0 && !text.startsWith("개골", end));
    }

    private static int match(String[] words, String text, int at) {
        for (int i = 0; i < words.length; i++) {
            if (text.startsWith(words[i], at)) {
                return i;
            }
        }
        return -1;
    }
}
