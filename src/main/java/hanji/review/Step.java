package hanji.review;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that happened to a unit, as far as it matters for taking it back.
///
/// @param base the version whose outcome stands after it
/// @param target the number of the text that stood after it
/// @param finding that it was about; null for most
record Step(
        String unit,
        int version,
        int base,
        Act act,
        String actor,
        @Nullable Integer target,
        @Nullable FindingRef finding,
        Instant at) {

    /// What somebody did to a unit and can take back, the newest first. Of decisions that is the
    /// last one, and those below it that she took in the same stroke; what stands aside of the text
    /// is hers whatever else was done aside. What was done before a publication, or a model's new
    /// text, stays.
    ///
    /// @param steps all of the unit's, the oldest first
    static List<Step> open(List<Step> steps, String actor) {
        Deque<Step> decisions = new ArrayDeque<>();
        Deque<Step> asides = new ArrayDeque<>();
        int base = 0;
        for (Step step : steps) {
            if (step.act == Act.UNDONE && step.base == base) {
                remove(asides, step.actor);
            } else if (step.act == Act.UNDONE) {
                decisions.poll();
            } else if (step.base == step.version) {
                decisions.push(step);
                if (!step.act.undoable()) {
                    asides.clear();
                }
            } else if (step.aside()) {
                asides.push(step);
            }
            base = step.base;
        }
        List<Step> open = new ArrayList<>();
        for (Step decision : decisions) {
            if (!decision.act.undoable() || !decision.actor.equals(actor)) {
                break;
            }
            open.add(decision);
        }
        asides.stream().filter(aside -> aside.actor.equals(actor)).forEach(open::add);
        open.sort(Comparator.comparingInt(Step::version).reversed());
        return open;
    }

    private static void remove(Deque<Step> asides, String actor) {
        for (Iterator<Step> all = asides.iterator(); all.hasNext(); ) {
            if (all.next().actor.equals(actor)) {
                all.remove();
                return;
            }
        }
    }

    /// Whether it left the text as it was, and can be taken back all the same. Of findings that
    /// were dismissed before Hanji wrote down which, nobody knows enough.
    boolean aside() {
        return switch (act) {
            case DISMISSED, RESTORED -> finding != null;
            case PROPOSAL_DROPPED -> true;
            case DRAFTED,
                    FROM_MEMORY,
                    REPAIRED,
                    REPAIR_DROPPED,
                    PROPOSED,
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
