package hanji.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads what is approved.
final class PairStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String STAMPS =
            "select d.id, d.revision, d.imported_at, coalesce(sum(u.version), 0) as events, max(u.at) as latest"
                    + " from digest d left join unit u on u.digest = d.id and u.kind = :kind"
                    + " where d.revision > 0 %s group by d.id, d.revision, d.imported_at";

    /// How a digest stands beside what is known of it.
    sealed interface Digest {}

    record Same() implements Digest {}

    /// It is not there (any more).
    record Gone() implements Digest {}

    /// @param stamp another one after whatever happens to the digest or its units
    record Changed(String stamp, List<MemoryPair> pairs) implements Digest {}

    /// A text and the source it was made from.
    record Text(String source, String text, Hand hand, @Nullable String tool) {}

    private final Database database;

    PairStore(Database database) {
        this.database = database;
    }

    /// Of all digests.
    Map<String, String> stamps() {
        return database.read(handle -> stamps(handle, null));
    }

    private static Map<String, String> stamps(Handle handle, @Nullable String digest) {
        var query =
                handle.createQuery(STAMPS.formatted(digest == null ? "" : "and d.id = :digest"))
                        .bind("kind", UnitKind.TRANSLATION.wire());
        if (digest != null) {
            query.bind("digest", digest);
        }
        Map<String, String> stamps = new HashMap<>();
        query.map((row, _) -> stamps.put(row.getString("id"), stamp(row))).list();
        return stamps;
    }

    private static String stamp(ResultSet row) throws SQLException {
        OffsetDateTime latest = row.getObject("latest", OffsetDateTime.class);
        return "%d@%d %d@%d"
                .formatted(
                        row.getInt("revision"),
                        row.getObject("imported_at", OffsetDateTime.class)
                                .toInstant()
                                .toEpochMilli(),
                        row.getLong("events"),
                        latest == null ? 0 : latest.toInstant().toEpochMilli());
    }

    /// Digests that something happened to.
    Set<String> since(Instant when) {
        return database.read(handle ->
                new HashSet<>(
                        handle.createQuery(
                                        "select distinct u.digest from event e join unit u on u.id = e.unit where e.at >= :since"
                                                + " union select id from digest where imported_at >= :since")
                                .bind("since", when.atOffset(ZoneOffset.UTC))
                                .mapTo(String.class)
                                .list()));
    }

    /// @param known its stamp; null when nothing is known
    Digest digest(String key, @Nullable String known) {
        return database.read(handle -> {
            String stamp = stamps(handle, key).get(key);
            if (stamp == null) {
                return new Gone();
            }
            return stamp.equals(known) ? new Same() : new Changed(stamp, pairs(handle, key));
        });
    }

    private static List<MemoryPair> pairs(Handle handle, String key) {
        Segments segments = Segments.of(handle, key);
        Map<String, Text> texts = texts(handle, key);
        List<MemoryPair> pairs = new ArrayList<>();
        approvals(handle, key)
                .forEach((unit, approvals) -> {
                    for (Approvals.Approved one : approvals.all()) {
                        Text text = texts.get(unit + " " + one.target());
                        if (text != null) {
                            pairs.add(segments.pair(key, UnitId.of(unit), text, one));
                        }
                    }
                });
        return pairs;
    }

    private static Map<String, Approvals> approvals(Handle handle, String key) {
        Map<String, Approvals> units = new LinkedHashMap<>();
        handle.createQuery(
                        "select e.unit, e.state, e.target, e.actor, e.at, t.source_hash from unit u join event e on e.unit = u.id"
                                + " left join target t on t.unit = e.unit and t.number = e.target"
                                + " where u.digest = :digest and u.kind = :kind order by e.unit, e.version")
                .bind("digest", key)
                .bind("kind", UnitKind.TRANSLATION.wire())
                .map((row, _) -> {
                    int target = row.getInt("target");
                    units.computeIfAbsent(row.getString("unit"), _ -> new Approvals())
                            .then(
                                    row.getString("source_hash"),
                                    row.getString("source_hash") == null ? null : target,
                                    TargetState.of(row.getString("state")).approved(),
                                    row.getString("actor"),
                                    row.getObject("at", OffsetDateTime.class).toInstant());
                    return target;
                })
                .list();
        return units;
    }

    /// The texts that were ever approved, by unit and number.
    private static Map<String, Text> texts(Handle handle, String key) {
        Map<String, Text> texts = new HashMap<>();
        handle.createQuery(
                        "select t.unit, t.number, t.source, t.text, t.provenance from unit u join target t on t.unit = u.id"
                                + " where u.digest = :digest and u.kind = :kind and exists (select 1 from event e"
                                + " where e.unit = t.unit and e.target = t.number and e.state in (<approved>))")
                .bind("digest", key)
                .bind("kind", UnitKind.TRANSLATION.wire())
                .bindList(
                        "approved",
                        Stream.of(TargetState.values())
                                .filter(TargetState::approved)
                                .map(TargetState::wire)
                                .toList())
                .map((row, _) ->
                        texts.put(
                                row.getString("unit") + " " + row.getInt("number"),
                                text(
                                        row.getString("source"),
                                        row.getString("text"),
                                        row.getString("provenance"))))
                .list();
        return texts;
    }

    /// What came out of the memory was an editor's in the first place.
    private static Text text(String source, String text, String provenance) throws SQLException {
        try {
            JsonNode made = JSON.readTree(provenance);
            Hand hand = made.path("by").asText().equals("machine") ? Hand.MACHINE : Hand.EDITOR;
            return new Text(source, text, hand, made.path("tool").textValue());
        } catch (JsonProcessingException e) {
            throw new SQLException("a stored provenance is not what this version wrote", e);
        }
    }
}
