package hanji.workbench;

import hanji.account.Editor;
import hanji.qa.Inspector;
import hanji.termbase.TermChange;
import hanji.termbase.Termbase;
import hanji.termbase.Terms;
import hanji.workbench.TermEffect.Affected;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Tells what a change of the terms would mean for all texts there are, before it is made. Reads
/// only, and asks no model.
public final class TermEffects {

    private final Workbench workbench;
    private final Termbase termbase;
    private final Inspector inspector;
    private final Clock clock;

    public TermEffects(Workbench workbench, Termbase termbase, Inspector inspector, Clock clock) {
        this.workbench = workbench;
        this.termbase = termbase;
        this.inspector = inspector;
        this.clock = clock;
    }

    /// What a change would mean now.
    ///
    /// @throws hanji.segment.Problem as the change itself would
    public TermEffect of(TermChange change, Editor by) {
        Termbase.Snapshot now = termbase.now();
        Terms after = termbase.after(change, now.terms(), by);
        TermComparison comparison =
                new TermComparison(now.terms(), after, inspector.with(after), workbench);
        List<Affected> texts = new ArrayList<>();
        if (comparison.differs()) {
            workbench
                    .digestKeys()
                    .forEach(key -> texts.addAll(comparison.texts(workbench.digest(key))));
        }
        texts.sort(Comparator.comparing(Affected::fate));
        return new TermEffect(change, now.stamp(), after, texts, clock.instant());
    }
}
