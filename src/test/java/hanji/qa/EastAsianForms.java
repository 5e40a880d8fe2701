package hanji.qa;

import java.util.Optional;

/// Numbers with the magnitudes of Korean, Japanese and Chinese.
final class EastAsianForms {

    private static final String[] UNITS = {"", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"};
    private static final String[] TENS = {"", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"};

    private EastAsianForms() {}

    /// Digits in sections of four: `42만 5000`.
    ///
    /// @param marks the magnitudes, largest first; what is above them goes to the first
    static String sections(long value, String marks, String blank) {
        StringBuilder text = new StringBuilder();
        long unit = (long) Math.pow(10_000, marks.length());
        for (char mark : marks.toCharArray()) {
            if (value >= unit) {
                text.append(value / unit).append(mark).append(value % unit > 0 ? blank : "");
            }
            value %= unit;
            unit /= 10_000;
        }
        return value > 0 || text.isEmpty() ? text.append(value).toString() : text.toString();
    }

    /// Words as in 삼십이만 사천; none below ten, and none for a lone 이조, which is no number to a reader
    /// either.
    static Optional<String> sinoKorean(long value) {
        boolean lone =
                value >= 1_000_000_000_000L
                        && (value % 1_000_000_000_000L == 0)
                        && (value / 1_000_000_000_000L < 10
                                || value % 10_000_000_000_000_000L == 0);
        return value < 10 || lone
                ? Optional.empty()
                : Optional.of(words(value, "경조억만", "천백십", "일이삼사오육칠팔구", true, " ", ""));
    }

    /// 스물다섯; none from a hundred on.
    static Optional<String> nativeKorean(long value) {
        return value > 99
                ? Optional.empty()
                : Optional.of(
                        value == 20 ? "스무" : TENS[(int) value / 10] + UNITS[(int) value % 10]);
    }

    static String japanese(long value) {
        return words(value, "京兆億万", "千百十", "一二三四五六七八九", false, "", "");
    }

    static String chinese(long value) {
        long high = value / 100_000_000;
        String low = words(value % 100_000_000, "万", "千百十", "一二三四五六七八九", false, "", "零");
        return high == 0 ? low : chinese(high) + "亿" + low;
    }

    private static String words(
            long value,
            String marks,
            String small,
            String numerals,
            boolean bareTenThousand,
            String blank,
            String zero) {
        StringBuilder text = new StringBuilder();
        long unit = (long) Math.pow(10_000, marks.length());
        for (int i = 0; i <= marks.length(); i++) {
            int section = (int) (value / unit % 10_000);
            if (section > 0) {
                boolean bare = bareTenThousand && unit == 10_000 && section == 1 && text.isEmpty();
                text.append(text.isEmpty() ? "" : section < 1_000 && !zero.isEmpty() ? zero : blank)
                        .append(bare ? "" : section(section, small, numerals, zero))
                        .append(i < marks.length() ? marks.charAt(i) : "");
            }
            unit = Math.max(1, unit / 10_000);
            value = i == marks.length() ? 0 : value;
        }
        return text.toString();
    }

    private static String section(int section, String small, String numerals, String zero) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        int unit = 1_000;
        for (int i = 0; i < 4; i++, unit /= 10) {
            int digit = section / unit % 10;
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            text.append(gap ? zero : "");
            gap = false;
            boolean silent = digit == 1 && unit > 1 && zero.isEmpty();
            text.append(silent ? "" : numerals.charAt(digit - 1))
                    .append(i < 3 ? small.charAt(i) : "");
        }
        return text.toString();
    }
}
