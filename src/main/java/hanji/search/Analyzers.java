package hanji.search;

import hanji.segment.Language;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanReadingFormFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// How each language's words are told apart. Stemming is light and nothing is left out of Western
/// texts, so that phrases are phrases; Japanese and Chinese go by pairs of characters, which never
/// miss a word that a dictionary would cut otherwise.
final class Analyzers {

    /// Between two syllables a blank is a matter of taste: 확산 모델, 확산모델.
    private static final Pattern BLANK_IN_HANGUL =
            Pattern.compile("(?<=[\\uAC00-\\uD7A3])\\s(?=[\\uAC00-\\uD7A3])");

    private Analyzers() {}

    static Analyzer ofFields() {
        Map<String, Analyzer> fields = new HashMap<>();
        Analyzer korean = korean();
        Analyzer names = western(Stem.NONE);
        fields.put(Field.SOURCE, korean);
        fields.put(Field.TITLE, korean);
        fields.put(Field.SYLLABLES, syllables());
        fields.put(Field.AUTHORS, names);
        for (Language language : Language.values()) {
            fields.put(Field.target(language), of(language, korean));
        }
        return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), fields);
    }

    private static Analyzer of(Language language, Analyzer korean) {
        return switch (language) {
            case KO -> korean;
            case EN -> western(Stem.ENGLISH);
            case DE -> western(Stem.GERMAN);
            case JA, ZH_CN -> pairs();
        };
    }

    private enum Stem {
        NONE,
        ENGLISH,
        GERMAN
    }

    /// Compounds in their parts, without particles and endings; Latin words among them as English.
    private static Analyzer korean() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = Korean.tokenizer();
                TokenStream kept =
                        new StopFilter(new KoreanPartOfSpeechStopFilter(words), Korean.PARTICLES);
                return new TokenStreamComponents(
                        words,
                        new EnglishMinimalStemFilter(
                                new ASCIIFoldingFilter(
                                        new LowerCaseFilter(new KoreanReadingFormFilter(kept)))));
            }
        };
    }

    private static Analyzer western(Stem stem) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                TokenStream lower = new LowerCaseFilter(new EnglishPossessiveFilter(words));
                return new TokenStreamComponents(
                        words,
                        switch (stem) {
                            case NONE -> new ASCIIFoldingFilter(lower);
                            case ENGLISH ->
                                    new EnglishMinimalStemFilter(new ASCIIFoldingFilter(lower));
                            case GERMAN ->
                                    new GermanLightStemFilter(new GermanNormalizationFilter(lower));
                        });
            }
        };
    }

    private static Analyzer pairs() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(
                        words, new CJKBigramFilter(new LowerCaseFilter(new CJKWidthFilter(words))));
            }
        };
    }

    private static Analyzer syllables() {
        return new Analyzer() {
            @Override
            protected Reader initReader(String field, Reader text) {
                return new PatternReplaceCharFilter(BLANK_IN_HANGUL, "", text);
            }

            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(
                        words,
                        new CJKBigramFilter(new LowerCaseFilter(words), CJKBigramFilter.HANGUL));
            }
        };
    }
}
