package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Span;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/// Native Korean numerals and the few words that state a share, where they count something.
final class KoreanWords {

    private static final Map<String, Integer> UNITS =
            Map.ofEntries(
                    Map.entry("하나", 1),
                    Map.entry("한", 1),
                    Map.entry("둘", 2),
                    Map.entry("두", 2),
                    Map.entry("셋", 3),
                    Map.entry("세", 3),
                    Map.entry("넷", 4),
                    Map.entry("네", 4),
                    Map.entry("다섯", 5),
                    Map.entry("여섯", 6),
                    Map.entry("일곱", 7),
                    Map.entry("여덟", 8),
                    Map.entry("아홉", 9));
    private static final Map<String, Integer> TENS =
            Map.ofEntries(
                    Map.entry("열", 10),
                    Map.entry("스물", 20),
                    Map.entry("스무", 20),
                    Map.entry("서른", 30),
                    Map.entry("마흔", 40),
                    Map.entry("쉰", 50),
                    Map.entry("예순", 60),
                    Map.entry("일흔", 70),
                    Map.entry("여든", 80),
                    Map.entry("아흔", 90));
    private static final List<String> COUNTERS =
            List.of(
                    "가지", "개", "명", "번째", "번", "배", "단계", "종류", "종", "시간", "달", "쌍", "대", "곳", "차례",
                    "편", "사람", "군데", "살", "마리", "장", "권", "건", "줄", "자리", "차원", "축", "층", "모델",
                    "방법", "작업", "데이터");

    /// What the words begin with; most words of a text begin with something else.
    private static final String FIRST = "하한둘두셋세넷네다여일아열스서마쉰예절반삼사오육칠팔구십";

    private KoreanWords() {}

    /// What the word that begins here states; null for other words.
    static @Nullable Quantity read(String text, int at) {
        if (FIRST.indexOf(text.charAt(at)) < 0) {
            return null;
        }
        if (text.startsWith("절반", at) || text.startsWith("반으로", at)) {
            return NumberWords.quantity(
                    List.of("0.5", "50", "2"), Weight.SOFT, new Span(at, at + 2));
        }
        int sino = "삼사오육칠팔구십".indexOf(text.charAt(at)) + 3;
        if (sino > 2 && (counter(text, at + 1, "단계") || counter(text, at + 1, "차원"))) {
            return NumberWords.quantity(
                    List.of(Integer.toString(sino)), Weight.SOFT, new Span(at, at + 1));
        }
        Entry<String, Integer> ten = longest(TENS, text, at);
        int next = ten == null ? at : at + ten.getKey().length();
        Entry<String, Integer> unit = longest(UNITS, text, next);
        int end = unit == null ? next : next + unit.getKey().length();
        if (end == at || !counts(text, end, ten != null)) {
            return null;
        }
        int value = (ten == null ? 0 : ten.getValue()) + (unit == null ? 0 : unit.getValue());
        Weight weight = value == 1 || counter(text, end, "번째") ? Weight.SOFT : Weight.WORD;
        return NumberWords.quantity(List.of(Integer.toString(value)), weight, new Span(at, end));
    }

    /// 열 is also "heat" and "column", so the tens need a counter; the units need only end a word.
    private static boolean counts(String text, int end, boolean needsCounter) {
        boolean blank = end < text.length() && text.charAt(end) == ' ';
        boolean counted = COUNTERS.stream().anyMatch(counter -> counter(text, end, counter));
        return counted || (blank && !needsCounter);
    }

    private static boolean counter(String text, int end, String counter) {
        return text.startsWith(counter, text.startsWith(" ", end) ? end + 1 : end);
    }

    private static @Nullable Entry<String, Integer> longest(
            Map<String, Integer> words, String text, int at) {
        Entry<String, Integer> best = null;
        for (Entry<String, Integer> word : words.entrySet()) {
            boolean longer = best == null || word.getKey().length() > best.getKey().length();
            if (longer && text.startsWith(word.getKey(), at)) {
                best = word;
            }
        }
        return best;
    }
}
