package hanji.workbench;

import hanji.memory.MemoryPair;
import hanji.review.Arrival;
import hanji.review.ReviewItem;
import hanji.review.Target;
import hanji.review.Unit;
import hanji.segment.Problem;
import hanji.segment.Provenance;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.workbench.Effect.Affected;
import hanji.workbench.Effect.Fate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An approved text, and the other texts of its original.
final class SameOriginals {

    private final Workbench workbench;

    SameOriginals(Workbench workbench) {
        this.workbench = workbench;
    }

    /// The text that is approved.
    ///
    /// @throws Problem (bad input) for what is no translation; (conflict) when none is approved for
    ///   its original of today
    MemoryPair approved(ReviewItem item) {
        UnitId unit = item.unit().id();
        if (unit.kind() != UnitKind.TRANSLATION) {
            throw Problem.badInput("unit: %s is no translation of a bullet.", unit);
        }
        return (item.state().approved() ? workbench.pair(item.unit()) : Stream.<MemoryPair>empty())
                .findFirst()
                .orElseThrow(() ->
                        Problem.conflict(
                                "No text of %s is approved for its original of today: approve one, then look again.",
                                item.unit().place()));
    }

    /// What it would mean for the others, wherever they stand.
    List<Affected> texts(Unit unit, MemoryPair approved) {
        List<Unit> places =
                workbench.sameOriginals(unit, Integer.MAX_VALUE).stream()
                        .map(place -> workbench.unit(place.id()))
                        .toList();
        return workbench.standing(places).stream()
                .filter(SameOriginals::stands)
                .map(item -> affected(item, approved))
                .toList();
    }

    /// Quickly, for the bench.
    ///
    /// @param most places that are looked at
    Elsewhere elsewhere(ReviewItem item, int most) {
        Target text = item.target();
        Instant at = item.at();
        if (text == null
                || at == null
                || !item.state().approved()
                || item.unit().id().kind() != UnitKind.TRANSLATION) {
            return Elsewhere.NOWHERE;
        }
        List<Unit> places = workbench.sameOriginals(item.unit(), most);
        List<Fate> fates =
                workbench.standing(places).stream()
                        .filter(SameOriginals::stands)
                        .map(other -> fate(other, item.unit().id(), text.text(), at))
                        .toList();
        return new Elsewhere(
                (int) fates.stream().filter(Fate.REDO::equals).count(),
                (int) fates.stream().filter(Fate.PROPOSE::equals).count(),
                places.size() == most);
    }

    private static boolean stands(ReviewItem item) {
        return item.state() != TargetState.INITIAL && item.target() != null;
    }

    private Affected affected(ReviewItem item, MemoryPair approved) {
        Fate fate = fate(item, approved.unit(), approved.target(), approved.at());
        Arrival.@Nullable Remembered taken =
                fate == Fate.FITS ? null : workbench.taken(item.unit(), approved).orElse(null);
        return new Affected(item, List.of(), List.of(), List.of(), fate, taken);
    }

    /// @param at when the wording was approved
    private static Fate fate(ReviewItem item, UnitId unit, String wording, Instant at) {
        Target text = Objects.requireNonNull(item.target());
        boolean fits =
                Stream.of(text, item.proposal())
                        .anyMatch(one ->
                                one != null && (one.text().equals(wording) || told(one, unit, at)));
        return fits ? Fate.FITS : item.personal() ? Fate.PROPOSE : Fate.REDO;
    }

    /// Whether a model wrote it that had the wording before it: asking again asks the same.
    private static boolean told(Target text, UnitId unit, Instant at) {
        return text.provenance() instanceof Provenance.Machine machine
                && machine.agreed() != null
                && machine.agreed().examples().contains(unit)
                && !machine.at().isBefore(at);
    }
}
