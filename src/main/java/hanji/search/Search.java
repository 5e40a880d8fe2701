package hanji.search;

import hanji.segment.Problem;
import hanji.store.Database;
import hanji.store.Following;
import hanji.store.KeptIndex;
import hanji.workbench.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Finds bullets, condensations and papers. The index is made from the database and follows it
/// within about two seconds, in the background; what is found is what stood then.
public final class Search implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Search.class);

    /// Raised with each change of what documents hold; another one makes the index anew.
    private static final String FORMAT = "1";

    private static final long COMMIT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long REFRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    /// What other servers' clocks and long transactions hid is found at the latest then.
    private static final long RECONCILE_NANOS = TimeUnit.MINUTES.toNanos(10);

    private static final Sort BEST =
            new Sort(
                    SortField.FIELD_SCORE,
                    new SortField(Field.DIGEST, SortField.Type.STRING, true),
                    new SortField(Field.ENTRY, SortField.Type.LONG),
                    new SortField(Field.NUMBER, SortField.Type.LONG));

    private static final Sort NEWEST =
            new Sort(
                    new SortField(Field.CHANGED, SortField.Type.LONG, true),
                    new SortField(Field.DIGEST, SortField.Type.STRING, true),
                    new SortField(Field.ENTRY, SortField.Type.LONG),
                    new SortField(Field.NUMBER, SortField.Type.LONG));

    /// What the texts themselves tell beside being found.
    private record Told(Glosses glosses, Choices choices) {}

    private final Database database;
    private final Workbench workbench;
    private final Clock clock;
    private final @Nullable Path folder;
    private final String format;
    private final Following following = new Following("search index", this::catchUp, this::abandon);

    private volatile @Nullable KeptIndex index;
    private volatile Told told = new Told(Glosses.NONE, Choices.NONE);
    private volatile Readiness readiness = new Readiness.Building(0, 0);
    private @Nullable Indexing indexing;
    private long committed;
    private long refreshed;
    private long reconciled;

    /// @param folder for the index; null to keep it in memory
    /// @param configuration of models and prompts, on which it depends whether a text is stale;
    ///   another one makes the index anew
    public Search(
            Database database,
            Workbench workbench,
            Clock clock,
            @Nullable Path folder,
            String configuration) {
        this.database = database;
        this.workbench = workbench;
        this.clock = clock;
        this.folder = folder;
        this.format = FORMAT + " " + configuration;
    }

    /// Opens the index, makes what is missing of it, and follows the database from then on. Returns
    /// at once.
    public void start() {
        following.start();
    }

    /// Does by now what the background does in its time.
    void catchUp() throws IOException {
        KeptIndex open = index;
        Indexing work = indexing;
        if (open == null || work == null) {
            readiness = new Readiness.Building(0, 0);
            open = KeptIndex.open(folder, format, Analyzers.ofFields());
            work = new Indexing(open, new Changes(database), workbench, clock);
            index = open;
            indexing = work;
            tell(open);
        }
        long now = System.nanoTime();
        if (!(readiness instanceof Readiness.Ready) || now - reconciled > RECONCILE_NANOS) {
            KeptIndex here = open;
            work.reconcile(progress -> working(here, progress));
            tell(open);
            commit(open);
            reconciled = now;
            readiness = new Readiness.Ready();
        } else if (work.follow()) {
            tell(open);
        }
        if (now - committed > COMMIT_NANOS) {
            commit(open);
        }
    }

    private void working(KeptIndex open, Indexing.Progress progress) {
        if (following.stopping()) {
            throw new AlreadyClosedException("closing");
        }
        if (!(readiness instanceof Readiness.Ready)) {
            readiness = new Readiness.Building(progress.done(), progress.all());
        }
        try {
            if (System.nanoTime() - refreshed > REFRESH_NANOS) {
                tell(open);
            }
            if (System.nanoTime() - committed > COMMIT_NANOS) {
                commit(open);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(KeptIndex open) throws IOException {
        open.refresh();
        told =
                open.read(searcher ->
                        new Told(
                                Glosses.of(searcher.getIndexReader()),
                                Choices.of(searcher.getIndexReader())));
        refreshed = System.nanoTime();
    }

    private void commit(KeptIndex open) throws IOException {
        open.commit();
        committed = System.nanoTime();
    }

    private void abandon() {
        KeptIndex open = index;
        index = null;
        indexing = null;
        readiness = new Readiness.Trouble();
        if (open != null) {
            open.abandon();
        }
    }

    public Readiness readiness() {
        return readiness;
    }

    public Choices choices() {
        return told.choices();
    }

    /// How many terms the digests gloss.
    int glosses() {
        return told.glosses().size();
    }

    /// What else a term is called.
    Set<String> forms(String term) {
        return told.glosses().forms(term);
    }

    long bytes() throws IOException {
        KeptIndex open = index;
        return open == null ? 0 : open.bytes();
    }

    /// The best first; without words, what changed last. A search that asks for nothing finds
    /// nothing.
    public Found find(SearchQuery query) {
        KeptIndex open = index;
        if (open == null || query.blank()) {
            return new Found(0, List.of(), readiness);
        }
        Queries.Made made = new Queries(open.analyzer(), told.glosses(), clock.instant()).of(query);
        try {
            return open.read(searcher -> found(searcher, open, query, made));
        } catch (AlreadyClosedException e) {
            return new Found(0, List.of(), readiness);
        } catch (CorruptIndexException e) {
            following.giveUp();
            return new Found(0, List.of(), new Readiness.Trouble());
        } catch (IOException e) {
            throw new Problem(
                            Problem.Kind.STORAGE,
                            "The search index cannot be read: try again soon.")
                    .causedBy(e);
        }
    }

    private Found found(
            IndexSearcher searcher, KeptIndex open, SearchQuery query, Queries.Made made)
            throws IOException {
        TopFieldDocs top =
                searcher.search(
                        made.found(),
                        new TopFieldCollectorManager(
                                query.words().isBlank() ? NEWEST : BEST,
                                query.offset() + query.limit(),
                                Integer.MAX_VALUE));
        Hits hits = new Hits(new Highlights(open.analyzer(), made.shown()), query.language());
        List<Hit> page = new ArrayList<>();
        for (int at = query.offset(); at < top.scoreDocs.length; at++) {
            ScoreDoc doc = top.scoreDocs[at];
            Document document = searcher.storedFields().document(doc.doc);
            page.add(hits.of(document));
        }
        return new Found(top.totalHits.value(), page, readiness);
    }

    /// What is not committed yet is made again at the next start.
    @Override
    public void close() {
        if (!following.stop()) {
            return;
        }
        KeptIndex open = index;
        index = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            LOG.warn("The search index was not closed well; it is checked at the next start.", e);
        }
    }
}
