package hanji.qa;

import hanji.segment.Language;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes a number as a language writes it, in the manner of another number that stands in its
/// place: 2조 where "2 billion" stands is "2 trillion", and "2T" where "2B" stands.
///
/// @param value what is to be said
/// @param source how the source writes it
/// @param scaled whether the source wrote it with a magnitude (2조), not with all its digits
/// @param written what stands in its place
record NumberForms(BigDecimal value, String source, boolean scaled, String written) {

    /// Nobody writes `2.123456 million`.
    private static final int DECIMALS = 4;

    private static final Map<Language, List<String>> NUMERALS =
            Map.of(
                    Language.EN,
                    List.of(
                            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                            "eleven", "twelve"),
                    Language.DE,
                    List.of(
                            "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun",
                            "zehn", "elf", "zwölf"));

    private static final String HAN = "二三四五六七八九十";
    private static final String HAN_DIGITS = "〇零一二两三四五六七八九十百千万億亿兆";

    private record Unit(int power, String name, String many, String brief) {}

    private static final List<Unit> ENGLISH =
            List.of(
                    new Unit(12, "trillion", "trillion", "T"),
                    new Unit(9, "billion", "billion", "B"),
                    new Unit(6, "million", "million", "M"),
                    new Unit(3, "thousand", "thousand", "K"));
    private static final List<Unit> GERMAN =
            List.of(
                    new Unit(12, "Billion", "Billionen", "Bio."),
                    new Unit(9, "Milliarde", "Milliarden", "Mrd."),
                    new Unit(6, "Million", "Millionen", "Mio."));

    /// The likeliest first; every one says the value.
    List<String> in(Language language) {
        List<String> forms = new ArrayList<>();
        boolean digits = written.chars().anyMatch(Scripts::digit);
        if (!digits) {
            // the third of the month, or eightfold, is no numeral that another one could replace
            if (!numeral(language)) {
                return List.of();
            }
            words(forms, language);
        }
        boolean magnitude = value.compareTo(BigDecimal.valueOf(10_000)) >= 0;
        if (magnitude && (scaled || written.chars().anyMatch(Character::isLetter))) {
            switch (language) {
                case EN -> western(forms, ENGLISH, language);
                case DE -> western(forms, GERMAN, language);
                case JA -> japanese(forms);
                case ZH_CN -> chinese(forms);
                case KO -> {}
            }
        }
        forms.add(plain(language));
        return forms;
    }

    private boolean numeral(Language language) {
        return language.wide()
                ? HAN_DIGITS.indexOf(written.charAt(0)) >= 0
                : NUMERALS.getOrDefault(language, List.of())
                        .contains(written.toLowerCase(Locale.ROOT));
    }

    private void words(List<String> forms, Language language) {
        int at =
                value.scale() <= 0
                                && value.compareTo(BigDecimal.TWO) >= 0
                                && value.compareTo(BigDecimal.valueOf(12)) <= 0
                        ? value.intValue() - 2
                        : -1;
        if (at >= 0 && !language.wide()) {
            forms.add(cased(NUMERALS.getOrDefault(language, List.of()).get(at)));
        } else if (at >= 0 && at < HAN.length()) {
            int end = 0;
            while (end < written.length() && HAN_DIGITS.indexOf(written.charAt(end)) >= 0) {
                end++;
            }
            if (language == Language.ZH_CN && at == 0) {
                forms.add("两" + written.substring(end));
            }
            forms.add(HAN.charAt(at) + written.substring(end));
        }
    }

    private String cased(String word) {
        return Character.isUpperCase(written.charAt(0))
                ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
                : word;
    }

    private void western(List<String> forms, List<Unit> units, Language language) {
        int end = 0;
        while (end < written.length() && !Character.isLetter(written.charAt(end))) {
            end++;
        }
        String rest = written.substring(end);
        String joint =
                end > 0 && "- \u00a0".indexOf(written.charAt(end - 1)) >= 0
                        ? written.substring(end - 1, end)
                        : "";
        boolean brief =
                units.stream()
                        .anyMatch(unit ->
                                rest.equalsIgnoreCase(unit.brief())
                                        || (rest + ".").equalsIgnoreCase(unit.brief()));
        for (Unit unit : units) {
            BigDecimal mantissa = value.scaleByPowerOfTen(-unit.power()).stripTrailingZeros();
            boolean fits =
                    mantissa.compareTo(BigDecimal.ONE) >= 0
                            && mantissa.compareTo(BigDecimal.valueOf(1_000)) < 0
                            && mantissa.scale() <= DECIMALS;
            if (fits && (brief || unit.power() > 3)) {
                String name =
                        brief
                                ? unit.brief()
                                : mantissa.compareTo(BigDecimal.ONE) == 0
                                        ? unit.name()
                                        : unit.many();
                String between = brief ? joint : joint.isEmpty() ? " " : joint;
                forms.add(decimal(mantissa, language) + between + name);
            }
        }
    }

    /// `1兆2000億`, `42万5000`.
    private void japanese(List<String> forms) {
        if (value.scale() > 0) {
            return;
        }
        BigInteger left = value.toBigInteger();
        StringBuilder form = new StringBuilder();
        for (Map.Entry<Integer, String> unit :
                List.of(Map.entry(12, "兆"), Map.entry(8, "億"), Map.entry(4, "万"))) {
            BigInteger[] parts = left.divideAndRemainder(BigInteger.TEN.pow(unit.getKey()));
            if (parts[0].signum() > 0) {
                form.append(japanese(parts[0])).append(unit.getValue());
            }
            left = parts[1];
        }
        if (left.signum() > 0) {
            form.append(japanese(left));
        }
        forms.add(form.toString());
    }

    /// With commas where the number beside it has them.
    private String japanese(BigInteger part) {
        return written.indexOf(',') >= 0 || source.indexOf(',') >= 0
                ? new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(part)
                : part.toString();
    }

    private void chinese(List<String> forms) {
        String blank = written.indexOf(' ') >= 0 ? " " : "";
        for (Map.Entry<Integer, String> unit :
                List.of(Map.entry(12, "万亿"), Map.entry(8, "亿"), Map.entry(4, "万"))) {
            BigDecimal mantissa = value.scaleByPowerOfTen(-unit.getKey()).stripTrailingZeros();
            if (mantissa.compareTo(BigDecimal.ONE) >= 0
                    && mantissa.compareTo(BigDecimal.valueOf(10_000)) < 0
                    && mantissa.scale() <= DECIMALS) {
                forms.add(mantissa.toPlainString() + blank + unit.getValue());
            }
        }
    }

    /// All its digits; as the source has them where those are the same everywhere.
    private String plain(Language language) {
        boolean copy =
                source.chars().allMatch(c -> Scripts.digit((char) c) || c == '.' || c == ',');
        if (copy && language != Language.DE) {
            return source;
        }
        boolean grouped = !copy || source.indexOf(',') >= 0;
        DecimalFormat format =
                new DecimalFormat(
                        grouped ? "#,##0.########" : "0.########",
                        DecimalFormatSymbols.getInstance(
                                language == Language.DE ? Locale.GERMANY : Locale.ROOT));
        if (copy && source.indexOf('.') >= 0) {
            format.setMinimumFractionDigits(source.length() - source.indexOf('.') - 1);
        }
        return format.format(value);
    }

    private static String decimal(BigDecimal mantissa, Language language) {
        String plain = mantissa.toPlainString();
        return language == Language.DE ? plain.replace('.', ',') : plain;
    }
}
