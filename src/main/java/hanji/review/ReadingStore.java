package hanji.review;

import hanji.segment.Language;
import hanji.segment.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table `reading`.
final class ReadingStore {

    private ReadingStore() {}

    static void add(Handle handle, Reading reading) {
        handle.createUpdate(
                        "insert into reading (unit, target, actor, event, millis, characters, at)"
                                + " values (:unit, :target, :actor, :event, :millis, :characters, :at)")
                .bind("unit", reading.unit().toString())
                .bind("target", reading.target())
                .bind("actor", reading.actor())
                .bind("event", reading.kind().wire())
                .bind("millis", reading.millis())
                .bind("characters", reading.characters())
                .bind("at", reading.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// The oldest first.
    static List<Reading> ofDigest(Handle handle, String digest, Language language) {
        return handle.createQuery(
                        "select r.* from reading r join unit u on u.id = r.unit"
                                + " where u.digest = :digest and u.lang = :lang order by r.at")
                .bind("digest", digest)
                .bind("lang", language.tag())
                .map((row, _) -> read(row))
                .list();
    }

    private static Reading read(ResultSet row) throws SQLException {
        return new Reading(
                UnitId.of(row.getString("unit")),
                row.getInt("target"),
                row.getString("actor"),
                Reading.Kind.of(row.getString("event")),
                row.getLong("millis"),
                row.getInt("characters"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
