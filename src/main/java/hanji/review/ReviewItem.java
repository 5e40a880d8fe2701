package hanji.review;

import hanji.account.Editor;
import hanji.qa.Severity;
import hanji.segment.TargetState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A unit and how it stands.
///
/// @param version counts what happened to it, from 0 for nothing yet; the optimistic lock and ETag
/// @param target the text that stands; after a rejection the rejected one, null when there never
///   was one
/// @param proposal a machine's text beside the one that stands: a new one beside a person's, or the
///   one that a redo replaced, see [#earlier]
/// @param act what happened last (an undone decision shows what happened before it); null for
///   nothing yet
/// @param actor who did that, or asked a model to
/// @param reason given with a rejection, an approval over a critical finding, or a failure
/// @param judgement on the text that stands; null when nobody judged exactly it
public record ReviewItem(
        Unit unit,
        TargetState state,
        int version,
        @Nullable Target target,
        @Nullable Target proposal,
        Staleness staleness,
        @Nullable Act act,
        @Nullable String actor,
        @Nullable String reason,
        @Nullable Instant at,
        @Nullable Judgement judgement) {

    /// One that no model judged.
    public ReviewItem(
            Unit unit,
            TargetState state,
            int version,
            @Nullable Target target,
            @Nullable Target proposal,
            Staleness staleness,
            @Nullable Act act,
            @Nullable String actor,
            @Nullable String reason,
            @Nullable Instant at) {
        this(unit, state, version, target, proposal, staleness, act, actor, reason, at, null);
    }

    ReviewItem judged(@Nullable Judgement judgement) {
        return new ReviewItem(
                unit, state, version, target, proposal, staleness, act, actor, reason, at,
                judgement);
    }

    /// A unit that nothing has happened to.
    public static ReviewItem untouched(Unit unit) {
        return new ReviewItem(
                unit, TargetState.INITIAL, 0, null, null, Staleness.FRESH, null, null, null, null);
    }

    /// What an editor sees at a glance: DESIGN's states.
    public Mark mark() {
        if (state == TargetState.INITIAL) {
            return act == Act.REJECTED
                    ? Mark.REJECTED
                    : act == Act.FAILED ? Mark.FAILED : Mark.NONE;
        }
        if (staleness != Staleness.FRESH) {
            return Mark.STALE;
        }
        return switch (state) {
            case INITIAL -> Mark.NONE;
            case TRANSLATED -> target != null && !target.written() ? Mark.DRAFT : Mark.EDITED;
            case REVIEWED -> Mark.APPROVED;
            case FINAL -> Mark.FINAL;
        };
    }

    /// Whether a model should be asked: nothing stands, and nobody rejected a text.
    public boolean missing() {
        return state == TargetState.INITIAL && act != Act.REJECTED;
    }

    /// Whether a person wrote the text that stands, or stands behind it: a machine's text then
    /// comes beside it.
    public boolean personal() {
        return state.approved()
                || (state == TargetState.TRANSLATED && target != null && target.written());
    }

    /// Who stands behind what stands: behind a model's text the program, whoever asked for it.
    public @Nullable String by() {
        return act != null && act.machine() ? Editor.HANJI.name() : actor;
    }

    /// Whether what stands was decided, or asked for again, and can be taken back.
    public boolean undoable() {
        return act != null && actor != null && act.undoable(actor);
    }

    /// The machine's text that stood before a redo, while nobody has chosen between the two.
    public Optional<Target> earlier() {
        return state == TargetState.TRANSLATED
                        && target != null
                        && target.machine()
                        && proposal != null
                        && proposal.number() < target.number()
                ? Optional.of(proposal)
                : Optional.empty();
    }

    /// A draft that nobody has read here, against which nothing is said, and beside which nothing
    /// stands.
    public boolean cleanDraft() {
        return mark() == Mark.DRAFT
                && target != null
                && proposal == null
                && target.report().clean()
                && (judgement == null || !judgement.serious());
    }

    /// Whether an editor has to decide something: a major or critical finding on what nobody
    /// approved, a stale, failed or rejected text, a proposal.
    public boolean toDecide() {
        return switch (mark()) {
            case STALE, FAILED, REJECTED -> true;
            case DRAFT, EDITED -> proposal != null || serious();
            case NONE, APPROVED, FINAL -> proposal != null;
        };
    }

    /// Whether a check found something major or critical in the text.
    public boolean serious() {
        return worst().filter(worst -> worst.atLeast(Severity.MAJOR)).isPresent();
    }

    /// How soon somebody should look, higher first; 0 for what is settled.
    public int risk() {
        return Risk.of(this);
    }

    private Optional<Severity> worst() {
        return target == null ? Optional.empty() : target.report().worst();
    }
}
