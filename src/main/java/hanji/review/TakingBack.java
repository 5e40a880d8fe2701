package hanji.review;

import hanji.account.Editor;
import hanji.segment.Language;
import hanji.segment.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Takes back what an editor did last, within one transaction.
record TakingBack(ReviewStore store, DecisionLog log) {

    static Optional<LastAct> last(Handle handle, Editor editor, String digest, Language language) {
        List<Step> steps = StepStore.last(handle, editor.name(), digest, language);
        return steps.stream()
                .max(Comparator.comparingInt(Step::version))
                .map(newest ->
                        new LastAct(
                                newest.act(),
                                steps.stream()
                                        .map(step -> UnitId.of(step.unit()))
                                        .distinct()
                                        .toList()));
    }

    /// @param units of the digest in the language
    /// @return the units that stand as before
    List<UnitId> take(
            Handle handle,
            Editor editor,
            String digest,
            Language language,
            List<Unit> units,
            Instant now) {
        Set<Step> steps = Set.copyOf(StepStore.last(handle, editor.name(), digest, language));
        List<UnitId> undone = new ArrayList<>();
        for (Unit unit : concerned(units, steps)) {
            Ledger ledger = new Ledger(handle, store, unit, now);
            boolean taken = false;
            for (Step step : ledger.still(steps, editor)) {
                Target before = ledger.stored().target();
                if (Deciding.takeBack(ledger, step, editor)) {
                    log.write(handle, ledger, editor, new Decision.Undo().word(), before);
                    taken = true;
                }
            }
            if (taken) {
                undone.add(unit.id());
            }
        }
        return undone;
    }

    /// In the order in which units are locked everywhere.
    private static List<Unit> concerned(List<Unit> units, Set<Step> steps) {
        Set<String> ids = steps.stream().map(Step::unit).collect(Collectors.toSet());
        return units.stream()
                .filter(unit -> ids.contains(unit.id().toString()))
                .sorted(Comparator.comparing(unit -> unit.id().toString()))
                .toList();
    }
}
