package hanji.memory;

import hanji.segment.Language;
import java.util.List;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/// Names of what a document of the index holds. One document is one source; the texts of all
/// languages hang on it.
final class Field {

    /// In characters; sources up to here also have their pairs of characters. A source of 28 has
    /// none that is at least 70 % like it and longer.
    static final int SHORT = 40;

    static final int SHORT_ASKED = 28;

    static final String DIGEST = "digest";

    /// Of the one document that says what of a digest the index holds.
    static final String STAMP = "stamp";

    static final String HASH = "hash";
    static final String SOURCE = "source";
    static final String PAIRS = "pairs";
    static final String PLAIN = "plain";
    static final String LENGTH = "length";
    static final String LANGUAGE = "language";
    static final String CHANGED = "changed";

    static final FieldType GRAMS = new FieldType();

    static {
        GRAMS.setIndexOptions(IndexOptions.DOCS);
        GRAMS.setTokenized(true);
        GRAMS.setOmitNorms(true);
        GRAMS.freeze();
    }

    private Field() {}

    /// A language's texts.
    static String target(Language language) {
        return "target-" + language.tag();
    }

    /// The whole pair, as JSON.
    static String pair(Language language) {
        return "pair-" + language.tag();
    }

    static String grams(Language language) {
        return language == Language.SOURCE ? SOURCE : target(language);
    }

    /// The source and all languages' texts, or one language's.
    static List<Language> languages(@Nullable Language target) {
        return target == null ? List.of(Language.values()) : List.of(Language.SOURCE, target);
    }
}
