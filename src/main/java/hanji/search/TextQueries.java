package hanji.search;

import hanji.segment.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/// The ways in which a word or a phrase can stand in a field.
final class TextQueries {

    /// Fewer syllables than these also come together by chance, where one word ends and the next
    /// begins.
    private static final int COMPOUND = 4;

    private final Analyzer analyzer;
    private final QueryBuilder builder;

    TextQueries(Analyzer analyzer) {
        this.analyzer = analyzer;
        this.builder = new QueryBuilder(analyzer);
    }

    /// Nothing where the words hold nothing that can be looked for, as particles and points.
    List<Query> anywhere(List<String> fields, Words.Word word) {
        return fields.stream()
                .flatMap(field ->
                        word.open() || single(field, word.text())
                                ? Stream.of(
                                        phrase(field, word.text(), 0), begun(field, word.text()))
                                : Stream.of(phrase(field, word.text(), 0)))
                .filter(Objects::nonNull)
                .toList();
    }

    /// @param slop how many words may stand between
    List<Query> phrases(List<String> fields, String text, int slop) {
        return fields.stream()
                .map(field -> phrase(field, text, slop))
                .filter(Objects::nonNull)
                .toList();
    }

    /// A word that the Korean dictionary cuts in parts is a phrase too; where it stands cut
    /// otherwise, its syllables are found one after the other.
    private @Nullable Query phrase(String field, String text, int slop) {
        if (!field.equals(Field.SYLLABLES)) {
            return builder.createPhraseQuery(field, text, slop);
        }
        String stem = Korean.in(text) && slop < 2 ? Korean.stem(text) : "";
        return stem.length() < COMPOUND ? null : builder.createPhraseQuery(field, stem, 0);
    }

    /// A single character is no pair, but pairs begin with it.
    private static boolean single(String field, String text) {
        return text.codePointCount(0, text.length()) == 1
                && Character.isIdeographic(text.codePointAt(0))
                && (field.equals(Field.target(Language.JA))
                        || field.equals(Field.target(Language.ZH_CN)));
    }

    /// What begins as a single word does; of several, the phrase alone is meant.
    private @Nullable Query begun(String field, String text) {
        if (field.equals(Field.SYLLABLES)) {
            return null;
        }
        List<String> terms = terms(field, text);
        return terms.size() == 1 ? new PrefixQuery(new Term(field, terms.getFirst())) : null;
    }

    private List<String> terms(String field, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
