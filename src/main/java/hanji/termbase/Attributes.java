package hanji.termbase;

import java.util.Set;

/// Korean words that stand before a term without being part of it: attributes made of verbs,
/// determiners, adverbs and conjunctions (`hanji/termbase/attributes.txt`).
final class Attributes {

    private static final Lines LINES = Lines.read("attributes.txt");
    private static final Set<String> NEVER = LINES.words("never");
    private static final Set<String> SELDOM = LINES.words("seldom");
    private static final Set<String> ENDINGS = LINES.words("ending");
    private static final Set<String> NOUNS = LINES.words("noun");

    /// The genitive particle, `ui`.
    private static final String GENITIVE = "\uC758";

    private static final Set<String> OUTSIDE = LINES.words("outside");

    private static final int LONGEST = 4;

    private Attributes() {}

    static boolean genitive(String word) {
        return word.endsWith(GENITIVE);
    }

    /// Words that never are part of a term.
    static boolean never(String word) {
        return NEVER.contains(word) || ends(word, OUTSIDE);
    }

    static boolean are(String word) {
        return never(word) || SELDOM.contains(word) || !NOUNS.contains(word) && ends(word, ENDINGS);
    }

    private static boolean ends(String word, Set<String> endings) {
        for (int length = 1; length <= Math.min(LONGEST, word.length()); length++) {
            // one syllable before one more is a noun as often as not
            boolean telling = length > 1 || word.length() > 2;
            if (telling && endings.contains(word.substring(word.length() - length))) {
                return true;
            }
        }
        return false;
    }
}
