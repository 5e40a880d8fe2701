package hanji.termbase;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a Korean text may be speaking of by one word each: its words, with and without what may be
/// particles.
final class KoreanWords {

    /// A syllable by itself is a counter or a particle more often than a word.
    private static final int LEAST = 2;

    private static final Pattern WORD = Pattern.compile("[\\uAC00-\\uD7A3]{2,}");

    private KoreanWords() {}

    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (Matcher found = WORD.matcher(text); found.find(); ) {
            String word = found.group();
            for (int end = LEAST; end <= word.length(); end++) {
                if (Particles.are(word.charAt(end - 1), word.substring(end))) {
                    words.add(word.substring(0, end));
                }
            }
        }
        return words;
    }
}
