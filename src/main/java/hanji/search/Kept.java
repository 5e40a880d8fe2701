package hanji.search;

import hanji.segment.Language;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;

/// Reads back what an index holds, to compare it with the database.
final class Kept {

    private Kept() {}

    /// The documents of a kind.
    static void each(IndexReader reader, Set<String> fields, String kind, Consumer<Document> then)
            throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum found = leaf.reader().postings(new Term(Field.KIND, kind));
            StoredFields stored = leaf.reader().storedFields();
            Bits live = leaf.reader().getLiveDocs();
            while (found != null && found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(found.docID())) {
                    then.accept(stored.document(found.docID(), fields));
                }
            }
        }
    }

    /// The contents of digests it holds.
    static Map<String, String> digests(IndexSearcher searcher) throws IOException {
        Map<String, String> digests = new HashMap<>();
        each(
                searcher.getIndexReader(),
                Set.of(Field.DIGEST, Field.REVISION),
                Field.DIGEST_KIND,
                document -> digests.put(document.get(Field.DIGEST), document.get(Field.REVISION)));
        return digests;
    }

    /// The stamps of units that something has happened to.
    static Map<String, Long> stamps(IndexSearcher searcher) throws IOException {
        Map<String, Long> stamps = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            for (Language language : Language.TARGETS) {
                stamps(leaf.reader(), language, stamps);
            }
        }
        return stamps;
    }

    private static void stamps(LeafReader reader, Language language, Map<String, Long> stamps)
            throws IOException {
        NumericDocValues values = reader.getNumericDocValues(Field.stamp(language));
        StoredFields stored = reader.storedFields();
        Bits live = reader.getLiveDocs();
        while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (values.longValue() != 0 && (live == null || live.get(values.docID()))) {
                String id = stored.document(values.docID(), Set.of(Field.ID)).get(Field.ID);
                stamps.put(id + "-" + language.tag(), values.longValue());
            }
        }
    }
}
