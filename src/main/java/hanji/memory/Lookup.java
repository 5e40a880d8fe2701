package hanji.memory;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// Finds the pairs for a source: candidates by the stretches of three characters they share (rare
/// ones weigh more), then by [Similarity]. A source of up to 28 characters is looked for by
/// stretches of two: every one that is 70 % like it shares some.
final class Lookup {

    /// Matches that are given.
    static final int MOST = 5;

    /// Candidates that are compared: more change nothing in what `./hanji bench memory` finds.
    private static final int CANDIDATES = 400;

    /// Sources of which the same text is looked at.
    private static final int SAME = 100;

    /// Stretches that are looked for, the rarest of the source.
    private static final int STRETCHES = 64;

    private static final Comparator<MemoryMatch> BEST_FIRST =
            Comparator.comparing((MemoryMatch match) -> match instanceof MemoryMatch.Fuzzy)
                    .thenComparing(Comparator.comparingInt(MemoryMatch::score).reversed())
                    .thenComparing(match -> match.pair().at(), Comparator.reverseOrder())
                    .thenComparing(match -> match.pair().unit().toString());

    /// @param percent of similarity
    private record Near(int document, int percent) {}

    private record Stretch(Term term, TermStates states) {}

    private final IndexSearcher searcher;
    private final MemoryQuery query;
    private final Instant now;
    private final String plain;

    Lookup(IndexSearcher searcher, MemoryQuery query, Instant now) {
        this.searcher = searcher;
        this.query = query;
        this.now = now;
        this.plain = Plain.of(query.source());
    }

    List<MemoryMatch> matches() throws IOException {
        if (plain.isEmpty() || searcher.getIndexReader().docFreq(spoken()) == 0) {
            return List.of();
        }
        List<MemoryMatch> matches = new ArrayList<>(same());
        int enough = Penalties.MACHINE + Penalties.OTHER_PAPER + Penalties.OLDEST;
        Set<String> texts = new HashSet<>();
        int least = 0;
        for (Near near : near()) {
            // no penalty makes up for that
            if (texts.size() >= MOST && near.percent() < least - enough) {
                break;
            }
            MemoryPair pair = pair(near.document());
            if (pair != null) {
                matches.add(fuzzy(pair, near.percent()));
                if (texts.size() < MOST && texts.add(pair.source() + "\n" + pair.target())) {
                    least = near.percent();
                }
            }
        }
        return distinct(matches);
    }

    /// Those with the same source.
    List<MemoryMatch> sameBestFirst() throws IOException {
        return plain.isEmpty() ? List.of() : same().stream().sorted(BEST_FIRST).toList();
    }

    /// One of those with the same source and text: the best.
    private static List<MemoryMatch> distinct(List<MemoryMatch> matches) {
        Set<String> seen = new HashSet<>();
        return matches.stream()
                .sorted(BEST_FIRST)
                .filter(match ->
                        seen.add(Plain.of(match.pair().source()) + "\n" + match.pair().target()))
                .limit(MOST)
                .toList();
    }

    private List<MemoryMatch> same() throws IOException {
        BooleanQuery exactly =
                new BooleanQuery.Builder()
                        .add(
                                new TermQuery(new Term(Field.HASH, Plain.hash(plain).hex())),
                                Occur.FILTER)
                        .add(language(), Occur.FILTER)
                        .build();
        List<MemoryMatch> matches = new ArrayList<>();
        Sort newest = new Sort(new SortField(Field.CHANGED, SortField.Type.LONG, true));
        for (ScoreDoc found : searcher.search(exactly, SAME, newest).scoreDocs) {
            MemoryPair pair = pair(found.doc);
            if (pair != null && !pair.unit().equals(query.except())) {
                matches.add(MemoryMatch.same(pair, query, now));
            }
        }
        return matches;
    }

    private MemoryMatch fuzzy(MemoryPair pair, int percent) {
        Differences differences = Differences.of(query.source(), pair.source());
        return new MemoryMatch.Fuzzy(
                pair,
                percent,
                Penalties.of(pair, query, now),
                differences.missing(),
                differences.other());
    }

    /// The nearest first, without the same.
    private List<Near> near() throws IOException {
        Similarity similarity = new Similarity(plain);
        List<ScoreDoc> found =
                new ArrayList<>(List.of(searcher.search(candidates(), CANDIDATES).scoreDocs));
        found.sort(Comparator.comparingInt(one -> one.doc));
        List<Near> near = new ArrayList<>();
        int leaf = -1;
        BinaryDocValues texts = null;
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (ScoreDoc one : found) {
            int in = ReaderUtil.subIndex(one.doc, leaves);
            if (texts == null || in != leaf) {
                leaf = in;
                texts = leaves.get(in).reader().getBinaryDocValues(Field.PLAIN);
            }
            if (texts != null && texts.advanceExact(one.doc - leaves.get(in).docBase)) {
                String text = texts.binaryValue().utf8ToString();
                int percent = similarity.percent(text);
                if (percent >= Similarity.LEAST && !text.equals(plain)) {
                    near.add(new Near(one.doc, percent));
                }
            }
        }
        near.sort(Comparator.comparingInt(Near::percent).reversed());
        return near;
    }

    /// The rarest stretches, as one flat query, for which Lucene passes over what cannot be among
    /// the best.
    private Query candidates() throws IOException {
        boolean few = plain.length() <= Field.SHORT_ASKED;
        BooleanQuery.Builder any = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
        for (Stretch stretch :
                rarest(few ? Field.PAIRS : Field.SOURCE, few ? Grams.PAIR : Grams.TRIGRAM)) {
            any.add(new TermQuery(stretch.term(), stretch.states()), Occur.SHOULD);
        }
        int shortest = (plain.length() * Similarity.LEAST + 99) / 100;
        int longest = plain.length() * 100 / Similarity.LEAST;
        return any.add(language(), Occur.FILTER)
                .add(IntPoint.newRangeQuery(Field.LENGTH, shortest, longest), Occur.FILTER)
                .build();
    }

    private List<Stretch> rarest(String field, int size) throws IOException {
        List<Stretch> stretches = new ArrayList<>();
        for (String gram : Grams.asked(Plain.folded(query.source()), size)) {
            Term term = new Term(field, gram);
            TermStates states = TermStates.build(searcher, term, true);
            if (states.docFreq() > 0) {
                stretches.add(new Stretch(term, states));
            }
        }
        stretches.sort(Comparator.comparingInt(one -> one.states().docFreq()));
        return stretches.subList(0, Math.min(STRETCHES, stretches.size()));
    }

    private Query language() {
        return new ConstantScoreQuery(new TermQuery(spoken()));
    }

    private Term spoken() {
        return new Term(Field.LANGUAGE, query.language().tag());
    }

    private @Nullable MemoryPair pair(int document) throws IOException {
        String field = Field.pair(query.language());
        return Documents.pair(
                searcher.storedFields().document(document, Set.of(field)), query.language());
    }
}
