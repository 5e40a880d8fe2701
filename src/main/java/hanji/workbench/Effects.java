package hanji.workbench;

import hanji.account.Editor;
import hanji.memory.MemoryPair;
import hanji.qa.Inspector;
import hanji.review.ReviewItem;
import hanji.segment.UnitId;
import hanji.termbase.TermChange;
import hanji.termbase.Termbase;
import hanji.termbase.Terms;
import hanji.workbench.Effect.Affected;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Tells what a change of the terms, or an approved wording, would mean for all texts there are,
/// before anything is done. Reads only, and asks no model.
public final class Effects {

    /// The bench says "more" beyond that.
    private static final int LOOKED_AT = 50;

    private final Workbench workbench;
    private final Termbase termbase;
    private final Inspector inspector;
    private final Clock clock;
    private final SameOriginals originals;

    public Effects(Workbench workbench, Termbase termbase, Inspector inspector, Clock clock) {
        this.workbench = workbench;
        this.termbase = termbase;
        this.inspector = inspector;
        this.clock = clock;
        this.originals = new SameOriginals(workbench);
    }

    /// What a cause would mean now.
    ///
    /// @throws hanji.segment.Problem as the change of the terms itself would; (not found) for an
    ///   unknown unit; (conflict) for one without an approved text
    public Effect of(Cause cause, Editor by) {
        return switch (cause) {
            case Cause.Terms terms -> of(terms, terms.change(), by);
            case Cause.Wording wording -> of(wording, wording.unit());
        };
    }

    private Effect of(Cause cause, TermChange change, Editor by) {
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
        return new Effect(cause, now.stamp(), after, null, texts, clock.instant());
    }

    private Effect of(Cause cause, UnitId unit) {
        ReviewItem item = workbench.item(unit);
        MemoryPair approved = originals.approved(item);
        List<Affected> texts = new ArrayList<>(originals.texts(item.unit(), approved));
        texts.sort(Comparator.comparing(Affected::fate));
        workbench.hurry();
        return new Effect(
                cause,
                "v" + item.version(),
                termbase.now().terms(),
                approved,
                texts,
                clock.instant());
    }

    /// What stands elsewhere beside a text that was just approved; quick enough to be asked with
    /// each approval.
    public Elsewhere elsewhere(ReviewItem approved) {
        return originals.elsewhere(approved, LOOKED_AT);
    }
}
