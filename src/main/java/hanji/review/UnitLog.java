package hanji.review;

import hanji.segment.Problem;
import hanji.segment.UnitId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Writes the tables `unit` and `event`: how a unit stands, and each thing that happened to it.
/// Events are only ever added.
final class UnitLog {

    private final Rows rows = new Rows();

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
        PreparedBatch rows =
                handle.prepareBatch(
                        "insert into unit (id, digest, kind, subject, lang, version, base, event, state, target,"
                                + " severity, edited, actor, reason, at) values (:id, :digest, :kind, :subject, :lang,"
                                + " :version, :base, :event, :state, :target, :severity, false, :actor, :reason, :at)"
                                + " on conflict do nothing");
        for (Unit unit : units) {
            Standing now = standing.apply(unit);
            rows.bind("id", unit.id().toString())
                    .bind("digest", unit.digest())
                    .bind("kind", unit.id().kind().wire())
                    .bind("subject", unit.id().subject())
                    .bind("lang", unit.id().language().tag())
                    .bind("version", now.version())
                    .bind("base", now.base())
                    .bind("event", now.act().wire())
                    .bind("state", now.state().wire())
                    .bind("target", now.target())
                    .bind("severity", now.severity() == null ? null : now.severity().wire())
                    .bind("actor", now.actor())
                    .bind("reason", now.reason())
                    .bind("at", at.apply(unit).atOffset(ZoneOffset.UTC))
                    .add();
        }
        return Arrays.stream(rows.execute()).sum();
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
        Map<String, @Nullable Object> columns = rows.columns(unit, to, act, actor, at, parent);
        if (finding != null) {
            columns.put("finding", finding.toString());
        }
        if (reason != null) {
            columns.put("reason", reason);
        }
        List<Map<String, @Nullable Object>> step = List.of(columns);
        update(handle, step);
        record(handle, step);
    }

    /// What machines did.
    ///
    /// @param fresh units that nothing had happened to; their rows begin as the last step leaves
    ///   them
    void advance(Handle handle, List<Arrivals.Step> steps, Map<UnitId, Unit> fresh, Instant at) {
        Map<Unit, Standing> first = new LinkedHashMap<>();
        List<Map<String, @Nullable Object>> events = new ArrayList<>();
        List<Map<String, @Nullable Object>> changes = new ArrayList<>();
        for (Arrivals.Step step : steps) {
            Map<String, @Nullable Object> columns =
                    rows.columns(
                            step.unit(),
                            step.to(),
                            step.act(),
                            step.by().name(),
                            at,
                            step.parent());
            events.add(columns);
            Unit unit = fresh.get(step.unit());
            if (unit == null) {
                changes.add(columns);
            } else {
                first.put(unit, step.to());
            }
        }
        if (!first.isEmpty()) {
            List<Unit> units = List.copyOf(first.keySet());
            int created =
                    create(handle, units, unit -> Objects.requireNonNull(first.get(unit)), _ -> at);
            if (created < units.size()) {
                throw Problem.conflict("Somebody else was faster: try again.");
            }
        }
        update(handle, changes);
        record(handle, events);
    }

    private static void update(Handle handle, List<Map<String, @Nullable Object>> units) {
        execute(
                handle,
                "update unit set version = :version, base = :base, event = :unit_event, state = :state,"
                        + " target = :target, proposal = :proposal, severity = :severity, edited = :edited,"
                        + " actor = :unit_actor, reason = :unit_reason, at = :unit_at where id = :unit",
                units);
    }

    private static void record(Handle handle, List<Map<String, @Nullable Object>> events) {
        execute(
                handle,
                "insert into event (unit, version, base, parent, event, state, target, proposal,"
                        + " severity, edited, actor, reason, at, finding) values (:unit, :version, :base, :parent,"
                        + " :event, :state, :target, :proposal, :severity, :edited, :actor, :reason, :at, :finding)",
                events);
    }

    private static void execute(
            Handle handle, String sql, List<Map<String, @Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            PreparedBatch batch = handle.prepareBatch(sql);
            rows.forEach(row -> batch.bindMap(row).add());
            batch.execute();
        }
    }
}
