package hanji.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds what a Korean text glosses: 확산 모델(Diffusion Model). How much of what stands before the
/// bracket belongs to the term, one text does not say; [Glosses] counts.
final class GlossFinder {

    /// @param english as [#normalised]
    /// @param korean without blanks
    record Pair(String english, String korean) {}

    private static final Pattern BRACKET =
            Pattern.compile("\\(([A-Za-z][A-Za-z0-9 ,/+-]{1,80})\\)");

    private static final Pattern PLURAL = Pattern.compile("(?<=[a-rt-z]{3})s\\b");

    /// How far before a bracket its term may begin.
    private static final int REACH = 60;

    private static final int MOST_WORDS = 4;

    private GlossFinder() {}

    static List<Pair> in(String text) {
        List<Pair> pairs = new ArrayList<>();
        Matcher bracket = BRACKET.matcher(text);
        while (bracket.find()) {
            String before =
                    text.substring(Math.max(0, bracket.start() - REACH), bracket.start())
                            .stripTrailing();
            if (before.isEmpty() || !Korean.syllable(before.charAt(before.length() - 1))) {
                continue;
            }
            List<String> terms = terms(before);
            for (String english : bracket.group(1).split("[,/]")) {
                int words = words(english);
                if (words > 0) {
                    terms.stream()
                            .limit(words)
                            .forEach(term -> pairs.add(new Pair(normalised(english), term)));
                }
            }
        }
        return pairs;
    }

    /// In small letters, hyphens as blanks, without the plural's s.
    static String normalised(String english) {
        String flat =
                english.toLowerCase(Locale.ROOT).replace('-', ' ').strip().replaceAll("\\s+", " ");
        return PLURAL.matcher(flat).replaceAll("");
    }

    /// How many Korean words may stand for it: as many as it has, or letters for an abbreviation.
    private static int words(String english) {
        String bare = english.strip();
        int words = bare.split("[ -]+").length;
        boolean letters = bare.length() < 2 || !Character.isLetter(bare.charAt(0));
        if (letters || words > 6) {
            return 0;
        }
        long capitals = bare.chars().filter(Character::isUpperCase).count();
        return (int) Math.min(MOST_WORDS, words == 1 ? Math.max(1, capitals) : words);
    }

    /// The last word, the last two, and so on, as long as they are nouns.
    private static List<String> terms(String before) {
        TreeSet<Integer> nounEnds =
                Korean.parts(before).stream()
                        .filter(Korean.Part::noun)
                        .map(Korean.Part::end)
                        .collect(Collectors.toCollection(TreeSet::new));
        List<String> terms = new ArrayList<>();
        int end = before.length();
        while (end > 0 && terms.size() < MOST_WORDS && nounEnds.contains(end)) {
            int start = before.lastIndexOf(' ', end - 1) + 1;
            String word = before.substring(start, end);
            if (!word.codePoints()
                    .allMatch(c -> Korean.syllable(c) || Character.isLetterOrDigit(c))) {
                break;
            }
            terms.add(word + (terms.isEmpty() ? "" : terms.getLast()));
            end = start == 0 ? 0 : start - 1;
        }
        return terms;
    }
}
