package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Language;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A number in English words, joined by blanks, hyphens or "and": `six hundred and twelve`, `two
/// and a half million`, `three-quarters`, `hundreds of thousands`.
final class EnglishNumber {

    private static final int HUNDRED = 100;

    private final String text;
    private int end;

    private BigDecimal total = BigDecimal.ZERO;

    private int section;
    private boolean half;

    /// The power of ten of the last large magnitude; [#HUNDRED] before there is one.
    private int floor = HUNDRED;

    private int largest;

    private EnglishNumber(String text, int start) {
        this.text = text;
        this.end = start;
    }

    /// What the words from here state; null where no number word begins.
    ///
    /// @param word the word that begins here
    static @Nullable Quantity read(String text, int start, String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int first = EnglishWords.numeral(lower);
        if (first < 0) {
            boolean half = lower.equals("half");
            boolean vague = magnitude(lower) > 0;
            return half ? halfOfScale(text, start) : vague ? vague(text, start, lower) : null;
        }
        EnglishNumber number = new EnglishNumber(text, start);
        number.section = first;
        number.end = start + word.length();
        number.largest = first;
        while (number.next()) {}
        return number.quantity(start);
    }

    private boolean next() {
        int at = joint(text, end);
        if (at == end) {
            return false;
        }
        boolean and = word(at).equals("and");
        if (and) {
            int after = joint(text, at + 3);
            if (!half && halfAt(after)) {
                half = true;
                end = joint(text, after + 1) + 4;
                return true;
            }
            boolean joins = section >= HUNDRED || (floor == 3 && section == 0);
            int unit = after == at + 3 ? -1 : EnglishWords.numeral(word(after));
            if (!joins || unit < 0 || article(after)) {
                return false;
            }
            at = after;
        }
        return numeral(at) || (!and && scale(at));
    }

    /// `a half`, `a-half`.
    private boolean halfAt(int at) {
        return word(at).equals("a") && word(joint(text, at + 1)).equals("half");
    }

    private boolean numeral(int at) {
        String word = word(at);
        int value = EnglishWords.numeral(word);
        boolean afterTens = section % 10 == 0 && section % HUNDRED >= 20;
        boolean open = section % HUNDRED == 0 && (section > 0 || floor < HUNDRED);
        boolean fits = value > 0 && ((afterTens && value < 10) || open) && !article(at) && !half;
        if (fits) {
            section += value;
            end = at + word.length();
        }
        return fits;
    }

    private boolean article(int at) {
        String word = word(at);
        return word.equals("a") || word.equals("an") || word.equals("single");
    }

    private boolean scale(int at) {
        String word = word(at);
        int power = NumberWords.scale(word, Language.EN);
        if (power == 2 && section > 0 && section < HUNDRED && !half) {
            section *= HUNDRED;
            end = at + word.length();
            return true;
        }
        boolean again = section == 0 && !half && floor < HUNDRED;
        if (power < 3 || word.length() < 2 || (!again && power >= floor)) {
            return false;
        }
        if (again) {
            total = total.scaleByPowerOfTen(power);
        } else {
            total = total.add(section().scaleByPowerOfTen(power));
        }
        section = 0;
        half = false;
        floor = power;
        largest = Math.max(largest, HUNDRED);
        end = at + word.length();
        return true;
    }

    private BigDecimal section() {
        return BigDecimal.valueOf(section).add(half ? new BigDecimal("0.5") : BigDecimal.ZERO);
    }

    private Quantity quantity(int start) {
        BigDecimal value = total.add(section());
        Quantity share = share(start, value);
        if (share != null) {
            return share;
        }
        BigDecimal scale =
                floor < HUNDRED ? BigDecimal.ONE.scaleByPowerOfTen(floor) : BigDecimal.ONE;
        boolean one = value.compareTo(BigDecimal.ONE) == 0;
        return new Quantity(
                List.of(value), scale, one ? Weight.SOFT : Weight.WORD, new Span(start, end));
    }

    /// `two thirds`, `a quarter`.
    private @Nullable Quantity share(int start, BigDecimal parts) {
        int at = joint(text, end);
        if (at == end || largest > 20 || parts.scale() > 0) {
            return null;
        }
        String word = word(at);
        int part = EnglishWords.part(word);
        boolean plural = word.endsWith("s");
        boolean several = parts.compareTo(BigDecimal.ONE) > 0;
        return part > 0 && plural == several && parts.compareTo(BigDecimal.valueOf(part)) < 0
                ? Shares.share(
                        start,
                        at + word.length(),
                        parts,
                        BigDecimal.valueOf(part),
                        several ? Weight.WORD : Weight.SOFT)
                : null;
    }

    /// `half a million`.
    private static @Nullable Quantity halfOfScale(String text, int start) {
        EnglishNumber number = new EnglishNumber(text, start);
        int article = joint(text, start + 4);
        int at = number.word(article).equals("a") ? joint(text, article + 1) : article;
        String word = number.word(at);
        int power = NumberWords.scale(word, Language.EN);
        return power < 3 || word.length() < 2
                ? null
                : new Quantity(
                        List.of(new BigDecimal("0.5").scaleByPowerOfTen(power)),
                        BigDecimal.ONE.scaleByPowerOfTen(power),
                        Weight.WORD,
                        new Span(start, at + word.length()));
    }

    /// `hundreds of thousands`, `several million`, `tens of billions`; a lone singular
    /// (`million-scale`) asks for nothing.
    private static @Nullable Quantity vague(String text, int start, String lower) {
        EnglishNumber number = new EnglishNumber(text, start);
        int power = 0;
        int last = 0;
        boolean plural = false;
        int at = start;
        for (String word = lower; ; word = number.word(at)) {
            int more = magnitude(word);
            if (more == 0 || more < last) {
                break;
            }
            power += more;
            last = more;
            plural |= word.endsWith("s");
            number.end = at + word.length();
            int of = joint(text, number.end);
            at = number.word(of).equals("of") ? joint(text, of + 2) : of;
            if (at == number.end) {
                break;
            }
        }
        return power == 0
                ? null
                : Quantity.of(
                        BigDecimal.ONE.scaleByPowerOfTen(power),
                        plural || afterSeveral(text, start) ? Weight.WORD : Weight.SOFT,
                        start,
                        number.end);
    }

    private static boolean afterSeveral(String text, int start) {
        return text.startsWith("several ", start - 8) || text.startsWith("few ", start - 4);
    }

    private static int magnitude(String word) {
        return switch (word) {
            case "tens", "dozens", "scores" -> 1;
            case "hundred", "hundreds" -> 2;
            case "thousand", "thousands" -> 3;
            case "million", "millions" -> 6;
            case "billion", "billions" -> 9;
            case "trillion", "trillions" -> 12;
            case "quadrillion", "quadrillions" -> 15;
            default -> 0;
        };
    }

    /// After one blank or hyphen, if any.
    static int joint(String text, int at) {
        return at < text.length() && " \u00A0\u202F-".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    }

    private String word(int at) {
        int stop = at;
        while (stop < text.length() && stop - at < 20 && Scripts.latin(text.charAt(stop))) {
            stop++;
        }
        return text.substring(at, stop).toLowerCase(Locale.ROOT);
    }
}
