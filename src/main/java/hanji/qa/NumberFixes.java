package hanji.qa;

import hanji.segment.Language;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts a changed number back. Which number became which is certain only for a single change, for a
/// power of ten, and for two that stand in exchanged places; else nothing is offered.
final class NumberFixes {

    private NumberFixes() {}

    static List<Fix> of(Pair pair, QaFinding finding, List<QaFinding> all) {
        if (finding.source() == null || finding.target() == null) {
            return List.of();
        }
        Quantity wanted = at(pair.source(), Language.SOURCE, finding.source());
        Quantity there = at(pair.target(), pair.language(), finding.target());
        if (wanted == null || there == null) {
            return List.of();
        }
        List<QaFinding> changed =
                all.stream()
                        .filter(other -> other.check().equals("numbers"))
                        .filter(other -> other.source() != null && other.target() != null)
                        .toList();
        List<Fix> fixes = new ArrayList<>();
        if (scaled(finding) ? alone(pair, wanted) : changed.size() == 1) {
            change(pair, wanted, there, fixes);
        }
        if (changed.size() == 2) {
            QaFinding other = changed.get(changed.getFirst().equals(finding) ? 1 : 0);
            Span second = other.target();
            if (second != null) {
                exchange(pair.target().text(), finding.target(), second, fixes);
            }
        }
        return fixes;
    }

    private static boolean scaled(QaFinding finding) {
        return finding.remark() != null && finding.remark().key().equals("numbers.scaled");
    }

    /// Whether no other number of the source has the same digits and could have become the same.
    private static boolean alone(Pair pair, Quantity wanted) {
        return NumberReader.read(pair.source().masked(), Language.SOURCE).stream()
                        .filter(other ->
                                other.value()
                                        .unscaledValue()
                                        .equals(wanted.value().unscaledValue()))
                        .count()
                == 1;
    }

    private static @Nullable Quantity at(Side side, Language language, Span span) {
        return NumberReader.read(side.masked(), language).stream()
                .filter(quantity -> quantity.span().equals(span))
                .findFirst()
                .orElse(null);
    }

    private static void change(Pair pair, Quantity wanted, Quantity there, List<Fix> fixes) {
        String source = wanted.span().of(pair.source().text());
        String written = there.span().of(pair.target().text());
        int before = there.span().start() - 1;
        boolean ordinal = before >= 0 && pair.target().text().charAt(before) == '第';
        for (BigDecimal value : wanted.readings()) {
            boolean scaled = wanted.scale().compareTo(BigDecimal.ONE) > 0;
            new NumberForms(value, source, scaled, written)
                    .in(pair.language()).stream()
                            .filter(form -> !(ordinal && form.startsWith("两")))
                            .forEach(form -> fixes.add(new Fix(there.span(), form)));
        }
    }

    private static void exchange(String text, Span one, Span other, List<Fix> fixes) {
        Span first = one.start() < other.start() ? one : other;
        Span second = one.start() < other.start() ? other : one;
        if (first.end() <= second.start()) {
            fixes.add(
                    new Fix(
                            new Span(first.start(), second.end()),
                            second.of(text)
                                    + text.substring(first.end(), second.start())
                                    + first.of(text)));
        }
    }
}
