package hanji.review;

import hanji.account.Editor;
import hanji.segment.TargetState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One unit within one transaction, locked: reads how it stands, writes what happens to it.
final class Ledger {

    private final Handle handle;
    private final ReviewStore store;
    private final UnitLog log = new UnitLog();
    private final Unit unit;
    private final Instant now;
    private ReviewStore.Stored stored;

    Ledger(Handle handle, ReviewStore store, Unit unit, Instant now) {
        this.handle = handle;
        this.store = store;
        this.unit = unit;
        this.now = now;
        log.ensure(handle, unit, now);
        store.lock(handle, unit.id());
        this.stored = load();
    }

    private ReviewStore.Stored load() {
        return store.find(handle, unit.id())
                .orElseThrow(() -> new IllegalStateException("no row of " + unit.id()));
    }

    Unit unit() {
        return unit;
    }

    Instant now() {
        return now;
    }

    ReviewStore.Stored stored() {
        return stored;
    }

    Standing standing() {
        return stored.standing();
    }

    Target add(Target text) {
        return store.add(handle, unit.id(), text);
    }

    /// @param change what else is different afterwards: target, proposal
    void write(
            Act act,
            TargetState state,
            Editor who,
            @Nullable String reason,
            UnaryOperator<Standing> change) {
        Standing next =
                change.apply(standing().settled().next(act, state, who.name(), reason, now));
        log.advance(handle, unit.id(), next, standing().base(), act, who.name(), null, null, now);
        stored = load();
    }

    /// Writes down what leaves text and state as they are.
    ///
    /// @param change the proposal, where that is what happened
    void aside(Act act, Editor who, UnaryOperator<Standing> change) {
        aside(act, who, null, null, change);
    }

    private void aside(
            Act act,
            Editor who,
            @Nullable String reason,
            @Nullable FindingRef finding,
            UnaryOperator<Standing> change) {
        Standing next = change.apply(standing().aside());
        log.advance(
                handle, unit.id(), next, standing().base(), act, who.name(), reason, finding, now);
        stored = load();
    }

    /// A finding on the text that stands is no error.
    void dismiss(Target text, FindingRef finding, Editor who, @Nullable String reason) {
        DismissalStore.add(handle, unit.id(), text, finding, who.name(), reason, now);
        regrade(
                Act.DISMISSED,
                who,
                reason == null ? finding.check() : finding.check() + ": " + reason,
                finding);
    }

    void restore(Target text, FindingRef finding, Editor who) {
        DismissalStore.remove(handle, unit.id(), text, finding);
        regrade(Act.RESTORED, who, finding.check(), finding);
    }

    /// What counts against the text is different now.
    private void regrade(Act act, Editor who, String reason, FindingRef finding) {
        stored = load();
        Target text = stored.target();
        aside(act, who, reason, finding, next -> text == null ? next : next.withSeverity(text));
    }

    /// The approved text is published; who approved it, why and when stays with it.
    void publish(Editor who) {
        Standing was = standing();
        Standing next =
                was.next(Act.PUBLISHED, TargetState.FINAL, was.actor(), was.reason(), was.at());
        log.advance(
                handle, unit.id(), next, was.base(), Act.PUBLISHED, who.name(), null, null, now);
        stored = load();
    }

    /// What was published is no longer: the text stands as it was approved. Where it was changed
    /// since, it is only written down.
    void withdraw(Editor who) {
        if (standing().state() == TargetState.FINAL) {
            goBack(Act.WITHDRAWN, store.parent(handle, unit.id(), standing().base()), who);
        } else if (store.published(handle, unit.id())) {
            aside(Act.WITHDRAWN, who, UnaryOperator.identity());
        }
    }

    /// Takes back the decision that stands; false when it is none that can be taken back.
    boolean undo(Editor who) {
        if (!standing().act().undoable(standing().actor())) {
            return false;
        }
        int parent = store.parent(handle, unit.id(), standing().base());
        while (store.withdrawnSince(handle, unit.id(), parent)) {
            parent = store.parent(handle, unit.id(), parent);
        }
        goBack(Act.UNDONE, parent, who);
        return true;
    }

    /// Stands as an earlier version left it.
    private void goBack(Act act, int version, Editor who) {
        Optional<Standing> earlier = store.version(handle, unit.id(), version);
        Standing back = standing().backTo(earlier.orElse(Standing.NOTHING), settled());
        Target text = store.target(handle, unit.id(), back.target());
        // findings on it may have been dismissed since it stood
        Standing graded = text == null ? back : back.withSeverity(text);
        log.advance(handle, unit.id(), graded, version, act, who.name(), null, null, now);
        stored = load();
    }

    /// The text that a redo had replaced and the decision that stands put aside; null for none.
    private @Nullable Integer settled() {
        return store.version(handle, unit.id(), standing().base() - 1)
                .filter(Standing::choosing)
                .map(Standing::proposal)
                .orElse(null);
    }

    /// Those of some steps that somebody can take back now, the newest first.
    List<Step> still(Set<Step> wanted, Editor who) {
        return StepStore.still(handle, unit.id(), who.name(), wanted);
    }

    /// Takes back what stands aside of the text; false when that is no longer possible.
    boolean undoAside(Step step, Editor who) {
        Target text = store.target(handle, unit.id(), step.target());
        FindingRef finding = step.finding();
        switch (step.act()) {
            case DISMISSED -> {
                if (text == null || finding == null) {
                    return false;
                }
                DismissalStore.remove(handle, unit.id(), text, finding);
                regrade(Act.UNDONE, who, finding.check(), finding);
            }
            case RESTORED -> {
                if (text == null
                        || finding == null
                        || text.report().findings().stream().noneMatch(finding::names)) {
                    return false;
                }
                DismissalStore.add(handle, unit.id(), text, finding, who.name(), null, now);
                regrade(Act.UNDONE, who, finding.check(), finding);
            }
            case PROPOSAL_DROPPED -> {
                Integer dropped = proposalBefore(step);
                if (dropped == null || standing().proposal() != null) {
                    return false;
                }
                aside(Act.UNDONE, who, next -> next.withProposal(dropped));
            }
            case PROPOSED -> {
                if (!Objects.equals(standing().proposal(), step.proposal())) {
                    return false;
                }
                aside(Act.UNDONE, who, next -> next.withProposal(proposalBefore(step)));
            }
            case DRAFTED,
                    REPAIRED,
                    REPAIR_DROPPED,
                    FAILED,
                    EDITED,
                    APPROVED,
                    REJECTED,
                    PROPOSAL_TAKEN,
                    SOURCE_CHANGED,
                    UNDONE,
                    PUBLISHED,
                    COMMENTED,
                    COMMENT_RESOLVED,
                    COMMENT_REMOVED,
                    WITHDRAWN -> {
                return false;
            }
        }
        return true;
    }

    private @Nullable Integer proposalBefore(Step step) {
        return store.version(handle, unit.id(), step.version() - 1)
                .map(Standing::proposal)
                .orElse(null);
    }

    void read(Reading reading) {
        ReadingStore.add(handle, reading);
    }
}
