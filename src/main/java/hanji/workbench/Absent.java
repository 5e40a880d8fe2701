package hanji.workbench;

import hanji.segment.SourceHash;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What earlier contents of a digest held and the present one does not: rows with the number 0.
/// Each is given back once.
final class Absent {

    private final Map<String, Deque<Long>> ids = new HashMap<>();
    private final Set<Long> entriesBack = new HashSet<>();

    Absent(Handle handle, String digest) {
        handle.createQuery(
                        "select id, title, link from entry"
                                + " where digest = :digest and number = 0 order by id")
                .bind("digest", digest)
                .map((row, _) -> {
                    add("link " + row.getString("link"), row.getLong("id"));
                    return add("title " + row.getString("title"), row.getLong("id"));
                })
                .list();
        handle.createQuery(
                        "select id, entry, source_hash from segment"
                                + " where digest = :digest and number = 0 order by id")
                .bind("digest", digest)
                .map((row, _) ->
                        add(
                                row.getLong("entry") + " " + row.getString("source_hash"),
                                row.getLong("id")))
                .list();
    }

    private boolean add(String name, long id) {
        return ids.computeIfAbsent(name, _ -> new ArrayDeque<>()).add(id);
    }

    /// The id of an entry with this link, else of one with this title.
    @Nullable Long entry(String title, @Nullable String link) {
        Long byLink = link == null ? null : entry("link " + link);
        return byLink == null ? entry("title " + title) : byLink;
    }

    private @Nullable Long entry(String name) {
        Long id = poll(name);
        return id == null || entriesBack.add(id) ? id : entry(name);
    }

    boolean holds(long entry, SourceHash hash) {
        Deque<Long> same = ids.get(entry + " " + hash);
        return same != null && !same.isEmpty();
    }

    @Nullable Long segment(long entry, SourceHash hash) {
        return poll(entry + " " + hash);
    }

    private @Nullable Long poll(String name) {
        Deque<Long> same = ids.get(name);
        return same == null ? null : same.poll();
    }
}
