package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Language;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Every number and every Latin name of a condensation stands in the entry it condenses.
final class GroundedCheck implements QaCheck {

    private static final int MOST = 40;

    @Override
    public String id() {
        return "grounded";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        List<QaFinding> findings = new ArrayList<>();
        numbers(pair, findings);
        names(pair, findings);
        return findings.stream().limit(MOST).toList();
    }

    private void numbers(Pair pair, List<QaFinding> findings) {
        List<Quantity> source = NumberReader.read(pair.source().masked(), pair.source().language());
        List<Quantity> target = NumberReader.read(pair.target().masked(), pair.language());
        for (Quantity added : NumberMatch.of(source, target).added()) {
            if (added.weight() == Weight.HARD && added.value().compareTo(BigDecimal.ONE) != 0) {
                findings.add(
                        new QaFinding(
                                id(),
                                MqmCategory.NUMBER,
                                Severity.CRITICAL,
                                null,
                                added.span(),
                                Remark.of(
                                        "grounded.number",
                                        NumberCheck.written(pair.target(), added))));
            }
        }
    }

    /// In English and German a capital alone makes no name: sentences and nouns begin with one.
    private void names(Pair pair, List<QaFinding> findings) {
        String target = pair.target().masked();
        String source = EntityCheck.flat(pair.source().masked());
        Set<String> words = new HashSet<>(List.of(source.split(" ", -1)));
        boolean capitals = pair.language() == Language.EN || pair.language() == Language.DE;
        for (Span span : Tokens.names(target)) {
            String name = span.of(target);
            boolean strong = EntityCheck.unmistakable(name);
            String flat = EntityCheck.flat(name).strip();
            boolean candidate = EntityCheck.isName(name) && (strong || !capitals);
            if (candidate
                    && !EntityCheck.stands(flat, source, words)
                    && !EntityCheck.inParts(flat, words)) {
                findings.add(
                        new QaFinding(
                                id(),
                                MqmCategory.ENTITY,
                                strong ? Severity.MAJOR : Severity.MINOR,
                                null,
                                span,
                                Remark.of("grounded.name", Words.shorten(name))));
            }
        }
    }
}
