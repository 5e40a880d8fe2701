package hanji.workbench;

import hanji.digest.Bullet;
import hanji.digest.Digest;
import hanji.digest.DigestEntry;
import hanji.memory.Plain;
import hanji.segment.SourceHash;
import hanji.store.StorableText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Gives entries and segments of a digest their stored ids. When a digest comes again, what is
/// recognised keeps its id, and with it its targets: an entry by its link, else by its title; a
/// segment by its text, else by its place between recognised neighbours (then its source changed,
/// and its targets are stale). What an earlier content held and a later one did not comes back
/// under its old id, by the same link or title and the same text.
final class Identities {

    /// @param kept segments with the source they had
    /// @param changed segments with another source
    /// @param added new ones, and those that came back
    /// @param gone segments that the digest no longer holds
    record Result(List<StoredDigest.Entry> entries, int kept, int changed, int added, int gone) {}

    private final Handle handle;
    private final Digest digest;
    private final Absent absent;
    private int kept;
    private int changed;
    private int added;
    private int gone;

    Identities(Handle handle, Digest digest) {
        this.handle = handle;
        this.digest = digest;
        this.absent = new Absent(handle, digest.key());
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
        Map<Long, StoredDigest.Entry> old = new LinkedHashMap<>();
        before.ifPresent(digest -> digest.entries().forEach(entry -> old.put(entry.id(), entry)));
        Map<Integer, StoredDigest.Entry> known = new HashMap<>();
        recognise(old, known, DigestEntry::link);
        recognise(old, known, DigestEntry::title);
        old.values().forEach(this::drop);
        List<StoredDigest.Entry> entries =
                digest.entries().stream()
                        .map(entry -> {
                            StoredDigest.Entry found = known.get(entry.number());
                            return found == null ? add(entry) : keep(found, entry);
                        })
                        .toList();
        return new Result(entries, kept, changed, added, gone);
    }

    /// Pairs entries of the same name, in their order.
    ///
    /// @param old entries without a partner yet
    /// @param known their partners, by the number of the new entry
    private void recognise(
            Map<Long, StoredDigest.Entry> old,
            Map<Integer, StoredDigest.Entry> known,
            Function<DigestEntry, @Nullable String> name) {
        Map<String, Deque<StoredDigest.Entry>> byName = new HashMap<>();
        for (StoredDigest.Entry entry : old.values()) {
            String own = name.apply(entry.entry());
            if (own != null) {
                byName.computeIfAbsent(own, _ -> new ArrayDeque<>()).add(entry);
            }
        }
        for (DigestEntry entry : digest.entries()) {
            String own = name.apply(entry);
            Deque<StoredDigest.Entry> same = own == null ? null : byName.get(own);
            if (same != null && !same.isEmpty() && !known.containsKey(entry.number())) {
                StoredDigest.Entry found = same.remove();
                known.put(entry.number(), found);
                old.remove(found.id());
            }
        }
    }

    private StoredDigest.Entry add(DigestEntry entry) {
        Long back = absent.entry(bounded(entry.title()), link(entry));
        long id = back == null ? insert(entry) : back;
        update(id, entry);
        return new StoredDigest.Entry(
                id,
                entry,
                entry.bullets().stream()
                        .map(bullet -> new StoredDigest.Segment(add(id, bullet), bullet))
                        .toList());
    }

    private long insert(DigestEntry entry) {
        return handle.createUpdate(
                        "insert into entry (digest, number, title) values (:digest, :number, :title)")
                .bind("digest", digest.key())
                .bind("number", entry.number())
                .bind("title", bounded(entry.title()))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    private void update(long id, DigestEntry entry) {
        handle.createUpdate(
                        "update entry set number = :number, title = :title, link = :link where id = :id")
                .bind("id", id)
                .bind("number", entry.number())
                .bind("title", bounded(entry.title()))
                .bind("link", link(entry))
                .execute();
    }

    private long add(long entry, Bullet bullet) {
        added++;
        String source = StoredDigest.Segment.source(bullet);
        SourceHash hash = SourceHash.of(source);
        Long back = absent.segment(entry, hash);
        if (back != null) {
            update(back, bullet);
            return back;
        }
        return handle.createUpdate(
                        "insert into segment (digest, entry, number, source_hash, plain_hash)"
                                + " values (:digest, :entry, :number, :hash, :plain)")
                .bind("digest", digest.key())
                .bind("entry", entry)
                .bind("number", bullet.number())
                .bind("hash", hash.hex())
                .bind("plain", Plain.hash(source).hex())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    private StoredDigest.Entry keep(StoredDigest.Entry old, DigestEntry entry) {
        update(old.id(), entry);
        Map<Long, String> texts = texts(old);
        @Nullable Long[] ids =
                Recognition.match(
                        texts,
                        entry.bullets().stream().map(Bullet::text).toList(),
                        text -> absent.holds(old.id(), SourceHash.of(StorableText.of(text))));
        List<StoredDigest.Segment> segments = new ArrayList<>();
        Set<Long> left = new HashSet<>(texts.keySet());
        for (int i = 0; i < ids.length; i++) {
            Bullet bullet = entry.bullets().get(i);
            Long id = ids[i];
            if (id == null) {
                segments.add(new StoredDigest.Segment(add(old.id(), bullet), bullet));
            } else {
                left.remove(id);
                move(id, bullet, texts.get(id));
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

    private void move(long id, Bullet bullet, @Nullable String before) {
        boolean same = bullet.text().equals(before);
        kept += same ? 1 : 0;
        changed += same ? 0 : 1;
        update(id, bullet);
    }

    private void update(long id, Bullet bullet) {
        String source = StoredDigest.Segment.source(bullet);
        handle.createUpdate(
                        "update segment set number = :number, source_hash = :hash, plain_hash = :plain where id = :id")
                .bind("id", id)
                .bind("number", bullet.number())
                .bind("hash", SourceHash.of(source).hex())
                .bind("plain", Plain.hash(source).hex())
                .execute();
    }

    private void drop(StoredDigest.Entry entry) {
        handle.createUpdate("update entry set number = 0 where id = :id")
                .bind("id", entry.id())
                .execute();
        entry.segments().forEach(segment -> dropSegment(segment.id()));
    }

    private void dropSegment(long id) {
        gone++;
        handle.createUpdate("update segment set number = 0 where id = :id")
                .bind("id", id)
                .execute();
    }

    private static @Nullable String link(DigestEntry entry) {
        return entry.link() == null ? null : bounded(entry.link());
    }

    private static String bounded(String text) {
        return StorableText.of(text.length() <= 2000 ? text : text.substring(0, 2000));
    }
}
