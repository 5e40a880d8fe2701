package hanji.review;

import hanji.account.Editor;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.store.StorableText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Lays what machines wrote before the editors, many units in one transaction. Where a person
/// stands behind a text or wrote one, the machine's becomes a proposal beside it.
final class Arrivals {

    /// How a unit stands within the transaction.
    ///
    /// @param texts how many it ever had
    /// @param parent the version an undo goes back to, of all that happens within the transaction
    record Seat(Standing standing, int texts, int parent) {

        Seat(Standing standing, int texts) {
            this(standing, texts, standing.base());
        }
    }

    /// What is to be written of one unit.
    record Step(UnitId unit, Standing to, int parent, Act act, Editor by) {}

    private final Handle handle;
    private final ReviewStore store;
    private final Instant now;
    private final Editor by;
    private final Map<UnitId, Seat> seats = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<UnitId, List<Target>> added = new HashMap<>();

    /// @param by who asked again: what stood of a machine then stays beside the new text; Hanji
    ///   when nobody did
    Arrivals(Handle handle, ReviewStore store, Instant now, Editor by) {
        this.handle = handle;
        this.store = store;
        this.now = now;
        this.by = by;
    }

    /// Writes them all; the texts of drafts come back numbered, null where the text was there
    /// already. The order is the given one.
    List<@Nullable Integer> write(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return List.of();
        }
        Map<UnitId, Unit> fresh =
                arrivals.stream()
                        .map(Arrival::unit)
                        .collect(Collectors.toMap(Unit::id, unit -> unit, (one, _) -> one));
        seats.putAll(store.seats(handle, List.copyOf(fresh.keySet())));
        fresh.keySet().removeAll(seats.keySet());
        fresh.keySet().forEach(unit -> seats.put(unit, new Seat(Standing.NOTHING, 0)));
        List<@Nullable Integer> numbers = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            numbers.add(
                    switch (arrival) {
                        case Arrival.Draft draft ->
                                draft(draft.unit().id(), draft.text(), Act.DRAFTED);
                        case Arrival.Remembered known ->
                                draft(known.unit().id(), known.text(), Act.FROM_MEMORY);
                        case Arrival.Repaired both -> repaired(both.unit().id(), both);
                        case Arrival.Failure failure -> fail(failure.unit().id(), failure.reason());
                    });
        }
        new UnitLog().advance(handle, steps, fresh, now);
        store.add(handle, added);
        return numbers;
    }

    /// Both texts stay in the history; where the second is no better, a last step goes back to the
    /// first.
    private @Nullable Integer repaired(UnitId unit, Arrival.Repaired both) {
        Integer proposal = seat(unit).standing().proposal();
        Integer first = draft(unit, both.first(), Act.DRAFTED);
        Integer second = draft(unit, both.second(), Act.REPAIRED);
        if (both.mended()) {
            return second;
        }
        Standing now = seat(unit).standing();
        if (!personal(now)) {
            step(
                    unit,
                    Act.REPAIR_DROPPED,
                    TargetState.TRANSLATED,
                    null,
                    seat(unit).texts(),
                    next -> next.withTarget(both.first().numbered(Objects.requireNonNull(first))));
        } else if (!Objects.equals(first, second)) {
            Integer back = Objects.equals(first, now.target()) ? proposal : first;
            step(unit, now.aside().withProposal(back), Act.REPAIR_DROPPED, by, seat(unit).texts());
        }
        return first;
    }

    private static boolean personal(Standing standing) {
        return standing.state().approved()
                || (standing.edited() && standing.state() == TargetState.TRANSLATED);
    }

    /// @param act where no person's text stands
    private @Nullable Integer draft(UnitId unit, Target text, Act act) {
        Seat seat = seat(unit);
        Standing standing = seat.standing();
        boolean personal = personal(standing);
        if (personal && store.stands(handle, unit, standing, text.text())) {
            return standing.target();
        }
        Target kept = text.numbered(seat.texts() + 1);
        added.computeIfAbsent(unit, _ -> new ArrayList<>()).add(kept);
        if (personal) {
            Standing beside = standing.aside().withProposal(kept.number());
            step(unit, beside, Act.PROPOSED, by, kept.number());
        } else {
            step(
                    unit,
                    act,
                    TargetState.TRANSLATED,
                    null,
                    kept.number(),
                    now ->
                            act == Act.REPAIRED
                                    ? now.withTarget(kept)
                                    : now.withProposal(beside(unit, standing, text))
                                            .withTarget(kept));
        }
        return kept.number();
    }

    /// What stands beside a new text that nobody has read here.
    private @Nullable Integer beside(UnitId unit, Standing standing, Target text) {
        if (!by.equals(Editor.HANJI) && store.differs(handle, unit, standing, text)) {
            return standing.target();
        }
        return standing.settled().proposal();
    }

    /// A text that stands is left as it is.
    private @Nullable Integer fail(UnitId unit, String reason) {
        Seat seat = seat(unit);
        Standing standing = seat.standing();
        if (standing.state() == TargetState.INITIAL && standing.act() != Act.REJECTED) {
            step(
                    unit,
                    Act.FAILED,
                    TargetState.INITIAL,
                    bounded(reason),
                    seat.texts(),
                    UnaryOperator.identity());
        }
        return null;
    }

    private static String bounded(String reason) {
        return StorableText.of(
                reason.length() <= Deciding.LONGEST_REASON
                        ? reason
                        : reason.substring(0, Deciding.LONGEST_REASON));
    }

    private void step(
            UnitId unit,
            Act act,
            TargetState state,
            @Nullable String reason,
            int texts,
            UnaryOperator<Standing> change) {
        // that nothing came is nobody's doing
        Editor who = act == Act.FAILED ? Editor.HANJI : by;
        Standing next =
                change.apply(seat(unit).standing().next(act, state, who.name(), reason, now));
        step(unit, next, act, who, texts);
    }

    private void step(UnitId unit, Standing next, Act act, Editor who, int texts) {
        int parent = seat(unit).parent();
        seats.put(unit, new Seat(next, texts, parent));
        steps.add(new Step(unit, next, parent, act, who));
    }

    private Seat seat(UnitId unit) {
        Seat seat = seats.get(unit);
        if (seat == null) {
            throw new IllegalStateException("no row of " + unit);
        }
        return seat;
    }
}
