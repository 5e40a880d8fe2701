package hanji.review;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hanji.segment.Language;
import hanji.segment.SourceHash;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.store.Bulk;
import hanji.store.InList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads the tables `unit`, `event` and `target`, and adds texts. What happens to a unit is written
/// by [UnitLog].
final class ReviewStore {

    /// A unit's standing with its texts.
    record Stored(Standing standing, @Nullable Target target, @Nullable Target proposal) {

        private Stored without(String unit, DismissalStore.Known dismissed) {
            return new Stored(standing, dismissed.of(unit, target), dismissed.of(unit, proposal));
        }
    }

    private static final String WITH_TEXTS =
            " left join target t on t.unit = u.id and t.number = u.target"
                    + " left join target p on p.unit = u.id and p.number = u.proposal ";
    private static final String TEXTS =
            ", t.number as t_number, t.text as t_text, t.source as t_source,"
                    + " t.provenance as t_provenance, t.findings as t_findings,"
                    + " p.number as p_number, p.text as p_text, p.source as p_source,"
                    + " p.provenance as p_provenance, p.findings as p_findings ";

    /// Some 16,000 units, or what a hundred benches show.
    private static final int KEPT_CHARACTERS = 16_000_000;

    private final Rows rows = new Rows();

    /// What a unit's version left never changes, and the moment tells it from what a restored
    /// backup puts in its place. Most of a bench is as it was when somebody last looked.
    private record Seen(String unit, Standing standing) {}

    private final Cache<Seen, Stored> seen =
            Caffeine.newBuilder()
                    .maximumWeight(KEPT_CHARACTERS)
                    .weigher((Seen _, Stored stored) ->
                            500 + length(stored.target()) + length(stored.proposal()))
                    .executor(Runnable::run)
                    .build();

    private static int length(@Nullable Target text) {
        return text == null ? 0 : text.text().length() + text.source().length();
    }

    Map<String, Stored> ofDigest(Handle handle, String digest, Language language) {
        Map<String, Stored> found = new HashMap<>();
        Map<String, Standing> unseen = new HashMap<>();
        handle.createQuery("select * from unit where digest = :digest and lang = :lang")
                .bind("digest", digest)
                .bind("lang", language.tag())
                .map((row, _) -> {
                    String unit = row.getString("id");
                    Standing standing = rows.standing(row);
                    Stored known = seen.getIfPresent(new Seen(unit, standing));
                    return known == null ? unseen.put(unit, standing) : found.put(unit, known);
                })
                .list();
        if (!unseen.isEmpty()) {
            handle.createQuery(
                            "select u.*"
                                    + TEXTS
                                    + "from unit u"
                                    + WITH_TEXTS
                                    + "where u.id in (<units>)")
                    .bindList("units", InList.of(unseen.keySet()))
                    .map((row, _) -> {
                        String unit = row.getString("id");
                        Stored stored = rows.stored(row);
                        seen.put(new Seen(unit, stored.standing()), stored);
                        return found.put(unit, stored);
                    })
                    .list();
        }
        DismissalStore.Known dismissed = DismissalStore.ofDigest(handle, digest, language);
        found.replaceAll((unit, stored) -> stored.without(unit, dismissed));
        return found;
    }

    Optional<Stored> find(Handle handle, UnitId unit) {
        return handle.createQuery(
                        "select u.*" + TEXTS + "from unit u" + WITH_TEXTS + "where u.id = :id")
                .bind("id", unit.toString())
                .map((row, _) -> rows.stored(row))
                .findOne()
                .map(stored -> stored.without(unit.toString(), DismissalStore.of(handle, unit)));
    }

    /// Those that anything happened to, by their ids; nothing is dismissed of their texts.
    Map<String, Stored> find(Handle handle, List<UnitId> units) {
        Map<String, Stored> found = new HashMap<>();
        handle.createQuery(
                        "select u.*" + TEXTS + "from unit u" + WITH_TEXTS + "where u.id in (<ids>)")
                .bindList("ids", InList.of(units.stream().map(UnitId::toString).toList()))
                .map((row, _) -> found.put(row.getString("id"), rows.stored(row)))
                .list();
        return found;
    }

    /// One of a unit's texts; null for none.
    @Nullable Target target(Handle handle, UnitId unit, @Nullable Integer number) {
        if (number == null) {
            return null;
        }
        return DismissalStore.of(handle, unit)
                .of(unit.toString(), texts(handle, Map.of(unit, number)).get(unit));
    }

    Map<UnitId, Target> texts(Handle handle, Map<UnitId, @Nullable Integer> numbers) {
        Map<UnitId, Target> texts = new HashMap<>();
        handle.createQuery(
                        "select t.unit, u.target as standing, t.number as t_number, t.text as t_text,"
                                + " t.source as t_source, t.provenance as t_provenance, t.findings as t_findings"
                                + " from target t join unit u on u.id = t.unit where t.unit in (<units>)")
                .bindList(
                        "units",
                        InList.of(numbers.keySet().stream().map(UnitId::toString).toList()))
                .map((row, _) -> {
                    UnitId unit = UnitId.of(row.getString("unit"));
                    Integer wanted = numbers.get(unit);
                    int number = row.getInt("t_number");
                    return number == (wanted == null ? row.getInt("standing") : wanted)
                            ? texts.put(unit, Objects.requireNonNull(rows.target(row, "t_")))
                            : null;
                })
                .list();
        return texts;
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

    /// Whether the unit was ever published.
    boolean published(Handle handle, UnitId unit) {
        return handle.createQuery(
                        "select exists (select 1 from event where unit = :unit and event = 'published')")
                .bind("unit", unit.toString())
                .mapTo(Boolean.class)
                .one();
    }

    /// Whether a version says "published", and what was published was withdrawn after it.
    boolean withdrawnSince(Handle handle, UnitId unit, int version) {
        return handle.createQuery(
                        "select exists (select 1 from event e, event w where e.unit = :unit and e.version = :version"
                                + " and e.state = 'final' and w.unit = e.unit and w.event = 'withdrawn' and w.version > e.version)")
                .bind("unit", unit.toString())
                .bind("version", version)
                .mapTo(Boolean.class)
                .one();
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

    /// How those of some units stand that anything has happened to, locked until this transaction
    /// ends.
    Map<UnitId, Arrivals.Seat> seats(Handle handle, List<UnitId> units) {
        Map<String, Standing> standings = new HashMap<>();
        handle.createQuery("select * from unit where id in (<ids>) order by id for update")
                .bindList("ids", InList.of(units.stream().map(UnitId::toString).toList()))
                .map((row, _) -> standings.put(row.getString("id"), rows.standing(row)))
                .list();
        Map<UnitId, Arrivals.Seat> seats = new HashMap<>();
        if (standings.isEmpty()) {
            return seats;
        }
        Map<String, Integer> texts = new HashMap<>();
        handle.createQuery(
                        "select unit, max(number) as n from target where unit in (<ids>) group by unit")
                .bindList("ids", InList.of(standings.keySet()))
                .map((row, _) -> texts.put(row.getString("unit"), row.getInt("n")))
                .list();
        for (UnitId unit : units) {
            Standing standing = standings.get(unit.toString());
            if (standing != null) {
                seats.put(
                        unit, new Arrivals.Seat(standing, texts.getOrDefault(unit.toString(), 0)));
            }
        }
        return seats;
    }

    /// Whether a unit's text is this one.
    boolean stands(Handle handle, UnitId unit, Standing standing, String text) {
        return standing.target() != null
                && handle.createQuery(
                                "select text from target where unit = :unit and number = :number")
                        .bind("unit", unit.toString())
                        .bind("number", standing.target())
                        .mapTo(String.class)
                        .findOne()
                        .filter(text::equals)
                        .isPresent();
    }

    /// Whether a machine's text stands, of the same source, that says something else.
    boolean differs(Handle handle, UnitId unit, Standing standing, Target text) {
        return standing.state() == TargetState.TRANSLATED
                && !standing.edited()
                && standing.target() != null
                && handle.createQuery(
                                "select exists (select 1 from target where unit = :unit and number = :number"
                                        + " and source_hash = :hash and text <> :text)")
                        .bind("unit", unit.toString())
                        .bind("number", standing.target())
                        .bind("hash", SourceHash.of(text.source()).hex())
                        .bind("text", text.text())
                        .mapTo(Boolean.class)
                        .one();
    }

    Target add(Handle handle, UnitId unit, Target text) {
        int number =
                handle.createQuery(
                                "select coalesce(max(number), 0) + 1 from target where unit = :unit")
                        .bind("unit", unit.toString())
                        .mapTo(Integer.class)
                        .one();
        Target numbered = text.numbered(number);
        add(handle, Map.of(unit, List.of(numbered)));
        return numbered;
    }

    /// Adds texts that have their numbers.
    void add(Handle handle, Map<UnitId, List<Target>> texts) {
        record Numbered(UnitId unit, Target text) {}
        List<Numbered> all =
                texts.entrySet().stream()
                        .flatMap(one ->
                                one.getValue().stream()
                                        .map(text -> new Numbered(one.getKey(), text)))
                        .toList();
        Bulk.execute(
                handle,
                "insert into target (unit, number, text, source, source_hash, provenance, findings)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                all,
                (row, one) -> {
                    Target text = one.text();
                    row.add(one.unit().toString())
                            .add(text.number())
                            .add(text.text())
                            .add(text.source())
                            .add(SourceHash.of(text.source()).hex())
                            .add(rows.json(text.provenance()))
                            .add(rows.json(text.report()));
                });
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
