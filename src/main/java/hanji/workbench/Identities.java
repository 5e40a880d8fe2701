package hanji.workbench;

import hanji.digest.Bullet;
import hanji.digest.Digest;
import hanji.digest.DigestEntry;
import hanji.segment.SourceHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Gives entries and segments of a digest their stored ids. When a digest comes again, what is
/// recognised keeps its id, and with it its targets: an entry by its link, else its title; a
/// segment by its text, else by its place between recognised neighbours (then its source changed,
/// and its targets are stale).
final class Identities {

    /// @param kept segments with the source they had
    /// @param changed segments with another source
    /// @param goneEntries ids that the digest no longer holds
    record Result(
            List<StoredDigest.Entry> entries,
            int kept,
            int changed,
            int added,
            Set<Long> goneEntries,
            Set<Long> goneSegments) {}

    private final Handle handle;
    private final Digest digest;
    private final Set<Long> goneEntries = new HashSet<>();
    private final Set<Long> goneSegments = new HashSet<>();
    private int kept;
    private int changed;
    private int added;

    Identities(Handle handle, Digest digest) {
        this.handle = handle;
        this.digest = digest;
    }

    /// The ids of a digest whose rows are there.
    static List<StoredDigest.Entry> read(Handle handle, Digest digest) {
        Map<Integer, Long> entryIds = new HashMap<>();
        handle.createQuery("select id, number from entry where digest = :digest and number > 0")
                .bind("digest", digest.key())
                .map((row, _) -> entryIds.put(row.getInt("number"), row.getLong("id")))
                .list();
        Map<Long, Map<Integer, Long>> segmentIds = new HashMap<>();
        handle.createQuery(
                        "select id, entry, number from segment where digest = :digest and number > 0")
                .bind("digest", digest.key())
                .map((row, _) ->
                        segmentIds
                                .computeIfAbsent(row.getLong("entry"), _ -> new HashMap<>())
                                .put(row.getInt("number"), row.getLong("id")))
                .list();
        return digest.entries().stream()
                .map(entry -> {
                    long id = Objects.requireNonNull(entryIds.get(entry.number()));
                    Map<Integer, Long> ids = segmentIds.getOrDefault(id, Map.of());
                    return new StoredDigest.Entry(
                            id,
                            entry,
                            entry.bullets().stream()
                                    .map(bullet ->
                                            new StoredDigest.Segment(
                                                    Objects.requireNonNull(
                                                            ids.get(bullet.number())),
                                                    bullet))
                                    .toList());
                })
                .toList();
    }

    /// Writes the rows of a new content.
    Result settle(Optional<StoredDigest> before) {
        Map<String, List<StoredDigest.Entry>> known = new LinkedHashMap<>();
        before.ifPresent(old ->
                old.entries()
                        .forEach(entry ->
                                known.computeIfAbsent(name(entry.entry()), _ -> new ArrayList<>())
                                        .add(entry)));
        List<StoredDigest.Entry> entries = new ArrayList<>();
        for (DigestEntry entry : digest.entries()) {
            List<StoredDigest.Entry> same = known.getOrDefault(name(entry), List.of());
            entries.add(same.isEmpty() ? add(entry) : keep(same.removeFirst(), entry));
        }
        known.values().forEach(rest -> rest.forEach(this::drop));
        return new Result(entries, kept, changed, added, goneEntries, goneSegments);
    }

    private static String name(DigestEntry entry) {
        return entry.link() == null ? "title " + entry.title() : "link " + entry.link();
    }

    private StoredDigest.Entry add(DigestEntry entry) {
        long id =
                handle.createUpdate(
                                "insert into entry (digest, number, title, link) values (:digest, :number, :title, :link)")
                        .bind("digest", digest.key())
                        .bind("number", entry.number())
                        .bind("title", bounded(entry.title()))
                        .bind("link", entry.link() == null ? null : bounded(entry.link()))
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one();
        return new StoredDigest.Entry(
                id,
                entry,
                entry.bullets().stream()
                        .map(bullet -> new StoredDigest.Segment(add(id, bullet), bullet))
                        .toList());
    }

    private long add(long entry, Bullet bullet) {
        added++;
        return handle.createUpdate(
                        "insert into segment (digest, entry, number, source_hash)"
                                + " values (:digest, :entry, :number, :hash)")
                .bind("digest", digest.key())
                .bind("entry", entry)
                .bind("number", bullet.number())
                .bind("hash", SourceHash.of(bullet.text()).hex())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    private StoredDigest.Entry keep(StoredDigest.Entry old, DigestEntry entry) {
        handle.createUpdate("update entry set number = :number, title = :title where id = :id")
                .bind("id", old.id())
                .bind("number", entry.number())
                .bind("title", bounded(entry.title()))
                .execute();
        Long[] ids =
                Recognition.match(texts(old), entry.bullets().stream().map(Bullet::text).toList());
        Set<Long> left = new HashSet<>();
        old.segments().forEach(segment -> left.add(segment.id()));
        List<StoredDigest.Segment> segments = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            Bullet bullet = entry.bullets().get(i);
            Long id = ids[i];
            if (id == null) {
                segments.add(new StoredDigest.Segment(add(old.id(), bullet), bullet));
            } else {
                left.remove(id);
                move(id, bullet, old);
                segments.add(new StoredDigest.Segment(id, bullet));
            }
        }
        left.forEach(this::dropSegment);
        return new StoredDigest.Entry(old.id(), entry, segments);
    }

    private static Map<Long, String> texts(StoredDigest.Entry entry) {
        Map<Long, String> texts = new LinkedHashMap<>();
        entry.segments().forEach(segment -> texts.put(segment.id(), segment.bullet().text()));
        return texts;
    }

    private void move(long id, Bullet bullet, StoredDigest.Entry old) {
        boolean same =
                old.segments().stream()
                        .anyMatch(segment ->
                                segment.id() == id
                                        && segment.bullet().text().equals(bullet.text()));
        kept += same ? 1 : 0;
        changed += same ? 0 : 1;
        handle.createUpdate(
                        "update segment set number = :number, source_hash = :hash where id = :id")
                .bind("id", id)
                .bind("number", bullet.number())
                .bind("hash", SourceHash.of(bullet.text()).hex())
                .execute();
    }

    private void drop(StoredDigest.Entry entry) {
        goneEntries.add(entry.id());
        handle.createUpdate("update entry set number = 0 where id = :id")
                .bind("id", entry.id())
                .execute();
        entry.segments().forEach(segment -> dropSegment(segment.id()));
    }

    private void dropSegment(long id) {
        goneSegments.add(id);
        handle.createUpdate("update segment set number = 0 where id = :id")
                .bind("id", id)
                .execute();
    }

    private static String bounded(String text) {
        return text.length() <= 2000 ? text : text.substring(0, 2000);
    }
}
