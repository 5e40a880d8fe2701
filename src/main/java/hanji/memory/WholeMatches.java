package hanji.memory;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/// Finds the same sources for many at once. The hashes are looked for in their order, in one walk
/// through each part of the index; only what is there is read.
final class WholeMatches {

    private final IndexSearcher searcher;
    private final Instant now;

    WholeMatches(IndexSearcher searcher, Instant now) {
        this.searcher = searcher;
        this.now = now;
    }

    Map<MemoryQuery, MemoryMatch> of(Collection<MemoryQuery> queries) throws IOException {
        if (searcher.getIndexReader().getDocCount(Field.HASH) == 0) {
            return Map.of();
        }
        TreeMap<BytesRef, Boolean> there = new TreeMap<>();
        Map<MemoryQuery, BytesRef> hashes = new HashMap<>();
        for (MemoryQuery query : queries) {
            BytesRef hash = new BytesRef(Plain.hash(query.source()).hex());
            hashes.put(query, hash);
            there.put(hash, false);
        }
        mark(there);
        Map<MemoryQuery, MemoryMatch> found = new HashMap<>();
        for (var one : hashes.entrySet()) {
            if (Boolean.TRUE.equals(there.get(one.getValue()))) {
                List<MemoryMatch> same = new Lookup(searcher, one.getKey(), now).sameBestFirst();
                same.stream()
                        .filter(MemoryMatch::whole)
                        .findFirst()
                        .ifPresent(match -> found.put(one.getKey(), match));
            }
        }
        return found;
    }

    private void mark(TreeMap<BytesRef, Boolean> there) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms hashes = leaf.reader().terms(Field.HASH);
            if (hashes != null) {
                TermsEnum terms = hashes.iterator();
                for (var one : there.entrySet()) {
                    if (!one.getValue() && terms.seekExact(one.getKey())) {
                        one.setValue(true);
                    }
                }
            }
        }
    }
}
