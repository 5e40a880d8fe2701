package hanji.qa;

import java.util.List;

/// What Korean counts with: a counter behind a numeral is what tells 열 (ten) from 열 (heat).
final class KoreanCounters {

    private static final List<String> ALL =
            List.of(
                    "가지", "개월", "개국", "개", "명", "번째", "번", "배", "단계", "종류", "종", "시간", "달러", "달",
                    "쌍", "대", "곳", "차례", "편", "사람", "군데", "살", "마리", "장", "권", "건", "줄", "자리", "차원",
                    "축", "층", "년", "원", "회", "분", "초", "주", "토큰", "파라미터", "매개변수", "퍼센트", "프레임",
                    "문장", "단어", "샘플", "인", "모델", "방법", "작업", "데이터", "이미지", "규모", "단위", "유로", "엔",
                    "위안", "세대", "쪽", "행", "글자", "문항", "시간대", "킬로", "미터");

    /// What may follow a counter within its word.
    private static final String PARTICLES = "의가이를을은는로으에도만과와씩쯤간나당까부보짜처라란";

    private KoreanCounters() {}

    /// Whether a counter stands here that is a whole word but for particles, so that 열 장면 counts
    /// nothing; 여 (more than) may precede it.
    static boolean wordAt(String text, int at) {
        int more = text.startsWith("여", at) ? at + 1 : at;
        int start = text.startsWith(" ", more) ? more + 1 : more;
        if (text.startsWith("%", start)) {
            return true;
        }
        for (String counter : ALL) {
            if (text.startsWith(counter, start) && ends(text, start + counter.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean ends(String text, int at) {
        return at >= text.length()
                || !Scripts.hangul(text.charAt(at))
                || PARTICLES.indexOf(text.charAt(at)) >= 0;
    }
}
