package hanji.review;

import hanji.segment.Language;
import hanji.segment.SourceHash;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The tables `unit`, `event` and `target`. Rows of the last two are only ever added.
final class ReviewStore {

    /// A unit's standing with its texts.
    record Stored(Standing standing, @Nullable Target target, @Nullable Target proposal) {}

    private static final String WITH_TEXTS =
            " left join target t on t.unit = u.id and t.number = u.target"
                    + " left join target p on p.unit = u.id and p.number = u.proposal ";
    private static final String TEXTS =
            ", t.number as t_number, t.text as t_text, t.source as t_source,"
                    + " t.provenance as t_provenance, t.findings as t_findings,"
                    + " p.number as p_number, p.text as p_text, p.source as p_source,"
                    + " p.provenance as p_provenance, p.findings as p_findings ";

    private final Rows rows = new Rows();

    Map<String, Stored> ofDigest(Handle handle, String digest, Language language) {
        Map<String, Stored> found = new HashMap<>();
        handle.createQuery(
                        "select u.*"
                                + TEXTS
                                + "from unit u"
                                + WITH_TEXTS
                                + "where u.digest = :digest and u.lang = :lang")
                .bind("digest", digest)
                .bind("lang", language.tag())
                .map((row, _) -> found.put(row.getString("id"), rows.stored(row)))
                .list();
        return found;
    }

    Optional<Stored> find(Handle handle, UnitId unit) {
        return handle.createQuery(
                        "select u.*" + TEXTS + "from unit u" + WITH_TEXTS + "where u.id = :id")
                .bind("id", unit.toString())
                .map((row, _) -> rows.stored(row))
                .findOne();
    }

    /// Makes others who want to change the unit wait until this transaction ends.
    void lock(Handle handle, UnitId unit) {
        handle.createQuery("select version from unit where id = :id for update")
                .bind("id", unit.toString())
                .mapTo(Integer.class)
                .findOne();
    }

    Optional<Standing> version(Handle handle, UnitId unit, int version) {
        return handle.createQuery(
                        "select e.*, e.unit as id from event e where e.unit = :unit and e.version = :version")
                .bind("unit", unit.toString())
                .bind("version", version)
                .map((row, _) -> rows.standing(row))
                .findOne();
    }

    /// The version that stood before the decision of `version` was taken; 0 when there was none.
    int parent(Handle handle, UnitId unit, int version) {
        return handle.createQuery(
                        "select parent from event where unit = :unit and version = :version")
                .bind("unit", unit.toString())
                .bind("version", version)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    List<HistoryEntry> history(Handle handle, UnitId unit) {
        return handle.createQuery(
                        "select u.*"
                                + TEXTS
                                + "from (select e.*, e.unit as id from event e) u"
                                + WITH_TEXTS
                                + "where u.id = :id order by u.version desc")
                .bind("id", unit.toString())
                .map((row, _) -> rows.history(row))
                .list();
    }

    Target add(Handle handle, UnitId unit, Target text) {
        int number =
                handle.createQuery(
                                "select coalesce(max(number), 0) + 1 from target where unit = :unit")
                        .bind("unit", unit.toString())
                        .mapTo(Integer.class)
                        .one();
        Target numbered =
                new Target(number, text.text(), text.source(), text.provenance(), text.report());
        handle.createUpdate(
                        "insert into target (unit, number, text, source, source_hash, provenance, findings)"
                                + " values (:unit, :number, :text, :source, :hash, :provenance, :findings)")
                .bind("unit", unit.toString())
                .bind("number", number)
                .bind("text", text.text())
                .bind("source", text.source())
                .bind("hash", SourceHash.of(text.source()).hex())
                .bind("provenance", rows.json(text.provenance()))
                .bind("findings", rows.json(text.report()))
                .execute();
        return numbered;
    }

    /// Creates the row of a unit that nothing has happened to; harmless when it is there.
    void ensure(Handle handle, Unit unit, Instant now) {
        handle.createUpdate(
                        "insert into unit"
                                + " (id, digest, kind, subject, lang, version, base, event, state, edited, actor, at)"
                                + " values (:id, :digest, :kind, :subject, :lang, 0, 0, :event, :state, false, '', :at)"
                                + " on conflict do nothing")
                .bind("id", unit.id().toString())
                .bind("digest", unit.digest())
                .bind("kind", unit.id().kind().wire())
                .bind("subject", unit.id().subject())
                .bind("lang", unit.id().language().tag())
                .bind("event", Standing.NOTHING.act().wire())
                .bind("state", Standing.NOTHING.state().wire())
                .bind("at", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// Writes a new standing and its event.
    ///
    /// @param act what happened; differs from the standing's own after an undo
    void advance(
            Handle handle,
            UnitId unit,
            Standing to,
            int parent,
            Act act,
            String actor,
            Instant at) {
        handle.createUpdate(
                        "update unit set version = :version, base = :base, event = :event, state = :state,"
                                + " target = :target, proposal = :proposal, severity = :severity, edited = :edited,"
                                + " actor = :actor, reason = :reason, at = :at where id = :unit")
                .bindMap(rows.columns(unit, to, to.act(), to.actor(), to.at()))
                .execute();
        handle.createUpdate(
                        "insert into event (unit, version, base, parent, event, state, target, proposal,"
                                + " severity, edited, actor, reason, at) values (:unit, :version, :base, :parent, :event,"
                                + " :state, :target, :proposal, :severity, :edited, :actor, :reason, :at)")
                .bindMap(rows.columns(unit, to, act, actor, at))
                .bind("parent", parent)
                .execute();
    }

    /// Progress of translations, by digest and language. Segments that are no longer in their
    /// digest have the number 0.
    Map<String, Map<Language, Progress>> progress(Handle handle, Collection<String> digests) {
        Map<String, Map<Language, Progress>> all = new HashMap<>();
        if (digests.isEmpty()) {
            return all;
        }
        handle.createQuery(
                        "select u.digest, u.lang, u.state, u.event, u.severity, u.edited,"
                                + " t.source_hash <> s.source_hash as stale, count(*) as n from unit u"
                                + " join segment s on s.id = u.subject and s.number > 0"
                                + " left join target t on t.unit = u.id and t.number = u.target"
                                + " where u.kind = :kind and u.digest in (<digests>)"
                                + " group by u.digest, u.lang, u.state, u.event, u.severity, u.edited, stale")
                .bind("kind", UnitKind.TRANSLATION.wire())
                .bindList("digests", List.copyOf(digests))
                .map((row, _) ->
                        all.computeIfAbsent(row.getString("digest"), _ -> new HashMap<>())
                                .merge(
                                        Language.of(row.getString("lang")),
                                        rows.progress(row),
                                        Progress::plus))
                .list();
        return all;
    }
}
