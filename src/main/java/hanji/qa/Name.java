package hanji.qa;

import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A Latin name of a text with the words it is built of: `Llama-2` of `Llama` and `2`.
record Name(Span span, List<Word> words) {

    /// Longer ones are hashes and the like; the bound keeps the search for them short.
    private static final int LONGEST = 200;

    /// No bullet holds as many.
    private static final int MOST = 2_000;

    /// What stands between two words of one name.
    private static final String JOINTS = " \u00a0-\u2010\u2011\u2013_.@/";

    /// @param key in lower case and without a plural's ending
    /// @param capitals whether it is nothing else, as `US`
    record Word(Span span, String key, boolean capitals, boolean small) {

        /// `US` is not `us`.
        boolean same(Word other) {
            return key.equals(other.key)
                    && !(capitals && other.small)
                    && !(small && other.capitals);
        }
    }

    /// The names of a masked text, in its order.
    static List<Name> in(String text) {
        List<Name> names = new ArrayList<>();
        for (Span span : Tokens.names(text)) {
            if (span.length() <= LONGEST && names.size() < MOST) {
                names.add(new Name(span, words(text, span)));
            }
        }
        return names;
    }

    /// All runs of Latin letters and digits in a stretch.
    static List<Word> words(String text, Span within) {
        List<Word> words = new ArrayList<>();
        for (int at = within.start(); at < within.end(); at++) {
            int end = at;
            while (end < within.end() && inside(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                words.add(word(text, new Span(at, end)));
                at = end;
            }
        }
        return words;
    }

    private static Word word(String text, Span span) {
        String written = span.of(text);
        String small = written.toLowerCase(Locale.ROOT);
        boolean letters = written.chars().noneMatch(Scripts::digit) && written.length() > 1;
        return new Word(
                span,
                EntityCheck.singular(small),
                letters && written.equals(written.toUpperCase(Locale.ROOT)),
                written.equals(small));
    }

    /// Whether nothing but a blank, a hyphen or their like divides two stretches.
    static boolean joined(String text, Span one, Span next) {
        return next.start() == one.end() + 1 && JOINTS.indexOf(text.charAt(one.end())) >= 0;
    }

    private static boolean inside(char c) {
        return Scripts.latin(c) || Scripts.digit(c);
    }
}
