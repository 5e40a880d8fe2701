package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Language;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads all numbers a text states, once from left to right. A word that begins with a Latin letter
/// and holds digits (`GPT-3`, `A100`) is a name, and so are digits before unknown letters (`3D`).
final class NumberReader {

    private static final Set<String> UNITS =
            Set.of(
                    "x", "fps", "s", "ms", "h", "min", "hrs", "GB", "MB", "TB", "KB", "GiB", "MiB",
                    "px", "Hz", "kHz", "MHz", "GHz", "kg", "km", "cm", "mm", "nm", "bit", "bits",
                    "th", "st", "nd", "rd", "pp", "p", "dB", "W", "kW", "EB", "PB", "USD", "EUR",
                    "shot", "shots", "V", "m", "g", "mg", "ml", "Nm", "Gbps", "FPS", "Bit", "K",
                    "M", "B", "T");

    /// No bullet holds as many; it bounds the work on a text of nothing but numbers.
    private static final int MOST = 5_000;

    private final String text;
    private final Language language;
    private final List<Quantity> found = new ArrayList<>();

    /// Up to here no name with digits stands, so that `a-a-a-…` is read only once.
    private int plainUntil;

    private NumberReader(String text, Language language) {
        this.text = text;
        this.language = language;
    }

    /// @param text masked, so that addresses, formulas and code hold no digits
    static List<Quantity> read(String text, Language language) {
        NumberReader reader = new NumberReader(text, language);
        int at = 0;
        while (at < text.length() && reader.found.size() < MOST) {
            at = Math.max(at + 1, reader.step(at));
        }
        return NumberRanges.share(text, reader.found);
    }

    private int step(int at) {
        char c = text.charAt(at);
        if (Scripts.digit(c)) {
            return digits(at);
        }
        if (Scripts.latin(c) || c == Side.MASK) {
            return word(at);
        }
        return switch (language) {
            case KO -> Scripts.hangul(c) ? hangul(at) : at + 1;
            case JA, ZH_CN -> c < '\u3000' ? at + 1 : han(at);
            case EN, DE -> at + 1;
        };
    }

    private int digits(int at) {
        Digits digits = Digits.read(text, at, language);
        int end = digits.end();
        BigDecimal value = digits.value();
        if (value == null) {
            List<Quantity> date = Dates.read(text, at);
            found.addAll(date);
            return date.isEmpty() ? NumberNames.end(text, end) : date.getLast().span().end();
        }
        if (product(end)) {
            return name(at, end);
        }
        if (end < text.length()
                && (Scripts.latin(text.charAt(end)) || text.charAt(end) == Side.MASK)) {
            return suffixed(at, end, value);
        }
        Quantity share = Shares.read(text, language, new Span(at, end), value);
        return share == null ? magnitude(at, end, value) : add(share);
    }

    /// `512x512` and `8x7B` are names on either side.
    private boolean product(int end) {
        return end + 1 < text.length()
                && "xX×".indexOf(text.charAt(end)) >= 0
                && Scripts.digit(text.charAt(end + 1));
    }

    private int suffixed(int at, int end, BigDecimal value) {
        int letters = letters(end);
        boolean digitFollows = letters < text.length() && Scripts.digit(text.charAt(letters));
        String suffix = text.substring(end, letters);
        int power =
                switch (suffix) {
                    case "K", "k" -> 3;
                    case "M", "mn", "mio", "Mio", "million" -> 6;
                    case "B", "b", "bn", "Mrd", "billion" -> 9;
                    case "T", "trillion" -> 12;
                    default -> 0;
                };
        if (suffix.equals("D") && !digitFollows) {
            return add(Quantity.of(value, Weight.SOFT, at, letters));
        }
        boolean german =
                language == Language.DE
                        && suffix.length() > 1
                        && suffix.equals(suffix.toLowerCase(Locale.ROOT));
        if (digitFollows || !(power > 0 || german || UNITS.contains(suffix))) {
            return name(at, letters);
        }
        add(value, power, Weight.HARD, at, power == 0 ? end : letters);
        return letters;
    }

    private int magnitude(int at, int end, BigDecimal value) {
        if (language == Language.EN || language == Language.DE) {
            return scaled(at, end, value);
        }
        EastAsianNumber.Reading reading = EastAsianNumber.read(text, at, language);
        return reading == null || reading.end() <= end
                ? scaled(at, end, value)
                : add(
                        NumberIdioms.refine(
                                text,
                                new Quantity(
                                        List.of(reading.value()),
                                        reading.scale(),
                                        Weight.HARD,
                                        new Span(at, reading.end()))));
    }

    /// The scale words that follow: `2.5 million`, `2 hundred thousand`, `1 billion 370 million`.
    private int scaled(int at, int end, BigDecimal value) {
        int power = 0;
        int to = end;
        for (int next = blank(to); next > to && power < 16; next = blank(to)) {
            int more = NumberWords.scale(text.substring(next, letters(next)), language);
            if (more == 0) {
                break;
            }
            power += more;
            to = letters(next);
        }
        BigDecimal total = value.scaleByPowerOfTen(power);
        int next = power > 5 ? blank(to) : to;
        if (next > to && next < text.length() && Scripts.digit(text.charAt(next))) {
            Digits rest = Digits.read(text, next, language);
            int word = blank(rest.end());
            int smaller = NumberWords.scale(text.substring(word, letters(word)), language);
            if (rest.value() != null && word > rest.end() && smaller > 0 && smaller < power) {
                total = total.add(rest.value().scaleByPowerOfTen(smaller));
                to = letters(word);
            }
        }
        Span span = new Span(at, to);
        BigDecimal scale = BigDecimal.ONE.scaleByPowerOfTen(power);
        return add(
                NumberIdioms.refine(text, new Quantity(List.of(total), scale, Weight.HARD, span)));
    }

    private int word(int at) {
        int letters = letters(at);
        if (at >= plainUntil) {
            int end = NumberNames.end(text, letters);
            if (letters == at || NumberNames.hasDigit(text, letters, end)) {
                return name(at, end);
            }
            if (language == Language.KO) {
                return end;
            }
            plainUntil = end;
        }
        if (letters == at || language == Language.JA || language == Language.ZH_CN) {
            return letters;
        }
        Quantity quantity = words(at, text.substring(at, letters));
        return quantity == null ? letters : add(NumberIdioms.refine(text, quantity));
    }

    private @Nullable Quantity words(int at, String word) {
        Quantity numeral;
        if (language == Language.DE) {
            Quantity whole = GermanNumber.read(text, at, word);
            numeral = whole == null ? GermanNumber.vague(text, at, word) : whole;
        } else {
            numeral = EnglishNumber.read(text, at, word);
        }
        Span span = new Span(at, at + word.length());
        return numeral == null ? NumberWords.read(word, language, span) : numeral;
    }

    private int name(int at, int from) {
        int end = NumberNames.end(text, from);
        NumberNames.read(text, at, end, language, found);
        return end;
    }

    private int hangul(int at) {
        boolean inside =
                at > 0
                        && (Scripts.hangul(text.charAt(at - 1))
                                || Scripts.digit(text.charAt(at - 1)));
        Quantity quantity = inside ? null : KoreanWords.read(text, at);
        return quantity == null ? at + 1 : add(NumberIdioms.refine(text, quantity));
    }

    private int han(int at) {
        Quantity quantity = HanWords.read(text, at, language);
        return quantity == null
                ? HanWords.skip(text, at)
                : add(NumberIdioms.refine(text, quantity));
    }

    private int add(Quantity quantity) {
        found.add(quantity);
        return quantity.span().end();
    }

    private void add(BigDecimal value, int power, Weight weight, int at, int end) {
        BigDecimal scale = BigDecimal.ONE.scaleByPowerOfTen(power);
        found.add(new Quantity(List.of(value.multiply(scale)), scale, weight, new Span(at, end)));
    }

    private int letters(int at) {
        while (at < text.length() && Scripts.latin(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// After one blank or hyphen, if any.
    private int blank(int at) {
        return EnglishNumber.joint(text, at);
    }
}
