package hanji.memory;

import hanji.segment.Language;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The stretches of a few characters that a folded text consists of, each once.
final class Grams extends TokenStream {

    static final int TRIGRAM = 3;
    static final int PAIR = 2;

    /// Stands behind the end, so that the last characters begin a stretch, too.
    private static final String END = "\u0003\u0003";

    private final Iterator<String> grams;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    private Grams(Set<String> grams) {
        this.grams = grams.iterator();
    }

    /// A Chinese or Japanese word often has two characters, in other scripts pairs say little.
    static int size(Language language) {
        return switch (language) {
            case KO, EN, DE -> TRIGRAM;
            case JA, ZH_CN -> PAIR;
        };
    }

    /// Those of a text from its first to its last character.
    static TokenStream ofText(String folded, int size) {
        return new Grams(in(folded + END.substring(0, size - 1), size));
    }

    /// Those inside of a text; none when it is shorter than one.
    static Set<String> in(String folded, int size) {
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i + size <= folded.length(); i++) {
            grams.add(folded.substring(i, i + size));
        }
        return grams;
    }

    /// As [#ofText], to look for.
    static Set<String> asked(String folded, int size) {
        return in(folded + END.substring(0, size - 1), size);
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!grams.hasNext()) {
            return false;
        }
        term.append(grams.next());
        return true;
    }
}
