package hanji.qa;

import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;

/// A word of direction (more, better, faster, at least) whose opposite stands in the target, when
/// neither has a partner of its own direction on the other side.
final class ComparisonCheck implements QaCheck {

    @Override
    public String id() {
        return "comparison";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        List<QaFinding> findings = new ArrayList<>();
        for (Balance balance : pair.balances()) {
            if (balance.from() != null && balance.to() != null) {
                findings.add(finding(pair, balance.from(), balance.to()));
            }
        }
        Span swapped = RoleSwap.find(pair);
        if (swapped != null) {
            findings.add(finding(pair, swapped));
        }
        return findings;
    }

    private QaFinding finding(Pair pair, Span measure) {
        return new QaFinding(
                id(),
                MqmCategory.MISTRANSLATION,
                Severity.MAJOR,
                null,
                measure,
                Remark.of("comparison.swapped", measure.of(pair.target().text())));
    }

    private QaFinding finding(Pair pair, Mark from, Mark to) {
        return new QaFinding(
                id(),
                MqmCategory.MISTRANSLATION,
                Severity.MAJOR,
                from.span(),
                to.span(),
                Remark.of(
                        "comparison.turned",
                        from.span().of(pair.source().text()),
                        to.span().of(pair.target().text())));
    }
}
