package hanji.qa;

import hanji.segment.Language;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A number with the magnitudes of Korean, Japanese and Chinese: `42만 5천`, `13億7千万`, `85백만`, `2万亿`,
/// `三百`. Small magnitudes (10, 100, 1,000) multiply inside a section, large ones close it.
final class EastAsianNumber {

    private static final String NUMERALS = "〇一二三四五六七八九";

    /// Hangul that may follow a large magnitude after a blank: counters and units of money.
    private static final String COUNTERS = "개명장건대번쌍회원권종배달여행줄편곳";

    private final String text;
    private final Language language;
    private BigDecimal total = BigDecimal.ZERO;
    private @Nullable BigDecimal floor;
    private int end;

    private BigDecimal section = BigDecimal.ZERO;
    private @Nullable BigDecimal number;
    private boolean small;
    private boolean digits;

    private EastAsianNumber(String text, int start, Language language) {
        this.text = text;
        this.language = language;
        this.end = start;
        int at = start;
        while (readSection(at)) {
            at = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        }
    }

    /// @param scale how often the first section was multiplied; 1 for plain digits
    /// @param digits whether it holds digits, not numerals alone
    record Reading(BigDecimal value, BigDecimal scale, int end, boolean digits) {}

    static @Nullable Reading read(String text, int start, Language language) {
        EastAsianNumber number = new EastAsianNumber(text, start, language);
        BigDecimal scale = number.floor == null ? BigDecimal.ONE : number.floor;
        return number.end == start
                ? null
                : new Reading(number.total, scale, number.end, number.digits);
    }

    /// Whether another section was read; `end` then stands behind it.
    private boolean readSection(int start) {
        section = BigDecimal.ZERO;
        number = null;
        small = false;
        int at = readSmall(start);
        if (at == start) {
            return false;
        }
        BigDecimal sum = section.add(number == null ? BigDecimal.ZERO : number);
        int mark = blankAllowed(at) ? at + 1 : at;
        BigDecimal large = large(mark, mark > at);
        if (large != null && (floor == null || large.compareTo(floor) < 0)) {
            total = total.add(sum.multiply(large));
            floor = large;
            end = mark + 1;
            BigDecimal twice = language == Language.KO ? null : large(end, false);
            if (twice != null) {
                total = total.multiply(twice);
                floor = large.multiply(twice);
                end++;
            }
            return true;
        }
        if (floor == null || small || remainder(sum, floor, at)) {
            total = total.add(sum);
            end = at;
        }
        return false;
    }

    /// `3만 500개` is one number, `3만 500B` and `3만 50%` are two.
    private boolean remainder(BigDecimal sum, BigDecimal floor, int at) {
        char next = at < text.length() ? text.charAt(at) : ' ';
        boolean whole = sum.stripTrailingZeros().scale() <= 0 && sum.compareTo(floor) < 0;
        return whole && !Scripts.latin(next) && "%％배년월倍年月-~–〜".indexOf(next) < 0;
    }

    private int readSmall(int start) {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            BigDecimal multiplier = small(at);
            if (number == null && Scripts.digit(c)) {
                Digits read = Digits.read(text, at, language);
                if (read.value() == null) {
                    return start;
                }
                number = read.value();
                digits = true;
                at = read.end();
            } else if (number == null && numeral(c) >= 0) {
                number = BigDecimal.ZERO;
                while (at < text.length() && numeral(text.charAt(at)) >= 0 && at - start < 20) {
                    number =
                            number.scaleByPowerOfTen(1)
                                    .add(BigDecimal.valueOf(numeral(text.charAt(at++))));
                }
            } else if (multiplier != null && at - start < 60) {
                section =
                        section.add(multiplier.multiply(number == null ? BigDecimal.ONE : number));
                number = null;
                small = true;
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    private int numeral(char c) {
        if (language == Language.KO) {
            return -1;
        }
        return c == '两' || c == '兩' ? 2 : NUMERALS.indexOf(c);
    }

    private @Nullable BigDecimal small(int at) {
        char c = text.charAt(at);
        int power = language == Language.KO ? "십백천".indexOf(c) : "十百千".indexOf(c);
        boolean unit =
                c == '千' && at + 1 < text.length() && "克米瓦卡".indexOf(text.charAt(at + 1)) >= 0;
        return power < 0 || unit ? null : BigDecimal.TEN.pow(power + 1);
    }

    private boolean blankAllowed(int at) {
        return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u00A0');
    }

    private @Nullable BigDecimal large(int at, boolean afterBlank) {
        if (at >= text.length()) {
            return null;
        }
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        char c = text.charAt(at);
        if (language == Language.KO) {
            boolean otherWord =
                    Scripts.hangul(next)
                            && (afterBlank ? COUNTERS.indexOf(next) < 0 : notMagnitude(c, next));
            return otherWord ? null : power("만", "억", "조", c);
        }
        return power("万萬", "億亿", "兆", c);
    }

    /// `2조건` and `0.39만큼` hold no magnitude.
    private static boolean notMagnitude(char c, char next) {
        return (c == '조' && "건각합절직".indexOf(next) >= 0) || (c == '만' && next == '큼');
    }

    private static @Nullable BigDecimal power(String four, String eight, String twelve, char c) {
        int power =
                four.indexOf(c) >= 0
                        ? 4
                        : eight.indexOf(c) >= 0 ? 8 : twelve.indexOf(c) >= 0 ? 12 : 0;
        return power == 0 ? null : BigDecimal.ONE.scaleByPowerOfTen(power);
    }
}
