package hanji.search;

import hanji.segment.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// Turns what somebody looks for into Lucene's terms.
///
/// Words that the digests gloss as one term are looked for as that term, in both languages; any
/// other word has to stand somewhere in the bullet. What stands as typed comes first, then what has
/// the words near each other, then the rest.
final class Queries {

    /// @param found decides what is found
    /// @param shown what is marked in the texts
    record Made(Query found, Query shown) {}

    private static final int LONGEST_TERM = 4;

    /// Far above any sum of word scores.
    private static final float AS_TYPED = 2_000;

    private static final float NEAR = 1_000;
    private static final int NEAR_WORDS = 6;

    private final TextQueries texts;
    private final Glosses glosses;
    private final Instant now;

    Queries(Analyzer analyzer, Glosses glosses, Instant now) {
        this.texts = new TextQueries(analyzer);
        this.glosses = glosses;
        this.now = now;
    }

    Made of(SearchQuery asked) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(new TermQuery(new Term(Field.KIND, Field.DIGEST_KIND)), Occur.MUST_NOT);
        Query shown = new MatchNoDocsQuery();
        if (!asked.words().isBlank()) {
            shown = words(asked, all);
        } else if (!asked.ofUnits()) {
            // a digest alone: its bullets
            all.add(new TermQuery(new Term(Field.KIND, Field.PAPER)), Occur.MUST_NOT);
        }
        if (asked.digest() != null) {
            all.add(new TermQuery(new Term(Field.DIGEST, asked.digest())), Occur.FILTER);
        }
        if (asked.ofUnits()) {
            all.add(units(asked), Occur.FILTER);
        }
        if (asked.words().isBlank()) {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        return new Made(all.build(), shown);
    }

    private static List<Language> languages(SearchQuery asked) {
        return asked.language() == null ? Language.TARGETS : List.of(asked.language());
    }

    private Query words(SearchQuery asked, BooleanQuery.Builder all) {
        List<String> fields = new ArrayList<>(List.of(Field.SOURCE, Field.SYLLABLES));
        languages(asked).forEach(language -> fields.add(Field.target(language)));
        List<Words.Word> words = Words.of(asked.words());
        BooleanQuery.Builder shown = new BooleanQuery.Builder();
        BooleanQuery.Builder inText = new BooleanQuery.Builder();
        inText.add(new TermQuery(new Term(Field.KIND, Field.PAPER)), Occur.SHOULD);
        int groups = 0;
        for (int from = 0; from < words.size(); ) {
            Group group = group(words, from, fields);
            from += group.words();
            if (group.text() == null) {
                continue;
            }
            Query meta = any(texts.anywhere(List.of(Field.TITLE, Field.AUTHORS), group.whole()));
            all.add(any(List.of(group.text(), new BoostQuery(meta, 0.5f))), Occur.MUST);
            inText.add(group.text(), Occur.SHOULD);
            shown.add(any(List.of(group.text(), meta)), Occur.SHOULD);
            groups++;
        }
        if (groups == 0) {
            all.add(new MatchNoDocsQuery(), Occur.MUST);
            return new MatchNoDocsQuery();
        }
        all.add(inText.build(), Occur.FILTER);
        String whole = words.stream().map(Words.Word::text).collect(Collectors.joining(" "));
        prefer(all, texts.phrases(fields, whole, 0), AS_TYPED);
        prefer(all, texts.phrases(fields, whole, NEAR_WORDS), NEAR);
        return shown.build();
    }

    /// @param words how many it takes
    /// @param whole the words themselves
    /// @param text null when nothing in it can be looked for
    private record Group(int words, Words.Word whole, @Nullable Query text) {}

    /// The longest term that begins here, else one word.
    private Group group(List<Words.Word> words, int from, List<String> fields) {
        for (int length = Math.min(LONGEST_TERM, words.size() - from); length > 0; length--) {
            List<Words.Word> some = words.subList(from, from + length);
            if (some.stream().anyMatch(Words.Word::exact)) {
                continue;
            }
            String text = some.stream().map(Words.Word::text).collect(Collectors.joining(" "));
            boolean open = some.getLast().open();
            Set<String> forms = glosses.forms(text);
            boolean begun = forms.isEmpty() && open;
            if (begun) {
                forms = glosses.beginning(text);
            }
            if (!forms.isEmpty() && (length > 1 || !begun)) {
                Words.Word whole = new Words.Word(text, true, open);
                List<Query> ways = new ArrayList<>(texts.anywhere(fields, whole));
                forms.forEach(form -> ways.addAll(texts.phrases(fields, form, 1)));
                return new Group(length, whole, any(ways));
            }
        }
        Words.Word word = words.get(from);
        List<Query> ways = texts.anywhere(fields, word);
        return new Group(1, word, ways.isEmpty() ? null : any(ways));
    }

    private static void prefer(BooleanQuery.Builder all, List<Query> ways, float score) {
        if (!ways.isEmpty()) {
            all.add(new BoostQuery(new ConstantScoreQuery(any(ways)), score), Occur.SHOULD);
        }
    }

    /// One unit has to meet all of it, so what is asked stands together for each language.
    private Query units(SearchQuery asked) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Language language : languages(asked)) {
            BooleanQuery.Builder one = new BooleanQuery.Builder();
            is(one, language, "", asked.state());
            is(one, language, "finding:", asked.finding());
            is(one, language, "model:", asked.model());
            is(one, language, "by:", asked.editor());
            if (asked.days() != null) {
                long since = now.minus(Duration.ofDays(asked.days())).toEpochMilli();
                one.add(
                        LongPoint.newRangeQuery(Field.at(language), since, Long.MAX_VALUE),
                        Occur.FILTER);
            }
            any.add(one.build(), Occur.SHOULD);
        }
        return any.build();
    }

    private static void is(
            BooleanQuery.Builder one, Language language, String what, @Nullable String value) {
        if (value != null) {
            one.add(
                    new TermQuery(
                            new Term(Field.IS, Field.is(language, what + Documents.cut(value)))),
                    Occur.FILTER);
        }
    }

    private static Query any(List<Query> ways) {
        return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0.1f);
    }
}
