package hanji.memory;

import hanji.segment.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;

/// Answers a [Concordance]: documents that have all stretches of the words in one text, of which
/// those stay that really hold them.
final class Occurrences {

    /// Sources that are looked at for one page.
    private static final int LOOKED_AT = 5_000;

    private static final Sort NEWEST =
            new Sort(new SortField(Field.CHANGED, SortField.Type.LONG, true), SortField.FIELD_DOC);

    private final IndexSearcher searcher;
    private final Concordance asked;
    private final List<String> needles;
    private final List<Language> sides;

    Occurrences(IndexSearcher searcher, Concordance asked) {
        this.searcher = searcher;
        this.asked = asked;
        this.needles = asked.needles();
        this.sides = Field.languages(asked.language());
    }

    Concordance.Found found() throws IOException {
        List<Concordance.Hit> hits = new ArrayList<>();
        int passed = 0;
        for (ScoreDoc one : searcher.search(query(), LOOKED_AT, NEWEST).scoreDocs) {
            List<MemoryPair> pairs = pairs(searcher.storedFields().document(one.doc));
            if (pairs.isEmpty() || !holds(pairs) || passed++ < asked.offset()) {
                continue;
            }
            if (hits.size() == asked.limit()) {
                return new Concordance.Found(hits, true);
            }
            hits.add(new Concordance.Hit(pairs));
        }
        return new Concordance.Found(hits, false);
    }

    private List<MemoryPair> pairs(Document document) throws IOException {
        List<MemoryPair> pairs = new ArrayList<>();
        for (Language language : sides) {
            MemoryPair pair = Documents.pair(document, language);
            if (pair != null) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private boolean holds(List<MemoryPair> pairs) {
        return holds(pairs.getFirst().source())
                || pairs.stream().anyMatch(pair -> holds(pair.target()));
    }

    private boolean holds(String text) {
        String folded = Plain.folded(text);
        return needles.stream().allMatch(folded::contains);
    }

    private Query query() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        sides.forEach(side -> any.add(in(side), Occur.SHOULD));
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (!needles.isEmpty()) {
            all.add(any.build(), Occur.FILTER);
        }
        BooleanQuery.Builder languages = new BooleanQuery.Builder();
        sides.forEach(side ->
                languages.add(new TermQuery(new Term(Field.LANGUAGE, side.tag())), Occur.SHOULD));
        return all.add(languages.build(), Occur.FILTER).build();
    }

    private Query in(Language side) {
        String field = Field.grams(side);
        int size = Grams.size(side);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String needle : needles) {
            Set<String> grams = Grams.in(needle, size);
            if (grams.isEmpty()) {
                all.add(new PrefixQuery(new Term(field, needle)), Occur.FILTER);
            }
            grams.forEach(gram -> all.add(new TermQuery(new Term(field, gram)), Occur.FILTER));
        }
        return all.build();
    }
}
