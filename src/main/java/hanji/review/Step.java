package hanji.review;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One thing that happened to a unit, as far as it matters for taking it back.
///
/// @param base the version whose outcome stands after it
/// @param target the number of the text that stood after it
/// @param proposal the number of the one beside that
/// @param finding that it was about; null for most
record Step(
        String unit,
        int version,
        int base,
        Act act,
        String actor,
        @Nullable Integer target,
        @Nullable Integer proposal,
        @Nullable FindingRef finding,
        Instant at) {

    /// What somebody did to a unit and can take back, the newest first. Of decisions that is the
    /// last one, and those below it that she took in the same stroke; what stands aside of the text
    /// is hers whatever else was done aside. What was done before a publication, or before a new
    /// text that she did not ask for, stays.
    ///
    /// @param steps all of the unit's, the oldest first
    static List<Step> open(List<Step> steps, String actor) {
        List<Step> open = new ArrayList<>();
        boolean hers = true;
        for (Step step : standing(steps)) {
            if (step.decision()) {
                hers &= step.act.undoable(step.actor) && step.actor.equals(actor);
                if (hers) {
                    open.add(step);
                } else if (step.machine() || !step.act.undoable(step.actor)) {
                    break;
                }
            } else if (step.actor.equals(actor)) {
                open.add(step);
            }
        }
        return open;
    }

    /// What was not taken back, the newest first; a redo is one step, though its text may have been
    /// mended.
    private static Deque<Step> standing(List<Step> steps) {
        Deque<Step> standing = new ArrayDeque<>();
        int base = 0;
        for (Step step : steps) {
            Step before = standing.peek();
            if (step.act == Act.UNDONE && step.base == base) {
                remove(standing, aside -> !aside.decision() && aside.actor.equals(step.actor));
            } else if (step.act == Act.UNDONE) {
                takeBack(standing);
            } else if (before != null && step.mends(before)) {
                standing.pop();
                standing.push(step.decision() ? step : before.offering(step.proposal));
            } else if (step.decision() || step.aside()) {
                standing.push(step);
            }
            base = step.base;
        }
        return standing;
    }

    /// What was said of a text that a model wrote goes with it.
    private static void takeBack(Deque<Step> standing) {
        Step decision = standing.stream().filter(Step::decision).findFirst().orElse(null);
        if (decision != null && decision.machine()) {
            while (!standing.pop().equals(decision)) {
                // on to the model's text
            }
        } else {
            remove(standing, Step::decision);
        }
    }

    private static void remove(Deque<Step> standing, Predicate<Step> which) {
        for (Iterator<Step> all = standing.iterator(); all.hasNext(); ) {
            if (which.test(all.next())) {
                all.remove();
                return;
            }
        }
    }

    /// Whether it changed what stands of the unit.
    private boolean decision() {
        return base == version;
    }

    private boolean machine() {
        return decision() && act.machine();
    }

    /// Whether it went on with what a model wrote in the same stroke.
    private boolean mends(Step before) {
        return decision() == before.decision()
                && at.equals(before.at)
                && actor.equals(before.actor)
                && switch (before.act) {
                    case DRAFTED, REPAIRED -> act == Act.REPAIRED || act == Act.REPAIR_DROPPED;
                    case PROPOSED -> act == Act.PROPOSED || act == Act.REPAIR_DROPPED;
                    default -> false;
                };
    }

    private Step offering(@Nullable Integer other) {
        return new Step(unit, version, base, act, actor, target, other, finding, at);
    }

    /// Whether it left the text as it was, and can be taken back all the same. Of findings that
    /// were dismissed before Hanji wrote down which, nobody knows enough.
    boolean aside() {
        return switch (act) {
            case DISMISSED, RESTORED -> finding != null;
            case PROPOSED, PROPOSAL_DROPPED -> true;
            case DRAFTED,
                    FROM_MEMORY,
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
                    WITHDRAWN ->
                    false;
        };
    }
}
