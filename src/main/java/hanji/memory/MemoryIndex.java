package hanji.memory;

import hanji.store.KeptIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// The pairs, ready to be found. A digest's are replaced in one step together with the stamp that
/// says which they are, so that whatever a killed process leaves is whole digests.
public final class MemoryIndex implements AutoCloseable {

    /// Raised with each change of what documents hold; another one makes the index anew.
    private static final String FORMAT = "2";

    private final KeptIndex index;

    private MemoryIndex(KeptIndex index) {
        this.index = index;
    }

    /// @param folder null for memory
    public static MemoryIndex open(@Nullable Path folder) throws IOException {
        return new MemoryIndex(KeptIndex.open(folder, FORMAT, new KeywordAnalyzer()));
    }

    /// Puts all pairs of a digest where its former ones were; found after [#refresh].
    public void replace(String digest, String stamp, List<MemoryPair> pairs) throws IOException {
        index.writer()
                .updateDocuments(
                        new Term(Field.DIGEST, digest), Documents.of(digest, stamp, pairs));
    }

    void remove(String digest) throws IOException {
        index.writer().deleteDocuments(new Term(Field.DIGEST, digest));
    }

    /// At most five, the best first: the same source in the same context, the same source, and
    /// those that are at least 70 % like it, by [MemoryMatch#score].
    ///
    /// @param now for the age of what is found
    public List<MemoryMatch> matches(MemoryQuery query, Instant now) throws IOException {
        return index.read(searcher -> new Lookup(searcher, query, now).matches());
    }

    /// The pairs that can stand for sources as they are (see [MemoryMatch#whole]), many at once:
    /// what no pair has costs one look into the list of hashes.
    public Map<MemoryQuery, MemoryMatch> whole(Collection<MemoryQuery> queries, Instant now)
            throws IOException {
        return index.read(searcher -> new WholeMatches(searcher, now).of(queries));
    }

    Concordance.Found find(Concordance asked) throws IOException {
        return index.read(searcher -> new Occurrences(searcher, asked).found());
    }

    /// The stamps of the digests it holds.
    Map<String, String> stamps() throws IOException {
        return index.read(MemoryIndex::stamps);
    }

    private static Map<String, String> stamps(IndexSearcher searcher) throws IOException {
        Map<String, String> stamps = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            PostingsEnum found = leaf.reader().postings(new Term(Field.STAMP, Field.STAMP));
            Bits live = leaf.reader().getLiveDocs();
            while (found != null && found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(found.docID())) {
                    Document document =
                            leaf.reader()
                                    .storedFields()
                                    .document(found.docID(), Set.of(Field.DIGEST, Field.STAMP));
                    stamps.put(document.get(Field.DIGEST), document.get(Field.STAMP));
                }
            }
        }
        return stamps;
    }

    public void refresh() throws IOException {
        index.refresh();
    }

    public void commit() throws IOException {
        index.commit();
    }

    /// Of what is in its folder; 0 in memory.
    public long bytes() throws IOException {
        return index.bytes();
    }

    @Override
    public void close() throws IOException {
        index.close();
    }

    void abandon() {
        index.abandon();
    }
}
