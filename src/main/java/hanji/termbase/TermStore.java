package hanji.termbase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.store.StorableText;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The tables `term_entry`, `term_version` and `termbase`.
final class TermStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String VERSIONS =
            "select v.* from term_version v join term_entry e on e.id = v.entry ";

    private TermStore() {}

    /// What tells one state of the terms from every other.
    static String stamp(Handle handle) {
        return handle.createQuery("select stamp from termbase").mapTo(String.class).one();
    }

    /// The same, for whoever changes terms next and wants nobody to do so before.
    static String lockedStamp(Handle handle) {
        return handle.createQuery("select stamp from termbase for update")
                .mapTo(String.class)
                .one();
    }

    /// Takes the right to change terms until the transaction ends, and tells everybody of it.
    static void lock(Handle handle) {
        handle.createUpdate("update termbase set stamp = :stamp")
                .bind("stamp", UUID.randomUUID().toString())
                .execute();
    }

    static List<TermEntry> all(Handle handle) {
        return handle.createQuery(
                        VERSIONS + "where v.version = e.version and not e.removed order by v.entry")
                .map((row, _) -> entry(row))
                .list();
    }

    static int count(Handle handle) {
        return handle.createQuery("select count(*) from term_entry where not removed")
                .mapTo(Integer.class)
                .one();
    }

    static Optional<TermEntry> find(Handle handle, long id) {
        return handle.createQuery(
                        VERSIONS + "where e.id = :id and v.version = e.version and not e.removed")
                .bind("id", id)
                .map((row, _) -> entry(row))
                .findOne();
    }

    static List<TermEntry> history(Handle handle, long id) {
        return handle.createQuery(
                        "select * from term_version where entry = :id order by version desc")
                .bind("id", id)
                .map((row, _) -> entry(row))
                .list();
    }

    static TermEntry insert(Handle handle, Concept concept, String actor, Instant at) {
        long id =
                handle.createUpdate("insert into term_entry (version, removed) values (1, false)")
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one();
        TermEntry entry = new TermEntry(id, 1, concept, actor, at);
        keep(handle, entry, false);
        return entry;
    }

    /// Adds a version to an entry that has the one before.
    static void change(Handle handle, TermEntry entry, boolean removed) {
        handle.createUpdate(
                        "update term_entry set version = :version, removed = :removed where id = :id")
                .bind("version", entry.version())
                .bind("removed", removed)
                .bind("id", entry.id())
                .execute();
        keep(handle, entry, removed);
    }

    private static void keep(Handle handle, TermEntry entry, boolean removed) {
        handle.createUpdate(
                        "insert into term_version (entry, version, content, removed, actor, at)"
                                + " values (:entry, :version, :content, :removed, :actor, :at)")
                .bind("entry", entry.id())
                .bind("version", entry.version())
                .bind("content", StorableText.of(written(entry.concept())))
                .bind("removed", removed)
                .bind("actor", entry.actor())
                .bind("at", entry.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static String written(Concept concept) {
        try {
            return JSON.writeValueAsString(concept);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TermEntry entry(ResultSet row) throws SQLException {
        try {
            return new TermEntry(
                    row.getLong("entry"),
                    row.getInt("version"),
                    JSON.readValue(row.getString("content"), Concept.class),
                    row.getString("actor"),
                    row.getObject("at", OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
