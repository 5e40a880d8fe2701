package hanji.qa;

import java.math.BigDecimal;
import java.util.List;

/// What follows a number and lends it a further value: two orders of magnitude are also a hundred
/// times, `一个半小时` and `1년 반` are also one and a half, `3割` and `三成` are 30 %.
final class NumberIdioms {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final List<String> ORDERS =
            List.of(
                    " orders of magnitude",
                    " order of magnitude",
                    "桁",
                    " 桁",
                    "个数量级",
                    " 个数量级",
                    " Größenordnung");
    private static final List<String> HALVES =
            List.of(
                    "个半", "年半", "倍半", "天半", "小时半", "時間半", "か月半", "년 반", "년반", "시간 반", "배 반", "개월 반",
                    "달 반", "배반");

    private NumberIdioms() {}

    static Quantity refine(String text, Quantity quantity) {
        BigDecimal value = quantity.value();
        int end = quantity.span().end();
        if (end >= text.length() || value.scale() != 0 || value.precision() > 2) {
            return quantity;
        }
        if (value.precision() == 1 && " 桁个".indexOf(text.charAt(end)) >= 0) {
            for (String orders : ORDERS) {
                if (text.startsWith(orders, end)) {
                    return quantity.or(BigDecimal.TEN.pow(value.intValue()), false);
                }
            }
        }
        boolean tenths = text.charAt(end) == '成' || text.charAt(end) == '割';
        if (tenths && value.precision() == 1 && !text.startsWith("割合", end)) {
            return quantity.or(value.scaleByPowerOfTen(1), false);
        }
        int unit = text.charAt(end) == ' ' ? end + 1 : end;
        if (unit < text.length() && "个年倍天小時か년시배개달".indexOf(text.charAt(unit)) >= 0) {
            for (String half : HALVES) {
                if (text.startsWith(half, unit)) {
                    return quantity.or(value.add(HALF), false);
                }
            }
        }
        return quantity;
    }
}
