package hanji.review;

import hanji.qa.Severity;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.store.Bulk;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes the tables `unit` and `event`: how a unit stands, and each thing that happened to it.
/// Events are only ever added.
final class UnitLog {

    /// One thing that happened.
    ///
    /// @param to how the unit stands afterwards
    /// @param act what happened; differs from the standing's own after an undo
    /// @param reason of what happened, which need not be that of what stands
    /// @param finding that it was about; null for most
    private record Event(
            UnitId unit,
            Standing to,
            int parent,
            Act act,
            String actor,
            @Nullable String reason,
            @Nullable FindingRef finding,
            Instant at) {

        /// What stands aside of a decision, or takes it back, has not got its reason.
        static @Nullable String reason(Act act, Standing to) {
            return act == to.act() ? to.reason() : null;
        }
    }

    /// Creates the row of a unit that nothing has happened to; harmless when it is there.
    void ensure(Handle handle, Unit unit, Instant now) {
        create(handle, List.of(unit), _ -> Standing.NOTHING, _ -> now);
    }

    /// Creates rows.
    ///
    /// @return how many were not there yet
    private static int create(
            Handle handle,
            List<Unit> units,
            Function<Unit, Standing> standing,
            Function<Unit, Instant> at) {
        int[] created =
                Bulk.execute(
                        handle,
                        "insert into unit (id, digest, kind, subject, lang, version, base, event, state, target,"
                                + " severity, edited, actor, reason, at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?, ?)"
                                + " on conflict do nothing",
                        units,
                        (row, unit) -> {
                            Standing now = standing.apply(unit);
                            row.add(unit.id().toString())
                                    .add(unit.digest())
                                    .add(unit.id().kind().wire())
                                    .add(unit.id().subject())
                                    .add(unit.id().language().tag())
                                    .add(now.version())
                                    .add(now.base())
                                    .add(now.act().wire())
                                    .add(now.state().wire())
                                    .addOptional(now.target())
                                    .add(wire(now.severity()))
                                    .add(now.actor())
                                    .add(now.reason())
                                    .add(at.apply(unit));
                        });
        return Arrays.stream(created).sum();
    }

    private static @Nullable String wire(@Nullable Severity severity) {
        return severity == null ? null : severity.wire();
    }

    /// Writes a new standing and its event.
    ///
    /// @param act what happened; differs from the standing's own after an undo
    /// @param reason of what happened aside of the standing; null where it has none of its own
    /// @param finding that it was about; null for most
    void advance(
            Handle handle,
            UnitId unit,
            Standing to,
            int parent,
            Act act,
            String actor,
            @Nullable String reason,
            @Nullable FindingRef finding,
            Instant at) {
        String why = reason == null ? Event.reason(act, to) : reason;
        List<Event> event = List.of(new Event(unit, to, parent, act, actor, why, finding, at));
        update(handle, event);
        record(handle, event);
    }

    /// What machines did.
    ///
    /// @param fresh units that nothing had happened to; their rows begin as the last step leaves
    ///   them
    void advance(Handle handle, List<Arrivals.Step> steps, Map<UnitId, Unit> fresh, Instant at) {
        Map<Unit, Standing> first = new LinkedHashMap<>();
        List<Event> events = new ArrayList<>();
        List<Event> changes = new ArrayList<>();
        for (Arrivals.Step step : steps) {
            Event event =
                    new Event(
                            step.unit(),
                            step.to(),
                            step.parent(),
                            step.act(),
                            step.by().name(),
                            Event.reason(step.act(), step.to()),
                            null,
                            at);
            events.add(event);
            Unit unit = fresh.get(step.unit());
            if (unit == null) {
                changes.add(event);
            } else {
                first.put(unit, step.to());
            }
        }
        List<Unit> units = List.copyOf(first.keySet());
        int created =
                create(handle, units, unit -> Objects.requireNonNull(first.get(unit)), _ -> at);
        if (created < units.size()) {
            throw Problem.conflict("Somebody else was faster: try again.");
        }
        update(handle, changes);
        record(handle, events);
    }

    private static void update(Handle handle, List<Event> events) {
        Bulk.execute(
                handle,
                "update unit set version = ?, base = ?, event = ?, state = ?, target = ?, proposal = ?,"
                        + " severity = ?, edited = ?, actor = ?, reason = ?, at = ? where id = ?",
                events,
                (row, event) -> {
                    Standing to = event.to();
                    row.add(to.version()).add(to.base()).add(to.act().wire());
                    standing(row, to);
                    row.add(to.actor()).add(to.reason()).add(to.at()).add(event.unit().toString());
                });
    }

    private static void record(Handle handle, List<Event> events) {
        Bulk.execute(
                handle,
                "insert into event (unit, version, base, parent, event, state, target, proposal,"
                        + " severity, edited, actor, reason, at, finding)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                events,
                (row, event) -> {
                    Standing to = event.to();
                    row.add(event.unit().toString())
                            .add(to.version())
                            .add(to.base())
                            .add(event.parent())
                            .add(event.act().wire());
                    standing(row, to);
                    row.add(event.actor())
                            .add(event.reason())
                            .add(event.at())
                            .add(event.finding() == null ? null : event.finding().toString());
                });
    }

    /// What both tables say in the same order.
    private static void standing(Bulk.Row row, Standing to) throws SQLException {
        row.add(to.state().wire())
                .addOptional(to.target())
                .addOptional(to.proposal())
                .add(wire(to.severity()))
                .add(to.edited());
    }
}
