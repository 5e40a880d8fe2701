package hanji.qa;

import hanji.segment.Language;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A number with the magnitudes of Korean, Japanese and Chinese: `42만 5천`, `13억7千万`, `85백만`, `2万亿`,
/// `三百`, `삼십만`. Small magnitudes (10, 100, 1,000) multiply inside a section, large ones close it.
/// Korean holds either digits or numerals, because 이 and 일 are also words: `3만 이상`.
final class EastAsianNumber {

    private static final String HAN = "〇一二三四五六七八九";
    private static final String HANGUL = "영일이삼사오육칠팔구";

    /// Hangul that may follow a large magnitude after a blank: counters and units of money.
    private static final String COUNTERS = "개명장건대번쌍회원권종배달여행줄편곳";

    /// More characters hold no number; it bounds the cost of arithmetic.
    private static final int LONGEST = 60;

    private final String text;
    private final Language language;
    private final boolean hangul;
    private BigDecimal total = BigDecimal.ZERO;
    private @Nullable BigDecimal floor;
    private int end;

    private BigDecimal section = BigDecimal.ZERO;
    private @Nullable BigDecimal number;
    private int power;
    private boolean small;
    private int magnitudes;

    private EastAsianNumber(String text, int start, Language language) {
        this.text = text;
        this.language = language;
        this.end = start;
        this.hangul = language == Language.KO && !Scripts.digit(text.charAt(start));
        int at = start;
        while (readSection(at)) {
            at = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        }
    }

    /// @param scale how often the last section was multiplied; 1 for plain digits
    /// @param magnitudes how many of them stand in it
    record Reading(BigDecimal value, BigDecimal scale, int end, int magnitudes) {}

    static @Nullable Reading read(String text, int start, Language language) {
        EastAsianNumber number = new EastAsianNumber(text, start, language);
        BigDecimal scale = number.floor == null ? BigDecimal.ONE : number.floor;
        return number.end == start
                ? null
                : new Reading(number.total, scale, number.end, number.magnitudes);
    }

    /// Whether another section was read; `end` then stands behind it.
    private boolean readSection(int start) {
        section = BigDecimal.ZERO;
        number = null;
        power = 0;
        small = false;
        int before = magnitudes;
        int at = readSmall(start);
        // 만 이천: the one before 만 is not written
        boolean bare = at == start && hangul && floor == null && large(at, false) != null;
        if (at == start && !bare) {
            return false;
        }
        BigDecimal sum =
                bare ? BigDecimal.ONE : section.add(number == null ? BigDecimal.ZERO : number);
        int mark = blankAllowed(at) ? at + 1 : at;
        BigDecimal large = large(mark, mark > at);
        if (large != null && closes(large, sum)) {
            magnitudes++;
            end = mark + 1;
            BigDecimal twice = language == Language.KO ? null : large(end, false);
            if (twice != null) {
                large = large.multiply(twice);
                end++;
            }
            boolean carries = floor != null && floor.compareTo(large) < 0;
            total = carries ? total.add(sum).multiply(large) : total.add(sum.multiply(large));
            floor = large;
            return true;
        }
        boolean bareNumeral = hangul && floor != null && magnitudes == before && start > end;
        if (!bareNumeral && (floor == null || small || remainder(sum, floor, at))) {
            total = total.add(sum);
            end = at;
        }
        return false;
    }

    /// Magnitudes fall from left to right; in Chinese `1万2345亿` is 12,345 times 亿.
    private boolean closes(BigDecimal large, BigDecimal sum) {
        if (floor == null || large.compareTo(floor) < 0) {
            return true;
        }
        return language == Language.ZH_CN
                && large.compareTo(floor) > 0
                && sum.compareTo(floor) < 0
                && total.compareTo(large) < 0;
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
            int multiplier = at - start < LONGEST ? small(at) : 0;
            if (number == null && !hangul && Scripts.digit(c)) {
                Digits read = Digits.read(text, at, language);
                if (read.value() == null) {
                    return start;
                }
                number = read.value();
                at = read.end();
            } else if (number == null && numeral(at) >= 0) {
                at = numerals(at);
            } else if (multiplier > 0 && !(hangul && power > 0 && multiplier >= power)) {
                BigDecimal times = BigDecimal.TEN.pow(multiplier);
                section = section.add(number == null ? times : times.multiply(number));
                number = null;
                power = multiplier;
                small = true;
                magnitudes++;
                at++;
            } else if (c == ' ' && !hangul && number == null && small(at + 2) > 0) {
                if (small(at + 2) >= power || !Scripts.digit(text.charAt(at + 1))) {
                    break;
                }
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /// Han numerals stand for digits (`二〇二四`, `三点五`), Hangul ones stand alone.
    private int numerals(int start) {
        BigDecimal value = BigDecimal.valueOf(numeral(start));
        int at = start + 1;
        int decimals = 0;
        boolean point = false;
        while (!hangul && at - start < LONGEST / 2) {
            if (numeral(at) >= 0) {
                value = value.scaleByPowerOfTen(1).add(BigDecimal.valueOf(numeral(at)));
                decimals += point ? 1 : 0;
            } else if (!point
                    && at < text.length()
                    && "点・".indexOf(text.charAt(at)) >= 0
                    && numeral(at + 1) >= 0) {
                point = true;
            } else {
                break;
            }
            at++;
        }
        number = value.movePointLeft(decimals);
        return at;
    }

    private int numeral(int at) {
        if (at >= text.length()) {
            return -1;
        }
        char c = text.charAt(at);
        if (language == Language.KO) {
            return hangul ? HANGUL.indexOf(c) : -1;
        }
        return c == '两' || c == '兩' ? 2 : c == '零' ? 0 : HAN.indexOf(c);
    }

    /// The power of ten of a small magnitude, 0 for other characters.
    private int small(int at) {
        if (at >= text.length()) {
            return 0;
        }
        char c = text.charAt(at);
        boolean unit =
                c == '千' && at + 1 < text.length() && "克米瓦卡".indexOf(text.charAt(at + 1)) >= 0;
        return unit ? 0 : 1 + (language == Language.KO ? "십백천" : "十百千").indexOf(c);
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
        int power = power(c, language);
        if (language == Language.KO && power > 0 && Scripts.hangul(next)) {
            boolean otherWord = afterBlank ? COUNTERS.indexOf(next) < 0 : notMagnitude(c, next);
            return otherWord ? null : BigDecimal.ONE.scaleByPowerOfTen(power);
        }
        return power == 0 ? null : BigDecimal.ONE.scaleByPowerOfTen(power);
    }

    /// `2조건`, `3경기` and `0.39만큼` hold no magnitude.
    private static boolean notMagnitude(char c, char next) {
        return switch (c) {
            case '조' -> "건각합절직".indexOf(next) >= 0;
            case '경' -> "기우로계험쟁".indexOf(next) >= 0;
            case '만' -> next == '큼';
            default -> false;
        };
    }

    /// The power of ten of a large magnitude, 0 for other characters.
    static int power(char c, Language language) {
        return language == Language.KO
                ? switch (c) {
                    case '만' -> 4;
                    case '억' -> 8;
                    case '조' -> 12;
                    case '경' -> 16;
                    default -> 0;
                }
                : switch (c) {
                    case '万', '萬' -> 4;
                    case '億', '亿' -> 8;
                    case '兆' -> 12;
                    case '京' -> 16;
                    default -> 0;
                };
    }
}
