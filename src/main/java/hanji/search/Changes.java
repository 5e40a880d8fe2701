package hanji.search;

import hanji.segment.Language;
import hanji.segment.UnitId;
import hanji.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the database says has changed.
final class Changes {

    /// @param version of its newest event, or stamp
    record Changed(UnitId unit, String digest, long version) {}

    private final Database database;

    Changes(Database database) {
        this.database = database;
    }

    /// All digests with the content they have.
    Map<String, String> digests() {
        return database.read(handle -> {
            Map<String, String> digests = new HashMap<>();
            handle.createQuery("select id, revision, imported_at from digest where revision > 0")
                    .map((row, _) ->
                            digests.put(
                                    row.getString("id"),
                                    revision(row.getInt("revision"), at(row, "imported_at"))))
                    .list();
            return digests;
        });
    }

    static String revision(int number, Instant importedAt) {
        return number + "@" + importedAt.toEpochMilli();
    }

    /// Units whose stamp is not the one that is known; Korean condensations have no bench.
    List<Changed> notAs(Map<String, Long> known) {
        return database.read(handle ->
                handle.createQuery(
                                "select id, digest, version, base, at from unit where lang <> :source")
                        .bind("source", Language.SOURCE.tag())
                        .map((row, _) ->
                                new Changed(
                                        UnitId.of(row.getString("id")),
                                        row.getString("digest"),
                                        Stamp.of(
                                                row.getInt("version"),
                                                row.getInt("base") == 0 ? null : at(row, "at"))))
                        .filter(changed ->
                                known.getOrDefault(changed.unit().toString(), 0L)
                                        != changed.version())
                        .list());
    }

    /// Units that something happened to.
    List<Changed> since(Instant when) {
        return database.read(handle ->
                handle.createQuery(
                                "select u.id, u.digest, max(e.version) as version from event e join unit u on u.id = e.unit"
                                        + " where e.at >= :since group by u.id, u.digest")
                        .bind("since", when.atOffset(ZoneOffset.UTC))
                        .map((row, _) ->
                                new Changed(
                                        UnitId.of(row.getString("id")),
                                        row.getString("digest"),
                                        row.getInt("version")))
                        .list());
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
