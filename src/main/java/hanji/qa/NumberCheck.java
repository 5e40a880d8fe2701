package hanji.qa;

import hanji.qa.Quantity.Weight;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Compares the numbers of both texts by value, whatever they are written with.
final class NumberCheck implements QaCheck {

    /// More findings than this on one text help nobody; it also bounds the search for partners.
    private static final int MOST = 40;

    /// Above this nobody writes a number as a word, so a word is no changed form of it.
    private static final BigDecimal LARGEST_WORD = BigDecimal.valueOf(20);

    @Override
    public String id() {
        return "numbers";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        List<Quantity> source = NumberReader.read(pair.source().masked(), pair.source().language());
        List<Quantity> target = NumberReader.read(pair.target().masked(), pair.language());
        NumberMatch match = NumberMatch.of(source, target);
        List<Quantity> added = new ArrayList<>(match.added().stream().limit(MOST).toList());
        List<QaFinding> findings = new ArrayList<>();
        for (Quantity missing : match.missing().stream().limit(MOST).toList()) {
            Quantity became = partner(missing, added);
            if (became != null) {
                added.remove(became);
                findings.add(changed(pair, missing, became));
            } else if (missing.value().compareTo(BigDecimal.ONE) != 0) {
                findings.add(missing(pair, missing));
            }
        }
        added.stream()
                .filter(quantity -> quantity.weight() == Weight.HARD)
                .filter(quantity -> quantity.value().compareTo(BigDecimal.ONE) != 0)
                .forEach(quantity -> findings.add(added(pair, quantity)));
        NumberExchange exchange = NumberExchange.find(pair, source, target);
        if (exchange != null) {
            findings.add(changed(pair, exchange.first(), exchange.targetFirst()));
            findings.add(changed(pair, exchange.second(), exchange.targetSecond()));
        }
        return findings;
    }

    /// What a number most likely became: one that is off by a power of ten, else the first of its
    /// kind.
    private static @Nullable Quantity partner(Quantity missing, List<Quantity> added) {
        Quantity first = null;
        for (Quantity candidate : added) {
            if (power(missing, candidate) != 0 && candidate.weight() == Weight.HARD) {
                return candidate;
            }
            boolean word =
                    candidate.weight() == Weight.WORD
                            && missing.value().compareTo(LARGEST_WORD) > 0;
            if (first == null && !word) {
                first = candidate;
            }
        }
        return first;
    }

    /// The power of ten between two numbers; 0 when it is none.
    private static int power(Quantity a, Quantity b) {
        if (a.value().signum() == 0 || b.value().signum() == 0) {
            return 0;
        }
        BigDecimal ratio = b.value().divide(a.value(), MathContext.DECIMAL64).stripTrailingZeros();
        return ratio.unscaledValue().equals(BigInteger.ONE) ? -ratio.scale() : 0;
    }

    private static QaFinding changed(Pair pair, Quantity from, Quantity to) {
        int power = power(from, to);
        String before = written(pair.source(), from);
        String after = written(pair.target(), to);
        Remark message =
                power == 0
                        ? Remark.of("numbers.changed", before, after)
                        : Remark.of(
                                "numbers.scaled",
                                before,
                                after,
                                (power > 0 ? "× " : "÷ ")
                                        + plain(BigDecimal.ONE.scaleByPowerOfTen(Math.abs(power))));
        return finding(Severity.CRITICAL, from, to, message);
    }

    private static QaFinding missing(Pair pair, Quantity missing) {
        return finding(
                Severity.MAJOR,
                missing,
                null,
                Remark.of("numbers.missing", written(pair.source(), missing)));
    }

    private static QaFinding added(Pair pair, Quantity added) {
        return finding(
                Severity.MAJOR,
                null,
                added,
                Remark.of("numbers.added", written(pair.target(), added)));
    }

    private static QaFinding finding(
            Severity severity,
            @Nullable Quantity source,
            @Nullable Quantity target,
            Remark message) {
        return new QaFinding(
                "numbers",
                MqmCategory.NUMBER,
                severity,
                source == null ? null : source.span(),
                target == null ? null : target.span(),
                message);
    }

    /// As it stands in the text, and written out where that is something else.
    static String written(Side side, Quantity quantity) {
        String text = quantity.span().of(side.text());
        String value = plain(quantity.value());
        return text.replace(",", "").equals(value.replace(",", ""))
                ? text
                : text + " (" + value + ")";
    }

    private static String plain(BigDecimal value) {
        DecimalFormat format =
                new DecimalFormat("#,##0.########", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(value);
    }
}
