package hanji.qa;

import hanji.segment.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The brackets in which the digests repeat a Korean term in English: `확산 모델(Diffusion Model)`.
final class Glosses {

    private static final int LONGEST = 120;

    private Glosses() {}

    /// Words of glosses that are written as words, not as abbreviations or names: a translation may
    /// replace them by its own.
    static Set<String> plainWords(String text) {
        Set<String> plain = new HashSet<>();
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            int close = text.indexOf(')', open);
            boolean behindHangul = open > 0 && Scripts.hangul(text.charAt(open - 1));
            boolean afterBlank =
                    open > 1
                            && text.charAt(open - 1) == ' '
                            && Scripts.hangul(text.charAt(open - 2));
            if (close < 0) {
                break;
            }
            if ((behindHangul || afterBlank) && close - open < LONGEST) {
                collect(text.substring(open + 1, close), plain);
            }
        }
        return plain;
    }

    /// The Korean word before a bracket that holds nothing but these words, and the bracket; null
    /// when there is none.
    static @Nullable Span around(String text, Span words) {
        int open = words.start() - 1;
        boolean alone =
                open > 0
                        && text.charAt(open) == '('
                        && words.end() < text.length()
                        && text.charAt(words.end()) == ')';
        int end = alone && text.charAt(open - 1) == ' ' ? open - 1 : open;
        int start = end;
        while (alone && start > 0 && Scripts.hangul(text.charAt(start - 1))) {
            start--;
        }
        return alone && start < end ? new Span(start, words.end() + 1) : null;
    }

    private static void collect(String gloss, Set<String> plain) {
        List<Span> names = Tokens.names(gloss);
        for (Span span : names) {
            String word = span.of(gloss);
            boolean lower =
                    word.chars()
                            .skip(1)
                            .noneMatch(c -> Character.isUpperCase(c) || Scripts.digit(c));
            boolean hyphenated = word.indexOf('-') > 0 && word.chars().noneMatch(Scripts::digit);
            // IO-aware describes; a name begins with a capital in each of its parts
            boolean describes = hyphenated && word.matches(".*-[a-z]{3,}");
            if (describes || names.size() > 1 && (lower || hyphenated)) {
                plain.add(word);
            }
        }
    }
}
