package hanji.qa;

import hanji.segment.Language;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Every usual way to write a whole number in a language.
final class WrittenNumbers {

    private WrittenNumbers() {}

    static List<String> in(Language language, long value) {
        List<String> forms = new ArrayList<>();
        forms.add(Long.toString(value));
        switch (language) {
            case KO -> {
                forms.add(grouped(value, Locale.ROOT));
                forms.add(EastAsianForms.sections(value, "경조억만", " "));
                forms.add(EastAsianForms.sections(value, "경조억만", ""));
                decimals(forms, value, List.of("만", "억", "조"), 4, '.', "");
                decimals(forms, value, List.of("백만", "천만"), 1, 5, '.', "");
                EastAsianForms.sinoKorean(value).ifPresent(forms::add);
                EastAsianForms.nativeKorean(value).ifPresent(forms::add);
            }
            case EN -> {
                forms.add(grouped(value, Locale.ROOT));
                decimals(
                        forms,
                        value,
                        List.of("thousand", "million", "billion", "trillion"),
                        3,
                        '.',
                        " ");
                decimals(forms, value, List.of("K", "M", "B", "T"), 3, '.', "");
                if (value < 1_000_000_000_000_000_000L) {
                    forms.add(WesternWords.english(value, " and "));
                    forms.add(WesternWords.english(value, " "));
                }
            }
            case DE -> {
                forms.add(grouped(value, Locale.GERMANY));
                forms.add(grouped(value, Locale.GERMANY).replace('.', '\u202F'));
                decimals(
                        forms,
                        value,
                        List.of("Tausend", "Millionen", "Milliarden", "Billionen"),
                        3,
                        ',',
                        " ");
                decimals(forms, value, List.of("Tsd.", "Mio.", "Mrd.", "Bio."), 3, ',', "\u00A0");
                if (value < 1_000_000_000_000_000_000L) {
                    forms.add(WesternWords.german(value));
                }
            }
            case JA -> {
                forms.add(grouped(value, Locale.ROOT));
                forms.add(EastAsianForms.sections(value, "京兆億万", ""));
                decimals(forms, value, List.of("万", "億", "兆"), 4, '.', "");
                forms.add(EastAsianForms.japanese(value));
            }
            case ZH_CN -> {
                forms.add(grouped(value, Locale.ROOT));
                forms.add(EastAsianForms.sections(value, "亿万", " "));
                forms.add(EastAsianForms.sections(value, "亿万", ""));
                decimals(forms, value, List.of("万", "亿", "万亿"), 4, '.', " ");
                forms.add(EastAsianForms.chinese(value));
            }
        }
        return forms;
    }

    static String grouped(long value, Locale locale) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale)).format(value);
    }

    private static void decimals(
            List<String> forms,
            long value,
            List<String> units,
            int power,
            char mark,
            String blank) {
        decimals(forms, value, units, power, power - 1, mark, blank);
    }

    /// With up to nine decimals, whatever of them the value fills.
    ///
    /// @param units each is a further `power` (the first besides `offset + 1`) powers of ten large
    private static void decimals(
            List<String> forms,
            long value,
            List<String> units,
            int power,
            int offset,
            char mark,
            String blank) {
        for (int i = 0; i < units.size(); i++) {
            int exponent = offset + 1 + i * power;
            BigDecimal number = BigDecimal.valueOf(value, exponent).stripTrailingZeros();
            if (number.compareTo(new BigDecimal("0.01")) >= 0 && number.scale() <= 9) {
                forms.add(number.toPlainString().replace('.', mark) + blank + units.get(i));
            }
        }
    }
}
