package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Language;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A number in German words, which are written together below a million: `dreiundzwanzig`,
/// `zweihunderttausend`, `zweieinhalb Millionen`, `eine Million dreihunderttausend`.
final class GermanNumber {

    private static final String[] UNITS = {
        "null",
        "eins",
        "ein",
        "zwei",
        "zwo",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
        "sechzehn",
        "siebzehn",
        "sech",
        "sieb"
    };
    private static final int[] VALUES = {
        0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 16, 17, 6, 7
    };
    private static final String[] TENS = {
        "zwanzig",
        "dreißig",
        "dreissig",
        "vierzig",
        "fünfzig",
        "sechzig",
        "siebzig",
        "achtzig",
        "neunzig"
    };
    private static final int[] TEN_VALUES = {20, 30, 30, 40, 50, 60, 70, 80, 90};

    private static final Set<String> ARTICLES =
            Set.of("ein", "eine", "einer", "einem", "einen", "eines");

    /// More letters hold no number.
    private static final int LONGEST = 100;

    private final String word;
    private int at;

    private GermanNumber(String word) {
        this.word = word;
    }

    /// A number that a word begins with.
    ///
    /// @param end where it ends in the word
    record Prefix(BigDecimal value, int end) {}

    /// @param lower in lower case
    static @Nullable Prefix prefix(String lower) {
        if (lower.length() < 3 || "nezdvfsaht".indexOf(lower.charAt(0)) < 0) {
            return null;
        }
        if (lower.startsWith("anderthalb")) {
            return new Prefix(new BigDecimal("1.5"), 10);
        }
        GermanNumber number = new GermanNumber(lower);
        int value = number.belowMillion();
        if (value < 0) {
            return null;
        }
        boolean half = value > 0 && value < 100 && number.skip("einhalb");
        BigDecimal exact = BigDecimal.valueOf(value);
        return new Prefix(half ? exact.add(new BigDecimal("0.5")) : exact, number.at);
    }

    /// What the words from here state; null where no number word begins.
    static @Nullable Quantity read(String text, int start, String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        BigDecimal value = whole(lower);
        int end = start + word.length();
        if (value == null) {
            return null;
        }
        if (lower.startsWith("eine") && text.regionMatches(true, end, " halbe", 0, 6)) {
            int scaleAt = text.startsWith("n", end + 6) ? end + 8 : end + 7;
            if (scaleAt < text.length() && scale(text, scaleAt) > 0) {
                value = new BigDecimal("0.5");
                end = scaleAt - 1;
            }
        }
        Quantity share = share(text, start, end, value);
        if (share != null) {
            return share;
        }
        BigDecimal total = value;
        BigDecimal floor = BigDecimal.ONE;
        int at = EnglishNumber.joint(text, end);
        int power = at == end ? 0 : scale(text, at);
        while (power > 0 && (floor.precision() == 1 || power < floor.precision() - 1)) {
            floor = BigDecimal.ONE.scaleByPowerOfTen(power).setScale(0);
            total = total == value ? value.multiply(floor) : total;
            end = letters(text, at);
            at = EnglishNumber.joint(text, end);
            String next = text.substring(at, letters(text, at));
            BigDecimal more = at == end ? null : whole(lower(next));
            int after = EnglishNumber.joint(text, at + next.length());
            power = more == null ? 0 : scale(text, after);
            boolean smaller = power > 0 && power < floor.precision() - 1;
            boolean rest = power == 0 && more != null && !ARTICLES.contains(lower(next));
            if (smaller) {
                total = total.add(more.scaleByPowerOfTen(power));
                at = after;
            } else if (rest) {
                total = total.add(more);
                end = at + next.length();
            } else {
                power = 0;
            }
        }
        boolean one = total.compareTo(BigDecimal.ONE) == 0;
        return new Quantity(
                List.of(total), floor, one ? Weight.SOFT : Weight.WORD, new Span(start, end));
    }

    /// `zwei Drittel`, `ein Viertel`.
    private static @Nullable Quantity share(String text, int start, int end, BigDecimal parts) {
        int at = EnglishNumber.joint(text, end);
        int stop = letters(text, at);
        if (at == end || stop - at < 6 || !text.startsWith("tel", stop - 3)) {
            return null;
        }
        String lower = text.substring(at, stop).toLowerCase(Locale.ROOT);
        Prefix prefix = prefix(lower);
        BigDecimal part = prefix == null ? null : prefix.value();
        if (lower.equals("drittel")) {
            part = BigDecimal.valueOf(3);
        }
        boolean one = parts.compareTo(BigDecimal.ONE) == 0;
        return part != null && parts.compareTo(part) < 0
                ? Shares.share(start, stop, parts, part, one ? Weight.SOFT : Weight.WORD)
                : null;
    }

    /// `Hunderte von Millionen`, `Tausende`; null where no such word begins.
    static @Nullable Quantity vague(String text, int start, String word) {
        int power = 0;
        int end = start;
        int at = start;
        for (int more = GermanWords.vague(word.toLowerCase(Locale.ROOT)); more > 0; ) {
            power += more;
            end = letters(text, at);
            int next = EnglishNumber.joint(text, end);
            at = text.startsWith("von ", next) ? next + 4 : next;
            String lower = text.substring(at, letters(text, at)).toLowerCase(Locale.ROOT);
            int last = more;
            more = at == end ? 0 : GermanWords.vague(lower);
            more = more < last ? 0 : more;
        }
        return power == 0
                ? null
                : Quantity.of(BigDecimal.ONE.scaleByPowerOfTen(power), Weight.WORD, start, end);
    }

    private static @Nullable BigDecimal whole(String lower) {
        if (ARTICLES.contains(lower)) {
            return BigDecimal.ONE;
        }
        Prefix prefix = prefix(lower);
        return prefix != null && prefix.end() == lower.length() ? prefix.value() : null;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static int scale(String text, int at) {
        return NumberWords.scale(text.substring(at, letters(text, at)), Language.DE);
    }

    private static int letters(String text, int at) {
        int stop = at;
        while (stop < text.length() && stop - at < LONGEST && Scripts.latin(text.charAt(stop))) {
            stop++;
        }
        return stop;
    }

    /// -1 where the word begins with no number.
    private int belowMillion() {
        int start = at;
        int high = belowThousand();
        if (high != 0 && skip("tausend")) {
            int thousands = Math.max(high, 1) * 1_000;
            skipAnd();
            return thousands + Math.max(0, belowThousand());
        }
        if (high < 0) {
            at = start;
        }
        return high;
    }

    private int belowThousand() {
        int high = belowHundred();
        if (high != 0 && high < 10 && skip("hundert")) {
            skipAnd();
            return Math.max(high, 1) * 100 + Math.max(0, belowHundred());
        }
        return high;
    }

    private int belowHundred() {
        int tens = match(TENS);
        if (tens >= 0) {
            at += TENS[tens].length();
            return TEN_VALUES[tens];
        }
        int unit = longestUnit();
        if (unit < 0) {
            return -1;
        }
        int before = at;
        at += UNITS[unit].length();
        int value = VALUES[unit];
        if (value > 2 && value < 10 && skip("zehn")) {
            return value + 10;
        }
        if (value > 0 && value < 10 && skip("und")) {
            int ten = match(TENS);
            if (ten >= 0) {
                at += TENS[ten].length();
                return value + TEN_VALUES[ten];
            }
            at -= 3;
        }
        if (UNITS[unit].equals("sech") || UNITS[unit].equals("sieb")) {
            at = before;
            return -1;
        }
        return value;
    }

    private int longestUnit() {
        int best = -1;
        for (int i = 0; i < UNITS.length; i++) {
            boolean longer = best < 0 || UNITS[i].length() > UNITS[best].length();
            if (longer && word.startsWith(UNITS[i], at)) {
                best = i;
            }
        }
        return best;
    }

    private int match(String[] words) {
        for (int i = 0; i < words.length; i++) {
            if (word.startsWith(words[i], at)) {
                return i;
            }
        }
        return -1;
    }

    private void skipAnd() {
        if (word.startsWith("und", at)) {
            int before = at;
            at += 3;
            if (longestUnit() < 0 && match(TENS) < 0) {
                at = before;
            }
        }
    }

    private boolean skip(String part) {
        boolean there = word.startsWith(part, at);
        at += there ? part.length() : 0;
        return there;
    }
}
