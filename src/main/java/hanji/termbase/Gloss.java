package hanji.termbase;

import java.util.ArrayList;
import java.util.List;

/// A Korean text that says in brackets what something is called in English.
///
/// @param before the words before the bracket in their order, the nearest last; no more than a term
///   can have, none from beyond a mark of punctuation
/// @param name what stands in the bracket
record Gloss(List<String> before, EnglishName name, Passage passage, int at) {

    /// Terms have no more words.
    static final int MOST_WORDS = 7;

    private static final int LONGEST = 90;

    /// The glosses of a text in their order.
    static List<Gloss> in(Passage passage) {
        String text = passage.text();
        List<Gloss> found = new ArrayList<>();
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            int close = text.indexOf(')', open);
            if (close < 0) {
                break;
            }
            if (close - open <= LONGEST) {
                List<String> before = before(text, open);
                int at = open;
                if (!before.isEmpty()) {
                    EnglishName.of(text.substring(open + 1, close))
                            .ifPresent(name -> found.add(new Gloss(before, name, passage, at)));
                }
            }
        }
        return found;
    }

    private static List<String> before(String text, int open) {
        List<String> words = new ArrayList<>();
        int end = open > 0 && text.charAt(open - 1) == ' ' ? open - 1 : open;
        while (words.size() < MOST_WORDS && end > 0) {
            int start = end;
            while (start > 0 && inWord(text.charAt(start - 1))) {
                start--;
            }
            if (start == end) {
                break;
            }
            if (start > 0 && text.charAt(start - 1) == ')') {
                // a particle of what was explained before
                break;
            }
            words.addFirst(text.substring(start, end));
            if (start == 0 || text.charAt(start - 1) != ' ') {
                break;
            }
            end = start - 1;
        }
        boolean korean =
                !words.isEmpty() && hangul(words.getLast().charAt(words.getLast().length() - 1));
        return korean ? words : List.of();
    }

    /// What the words count as: those with hyphens as their parts.
    static int parts(List<String> words) {
        return words.stream()
                .mapToInt(word -> (int) word.chars().filter(c -> c == '-' || c == '–').count() + 1)
                .sum();
    }

    private static boolean hangul(char c) {
        return c >= '\uAC00' && c <= '\uD7A3';
    }

    private static boolean inWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '–' || c == '·';
    }
}
