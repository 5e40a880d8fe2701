package hanji.search;

import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.store.KeptIndex;
import hanji.workbench.StoredDigest;
import hanji.workbench.Workbench;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;

/// Brings an index to what the database says. [#reconcile] compares all of it; [#follow] asks only
/// what happened since it last looked. A digest's documents are replaced in one step, so what an
/// import removed leaves nothing behind.
final class Indexing {

    /// Events are written down some time before others can see them, and clocks differ.
    private static final Duration OVERLAP = Duration.ofSeconds(60);

    /// Of more bullets than this the whole digest is read at once.
    private static final int FEW = 8;

    /// @param done of `all` digests that had to be looked at
    record Progress(int done, int all) {}

    private final KeptIndex index;
    private final Changes changes;
    private final Workbench workbench;
    private final Clock clock;
    private final Map<String, String> revisions = new HashMap<>();
    private Map<UnitId, Long> seen = Map.of();
    private Instant looked = Instant.EPOCH;

    Indexing(KeptIndex index, Changes changes, Workbench workbench, Clock clock) {
        this.index = index;
        this.changes = changes;
        this.workbench = workbench;
        this.clock = clock;
    }

    /// @param progress told after each digest; may throw to stop
    void reconcile(Consumer<Progress> progress) throws IOException {
        looked = clock.instant();
        index.refresh();
        revisions.clear();
        revisions.putAll(index.read(Kept::digests));
        Map<String, String> there = changes.digests();
        forget(there.keySet());
        Set<String> whole = new LinkedHashSet<>(outdated(there));
        Map<String, Set<UnitId>> parts = new LinkedHashMap<>();
        for (Changes.Changed changed : changes.notAs(index.read(Kept::stamps))) {
            if (!whole.contains(changed.digest())) {
                parts.computeIfAbsent(changed.digest(), _ -> new HashSet<>()).add(changed.unit());
            }
        }
        int all = whole.size() + parts.size();
        int done = 0;
        progress.accept(new Progress(done, all));
        for (String key : whole) {
            replace(key);
            progress.accept(new Progress(++done, all));
        }
        for (var part : parts.entrySet()) {
            update(part.getKey(), part.getValue());
            progress.accept(new Progress(++done, all));
        }
    }

    /// @return whether anything had changed
    boolean follow() throws IOException {
        Instant now = clock.instant();
        // before anything is read: what happens from here on is seen the next time
        List<Changes.Changed> happened = changes.since(looked.minus(OVERLAP));
        Map<String, String> there = changes.digests();
        boolean changed = forget(there.keySet());
        Set<String> whole = outdated(there);
        for (String key : whole) {
            replace(key);
        }
        Map<String, Set<UnitId>> parts = new LinkedHashMap<>();
        for (Changes.Changed event : happened) {
            if (seen.getOrDefault(event.unit(), 0L) < event.version()) {
                parts.computeIfAbsent(event.digest(), _ -> new HashSet<>()).add(event.unit());
            }
        }
        for (var part : parts.entrySet()) {
            if (!whole.contains(part.getKey())) {
                update(part.getKey(), part.getValue());
            }
        }
        seen =
                happened.stream()
                        .collect(Collectors.toMap(Changes.Changed::unit, Changes.Changed::version));
        looked = now;
        return changed || !whole.isEmpty() || !parts.isEmpty();
    }

    /// Newest first, as they are asked for.
    private Set<String> outdated(Map<String, String> there) {
        return there.entrySet().stream()
                .filter(digest -> !digest.getValue().equals(revisions.get(digest.getKey())))
                .map(Map.Entry::getKey)
                .sorted(Comparator.reverseOrder())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean forget(Set<String> there) throws IOException {
        Set<String> gone = new HashSet<>(revisions.keySet());
        gone.removeAll(there);
        for (String key : gone) {
            index.writer().deleteDocuments(new Term(Field.DIGEST, key));
            revisions.remove(key);
        }
        return !gone.isEmpty();
    }

    private void update(String key, Set<UnitId> units) throws IOException {
        Set<Subject> subjects = units.stream().map(Subject::of).collect(Collectors.toSet());
        if (subjects.size() > FEW) {
            replace(key);
            return;
        }
        for (Subject subject : subjects) {
            Term id = new Term(Field.ID, subject.id());
            Optional<Document> document = document(workbench.digest(key), subject);
            if (document.isPresent()) {
                index.writer().updateDocument(id, document.get());
            } else {
                index.writer().deleteDocuments(id);
            }
        }
    }

    private void replace(String key) throws IOException {
        StoredDigest digest = workbench.digest(key);
        Map<Subject, List<ReviewItem>> subjects = new LinkedHashMap<>();
        for (Language language : Language.TARGETS) {
            for (ReviewItem item : workbench.items(digest, language)) {
                subjects.computeIfAbsent(Subject.of(item.unit().id()), _ -> new ArrayList<>())
                        .add(item);
            }
        }
        String revision = Changes.revision(digest.revision(), digest.importedAt());
        List<Document> documents = new ArrayList<>();
        documents.add(Documents.digest(key, revision));
        digest.entries().forEach(entry -> documents.add(Documents.paper(digest, entry)));
        for (List<ReviewItem> items : subjects.values()) {
            if (worthIt(items)) {
                documents.add(Documents.of(digest, entry(digest, items), items));
            }
        }
        index.writer().updateDocuments(new Term(Field.DIGEST, key), documents);
        revisions.put(key, revision);
    }

    /// A condensation that nobody asked for has nothing to be found by.
    private static boolean worthIt(Collection<ReviewItem> items) {
        return items.stream()
                .anyMatch(item ->
                        item.unit().id().kind() == UnitKind.TRANSLATION || item.version() > 0);
    }

    /// Empty when the digest does not hold it any more.
    private Optional<Document> document(StoredDigest digest, Subject subject) {
        Optional<StoredDigest.Entry> entry =
                digest.entries().stream().filter(subject::in).findFirst();
        return entry.map(found ->
                Documents.of(
                        digest,
                        found,
                        Language.TARGETS.stream()
                                .map(subject::unit)
                                .map(workbench::item)
                                .toList()));
    }

    private static StoredDigest.Entry entry(StoredDigest digest, List<ReviewItem> items) {
        int number = items.getFirst().unit().entry();
        return digest.entries().stream()
                .filter(entry -> entry.entry().number() == number)
                .findFirst()
                .orElseThrow();
    }

    /// A segment or an entry, whatever the language.
    private record Subject(UnitKind kind, long number) {

        static Subject of(UnitId unit) {
            return new Subject(unit.kind(), unit.subject());
        }

        boolean in(StoredDigest.Entry entry) {
            return kind == UnitKind.TRANSLATION
                    ? entry.segments().stream().anyMatch(segment -> segment.id() == number)
                    : entry.id() == number;
        }

        UnitId unit(Language language) {
            return new UnitId(kind, number, language);
        }

        String id() {
            return kind.wire() + "-" + number;
        }
    }
}
