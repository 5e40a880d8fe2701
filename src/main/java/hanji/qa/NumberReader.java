package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Language;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads all numbers a text states, once from left to right. A word that begins with a Latin letter
/// and holds digits (`GPT-3`, `A100`) is a name, and so are digits before unknown letters (`3D`).
final class NumberReader {

    private static final Set<String> UNITS =
            Set.of(
                    "x", "fps", "s", "ms", "h", "min", "hrs", "GB", "MB", "TB", "KB", "GiB", "MiB",
                    "px", "Hz", "kHz", "MHz", "GHz", "kg", "km", "cm", "mm", "nm", "bit", "bits",
                    "th", "st", "nd", "rd", "pp", "p", "dB", "W", "kW", "EB", "PB", "USD", "EUR",
                    "shot", "shots");

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
            case JA, ZH_CN -> numerals(at);
            case EN, DE -> at + 1;
        };
    }

    private int digits(int at) {
        Digits digits = Digits.read(text, at, language);
        int end = digits.end();
        BigDecimal value = digits.value();
        if (value == null || product(end)) {
            return nameEnd(end);
        }
        if (end < text.length()
                && (Scripts.latin(text.charAt(end)) || text.charAt(end) == Side.MASK)) {
            return suffixed(at, end, value);
        }
        int fraction = fraction(at, end, value);
        return fraction > end ? fraction : magnitude(at, end, value);
    }

    /// `512x512` and `8x7B` are names on either side.
    private boolean product(int end) {
        return end + 1 < text.length()
                && "xX×".indexOf(text.charAt(end)) >= 0
                && Scripts.digit(text.charAt(end + 1));
    }

    private int suffixed(int at, int end, BigDecimal value) {
        int letters = end;
        while (letters < text.length() && Scripts.latin(text.charAt(letters))) {
            letters++;
        }
        boolean digitFollows = letters < text.length() && Scripts.digit(text.charAt(letters));
        String suffix = text.substring(end, letters);
        BigDecimal scale =
                switch (suffix) {
                    case "K", "k" -> BigDecimal.TEN.pow(3);
                    case "M", "mn", "mio", "Mio", "million" -> BigDecimal.TEN.pow(6);
                    case "B", "b", "bn", "Mrd", "billion" -> BigDecimal.TEN.pow(9);
                    case "T", "trillion" -> BigDecimal.TEN.pow(12);
                    default -> UNITS.contains(suffix) ? BigDecimal.ONE : null;
                };
        if (suffix.equals("D") && !digitFollows) {
            add(value, BigDecimal.ONE, Weight.SOFT, at, letters);
            return letters;
        }
        if (scale == null || digitFollows) {
            return nameEnd(letters);
        }
        add(
                value.multiply(scale),
                scale,
                Weight.HARD,
                at,
                scale.compareTo(BigDecimal.ONE) == 0 ? end : letters);
        return letters;
    }

    private int magnitude(int at, int end, BigDecimal value) {
        if (language == Language.EN || language == Language.DE) {
            return words(at, end, value, Weight.HARD);
        }
        EastAsianNumber.Reading reading = EastAsianNumber.read(text, at, language);
        if (reading == null || reading.end() <= end) {
            return words(at, end, value, Weight.HARD);
        }
        add(reading.value(), reading.scale(), Weight.HARD, at, reading.end());
        return reading.end();
    }

    /// The scale words that follow: `2.5 million`, `2 hundred thousand`.
    private int words(int at, int end, BigDecimal value, Weight weight) {
        BigDecimal scale = BigDecimal.ONE;
        int to = end;
        for (int next = blank(to); next > to && scale.precision() < 16; next = blank(to)) {
            int stop = letters(next);
            BigDecimal more = NumberWords.scale(text.substring(next, stop), language);
            if (more == null) {
                break;
            }
            scale = scale.multiply(more);
            to = stop;
        }
        add(value.multiply(scale), scale, weight, at, to);
        return to;
    }

    /// Where a share that these digits begin ends; `end` when they begin none.
    private int fraction(int at, int end, BigDecimal value) {
        Quantity share = Shares.read(text, language, new Span(at, end), value);
        if (share == null) {
            return end;
        }
        found.add(share);
        return share.span().end();
    }

    private int word(int at) {
        int letters = letters(at);
        if (at >= plainUntil) {
            int end = nameEnd(letters);
            if (letters == at || language == Language.KO || hasDigit(letters, end)) {
                return end;
            }
            plainUntil = end;
        }
        String word = text.substring(at, letters);
        Integer cardinal = NumberWords.cardinal(word);
        if (cardinal != null) {
            return cardinal(at, letters, cardinal);
        }
        Quantity quantity = NumberWords.read(word, language, new Span(at, letters));
        if (quantity != null) {
            found.add(quantity);
        }
        return letters;
    }

    /// `twenty-five`, `one hundred`, `eine Million`.
    private int cardinal(int at, int end, int value) {
        if (value >= 20 && end + 1 < text.length() && text.charAt(end) == '-') {
            int stop = letters(end + 1);
            Integer unit = NumberWords.cardinal(text.substring(end + 1, stop));
            if (unit != null && unit < 10) {
                value += unit;
                end = stop;
            }
        }
        int before = found.size();
        int stop = words(at, end, BigDecimal.valueOf(value), Weight.WORD);
        Quantity last = found.get(before);
        if (last.value().compareTo(BigDecimal.ONE) == 0) {
            found.set(
                    before, new Quantity(last.readings(), last.scale(), Weight.SOFT, last.span()));
        }
        return stop;
    }

    private int hangul(int at) {
        if (at > 0 && Scripts.hangul(text.charAt(at - 1))) {
            return at + 1;
        }
        if ("십백천".indexOf(text.charAt(at)) >= 0) {
            EastAsianNumber.Reading reading = EastAsianNumber.read(text, at, language);
            boolean large = reading != null && reading.scale().compareTo(BigDecimal.ONE) > 0;
            if (reading != null && large) {
                add(reading.value(), reading.scale(), Weight.WORD, at, reading.end());
                return reading.end();
            }
            return at + 1;
        }
        Quantity quantity = KoreanWords.read(text, at);
        if (quantity == null) {
            return at + 1;
        }
        found.add(quantity);
        return quantity.span().end();
    }

    private int numerals(int at) {
        char c = text.charAt(at);
        if (c == '半') {
            found.add(
                    NumberWords.quantity(
                            List.of("0.5", "50", "2"), Weight.SOFT, new Span(at, at + 1)));
            return at + 1;
        }
        if ("両双倍翻".indexOf(c) >= 0) {
            found.add(NumberWords.quantity(List.of("2"), Weight.SOFT, new Span(at, at + 1)));
            return at + 1;
        }
        if (c == '桁' || text.startsWith("数量级", at)) {
            found.add(NumberWords.quantity(List.of("10"), Weight.SOFT, new Span(at, at + 1)));
            return at + 1;
        }
        if (text.startsWith("百分之", at)) {
            return at + 3;
        }
        boolean vague = at > 0 && "数數几幾".indexOf(text.charAt(at - 1)) >= 0;
        boolean numeral = "一二三四五六七八九十百千两".indexOf(c) >= 0;
        EastAsianNumber.Reading reading = numeral ? EastAsianNumber.read(text, at, language) : null;
        if (reading == null || vague) {
            return reading == null ? at + 1 : reading.end();
        }
        int fraction = fraction(at, reading.end(), reading.value());
        if (fraction > reading.end()) {
            return fraction;
        }
        boolean one = reading.value().compareTo(BigDecimal.ONE) == 0;
        boolean lone = "百千".indexOf(c) >= 0 && reading.end() == at + 1;
        add(
                reading.value(),
                reading.scale(),
                one || lone ? Weight.SOFT : Weight.WORD,
                at,
                reading.end());
        return reading.end();
    }

    private void add(BigDecimal value, BigDecimal scale, Weight weight, int at, int end) {
        found.add(new Quantity(List.of(value), scale, weight, new Span(at, end)));
    }

    private boolean hasDigit(int from, int to) {
        return text.substring(from, to).chars().anyMatch(Scripts::digit);
    }

    private int letters(int at) {
        while (at < text.length() && Scripts.latin(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// After one blank or hyphen, if any.
    private int blank(int at) {
        return at < text.length() && " \u00A0\u202F-".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    }

    /// Where the name ends that letters or digits before this place began.
    private int nameEnd(int at) {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean inside = Scripts.latin(c) || Scripts.digit(c) || c == Side.MASK;
            boolean joint =
                    "-._@+×".indexOf(c) >= 0
                            && at + 1 < text.length()
                            && partOfName(text.charAt(at + 1));
            if (!inside && !joint) {
                break;
            }
            at++;
        }
        return at;
    }

    private static boolean partOfName(char c) {
        return Scripts.latin(c) || Scripts.digit(c) || c == Side.MASK;
    }
}
