package hanji.workbench;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hanji.digest.Digest;
import hanji.digest.DigestParser;
import hanji.memory.Plain;
import hanji.review.Unit;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.store.Database;
import hanji.store.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// The digests that were imported: every content they ever had, and ids for entries and segments
/// that stay.
final class Library {

    /// Parsed digests kept at hand; one is some 300 KiB, and editors work on a few at a time.
    private static final int KEPT = 200;

    private static final int MAX_NAME = 300;

    /// @param importedAt tells a revision from the one of the same number that a restored backup
    ///   puts in its place
    private record Version(String key, int revision, Instant importedAt) {}

    /// A row of `digest`.
    record Row(
            String key, int revision, String name, int entries, int segments, Instant importedAt) {}

    private final Database database;
    private final DigestParser parser;
    private final Clock clock;
    private final Cache<Version, StoredDigest> parsed =
            Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();

    Library(Database database, DigestParser parser, Clock clock) {
        this.database = database;
        this.parser = parser;
        this.clock = clock;
    }

    StoredDigest get(String key) {
        return database.read(handle -> {
            Row row = row(handle, key).orElseThrow(() -> unknown(key));
            return load(handle, row);
        });
    }

    private static Problem unknown(String key) {
        return Problem.notFound("There is no digest \"%s\": import it first.", key);
    }

    List<Row> page(int offset, int limit) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from digest order by id desc offset :offset rows fetch next :limit rows only")
                        .bind("offset", offset)
                        .bind("limit", limit)
                        .map((row, _) -> read(row))
                        .list());
    }

    List<String> keys() {
        return database.read(handle ->
                handle.createQuery("select id from digest where revision > 0 order by id desc")
                        .mapTo(String.class)
                        .list());
    }

    Workbench.Neighbours neighbours(String key) {
        return database.read(handle ->
                new Workbench.Neighbours(
                        beside(handle, "id < :key", "desc", key),
                        beside(handle, "id > :key", "asc", key)));
    }

    private static @Nullable String beside(Handle handle, String where, String order, String key) {
        return handle.createQuery(
                        "select id from digest where revision > 0 and %s order by id %s fetch first 1 rows only"
                                .formatted(where, order))
                .bind("key", key)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    int count() {
        return database.read(handle ->
                handle.createQuery("select count(*) from digest").mapTo(Integer.class).one());
    }

    /// The digest that a segment (or an entry) belongs to.
    StoredDigest holding(boolean segment, long id) {
        return database.read(handle -> {
            String key =
                    handle.createQuery(
                                    "select digest from "
                                            + (segment ? "segment" : "entry")
                                            + " where id = :id and number > 0")
                            .bind("id", id)
                            .mapTo(String.class)
                            .findOne()
                            .orElseThrow(() ->
                                    Problem.notFound(
                                            "There is no such unit: its digest no longer holds it."));
            return load(handle, row(handle, key).orElseThrow(() -> unknown(key)));
        });
    }

    /// Where the original of a translation stands besides, as [Plain] tells originals apart; the
    /// newest digest first. Their sources are given as this one's is, which they may differ from in
    /// white space.
    List<Unit> same(Unit unit, int most) {
        return database.read(handle ->
                handle.createQuery(
                                "select s.id, s.digest, e.number as entry, s.number from segment s join entry e on e.id = s.entry"
                                        + " where s.plain_hash = :plain and s.number > 0 and s.id <> :own"
                                        + " order by s.digest desc, e.number, s.number fetch first :most rows only")
                        .bind("plain", Plain.hash(unit.source()).hex())
                        .bind("own", unit.id().subject())
                        .bind("most", most)
                        .map((row, _) ->
                                new Unit(
                                        new UnitId(
                                                UnitKind.TRANSLATION,
                                                row.getLong("id"),
                                                unit.id().language()),
                                        row.getString("digest"),
                                        row.getInt("entry"),
                                        row.getInt("number"),
                                        unit.source()))
                        .list());
    }

    /// Fills in what [#same] looks for, where a program did not know it yet.
    ///
    /// @return digests that lacked it
    int complete() {
        List<String> keys =
                database.read(handle ->
                        handle.createQuery(
                                        "select distinct digest from segment where plain_hash is null and number > 0")
                                .mapTo(String.class)
                                .list());
        for (String key : keys) {
            StoredDigest digest = get(key);
            database.write(handle -> {
                PreparedBatch rows =
                        handle.prepareBatch(
                                "update segment set plain_hash = :plain where id = :id and plain_hash is null");
                for (StoredDigest.Entry entry : digest.entries()) {
                    for (StoredDigest.Segment segment : entry.segments()) {
                        rows.bind("plain", Plain.hash(segment.source()).hex())
                                .bind("id", segment.id())
                                .add();
                    }
                }
                return rows.execute();
            });
        }
        return keys.size();
    }

    /// The digest that had this very content once, whatever it has today.
    Optional<StoredDigest> thatHad(Digest content) {
        return database.read(handle ->
                handle.createQuery(
                                                "select count(*) from digest_revision where digest = :key and sha256 = :hash")
                                        .bind("key", content.key())
                                        .bind("hash", content.hash().hex())
                                        .mapTo(Integer.class)
                                        .one()
                                == 0
                        ? Optional.empty()
                        : row(handle, content.key()).map(row -> load(handle, row)));
    }

    /// Stores a digest's content, unless it is the one that is there.
    Imported store(Digest digest) {
        Imported imported = database.write(handle -> stored(handle, digest));
        // what was imported is looked at soon; a name that was too long is another when read again
        if (imported instanceof Imported.Changed changed && name(digest).equals(digest.name())) {
            remember(changed.digest());
        }
        return imported;
    }

    private Imported stored(Handle handle, Digest digest) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        insertFirst(handle, digest, now);
        Row row = locked(handle, digest.key());
        String hash = digest.hash().hex();
        if (row.revision() > 0 && hash.equals(currentHash(handle, row))) {
            return new Imported.Unchanged(load(handle, row));
        }
        int revision = row.revision() + 1;
        Optional<StoredDigest> before =
                row.revision() == 0 ? Optional.empty() : Optional.of(load(handle, row));
        addRevision(handle, digest, revision, hash, now);
        Identities.Result identities = new Identities(handle, digest).settle(before);
        StoredDigest stored = new StoredDigest(revision, now, digest, identities.entries());
        updateRow(handle, stored);
        return new Imported.Changed(stored, before, identities);
    }

    private void remember(StoredDigest stored) {
        parsed.put(new Version(stored.key(), stored.revision(), stored.importedAt()), stored);
    }

    /// What storing did.
    sealed interface Imported {
        record Unchanged(StoredDigest digest) implements Imported {}

        /// Another content than before.
        ///
        /// @param before what was there; empty for a new digest
        record Changed(
                StoredDigest digest, Optional<StoredDigest> before, Identities.Result identities)
                implements Imported {}
    }

    private static void insertFirst(Handle handle, Digest digest, Instant now) {
        handle.createUpdate(
                        "insert into digest (id, revision, name, entries, segments, imported_at)"
                                + " values (:key, 0, :name, 0, 0, :at) on conflict do nothing")
                .bind("key", digest.key())
                .bind("name", name(digest))
                .bind("at", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// Names come from outside and may have any length.
    private static String name(Digest digest) {
        String name = digest.name();
        return StorableText.of(name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME));
    }

    private static Row locked(Handle handle, String key) {
        return handle.createQuery("select * from digest where id = :key for update")
                .bind("key", key)
                .map((row, _) -> read(row))
                .one();
    }

    private static void addRevision(
            Handle handle, Digest digest, int revision, String hash, Instant now) {
        handle.createUpdate(
                        "insert into digest_revision (digest, revision, name, sha256, content, imported_at)"
                                + " values (:digest, :revision, :name, :sha256, :content, :at)")
                .bind("digest", digest.key())
                .bind("revision", revision)
                .bind("name", name(digest))
                .bind("sha256", hash)
                .bind("content", digest.bytes())
                .bind("at", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static void updateRow(Handle handle, StoredDigest stored) {
        handle.createUpdate(
                        "update digest set revision = :revision, name = :name, entries = :entries,"
                                + " segments = :segments, imported_at = :at where id = :key")
                .bind("key", stored.key())
                .bind("revision", stored.revision())
                .bind("name", name(stored.digest()))
                .bind("entries", stored.entries().size())
                .bind("segments", stored.digest().bulletCount())
                .bind("at", stored.importedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private StoredDigest load(Handle handle, Row row) {
        Version version = new Version(row.key(), row.revision(), row.importedAt());
        StoredDigest known = parsed.getIfPresent(version);
        if (known != null) {
            return known;
        }
        byte[] content =
                handle.createQuery(
                                "select content from digest_revision where digest = :key and revision = :revision")
                        .bind("key", row.key())
                        .bind("revision", row.revision())
                        .mapTo(byte[].class)
                        .one();
        Digest digest = parser.parse(row.name(), content, row.key());
        StoredDigest stored =
                new StoredDigest(
                        row.revision(), row.importedAt(), digest, Identities.read(handle, digest));
        remember(stored);
        return stored;
    }

    private static Optional<Row> row(Handle handle, String key) {
        return handle.createQuery("select * from digest where id = :key and revision > 0")
                .bind("key", key)
                .map((row, _) -> read(row))
                .findOne();
    }

    private static String currentHash(Handle handle, Row row) {
        return handle.createQuery(
                        "select sha256 from digest_revision where digest = :key and revision = :revision")
                .bind("key", row.key())
                .bind("revision", row.revision())
                .mapTo(String.class)
                .one();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getInt("revision"),
                row.getString("name"),
                row.getInt("entries"),
                row.getInt("segments"),
                row.getObject("imported_at", OffsetDateTime.class).toInstant());
    }
}
