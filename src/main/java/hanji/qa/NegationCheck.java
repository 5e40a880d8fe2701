package hanji.qa;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A negation that one side has and the other has not. It speaks only when nothing on the other
/// side can answer it: no other negation, no word with an un- or -less, no opposite.
final class NegationCheck implements QaCheck {

    @Override
    public String id() {
        return "negation";
    }

    /// One negation lost and one added is a sentence that was cut elsewhere.
    @Override
    public List<QaFinding> inspect(Pair pair) {
        List<QaFinding> findings = new ArrayList<>();
        boolean lost = false;
        boolean added = false;
        for (Balance balance : pair.balances()) {
            lost |= balance.lost() != null;
            added |= balance.added() != null;
            if (balance.lost() != null || balance.added() != null) {
                findings.add(finding(pair, balance));
            }
        }
        return lost && added ? List.of() : findings;
    }

    private QaFinding finding(Pair pair, Balance balance) {
        Mark lost = balance.lost();
        Mark added = balance.added();
        return new QaFinding(
                id(),
                MqmCategory.MISTRANSLATION,
                balance.onlyOneSideDenies() ? Severity.CRITICAL : Severity.MAJOR,
                lost == null ? null : lost.span(),
                added == null ? null : added.span(),
                lost != null
                        ? Remark.of("negation.lost", lost.span().of(pair.source().text()))
                        : Remark.of("negation.added", word(pair.target(), added)));
    }

    private static String word(Side side, @Nullable Mark mark) {
        return mark == null ? "" : mark.span().of(side.text());
    }
}
