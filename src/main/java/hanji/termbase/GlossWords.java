package hanji.termbase;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the words of all glosses say of each other: how often a Korean word stands before a name
/// with an English word in it, and how often Korean words stand in the texts at all.
final class GlossWords {

    /// A noun is seen with so many particles, none counted as one.
    private static final int NOUN = 3;

    private final Map<String, Integer> korean = new HashMap<>();
    private final Map<String, Map<String, Integer>> together = new HashMap<>();
    private final Map<String, Integer> bare = new HashMap<>();
    private final Map<String, Set<String>> endings = new HashMap<>();
    private final Map<String, Boolean> bearing = new HashMap<>();

    /// Counts the words of a passage.
    void read(String text) {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                count(text.substring(start, i));
                start = -1;
            }
        }
    }

    private void count(String word) {
        if (bare.merge(word, 1, Integer::sum) == 1) {
            endings.computeIfAbsent(word, _ -> new HashSet<>()).add("");
            for (int end = 2; end < word.length(); end++) {
                String rest = word.substring(end);
                if (Particles.are(word.charAt(end - 1), rest)) {
                    endings.computeIfAbsent(word.substring(0, end), _ -> new HashSet<>()).add(rest);
                }
            }
        }
    }

    /// Counts a gloss: the words that may belong to a name of so many.
    void read(List<String> before, List<String> english) {
        int from = before.size() - 1;
        while (from > 0 && Gloss.parts(before.subList(from - 1, before.size())) <= english.size()) {
            from--;
        }
        Set<String> names = new HashSet<>(english);
        for (String word : new HashSet<>(before.subList(from, before.size()))) {
            korean.merge(word, 1, Integer::sum);
            Map<String, Integer> here = together.computeIfAbsent(word, _ -> new HashMap<>());
            names.forEach(name -> here.merge(name, 1, Integer::sum));
        }
    }

    /// How likely a name that the Korean word stands before holds the English one; low for words
    /// that stand before all sorts of names, and for those seen once.
    double says(String word, String name) {
        return together(word, name) / (korean.getOrDefault(word, 0) + 0.5);
    }

    /// How many names with the English word the Korean one stands before.
    int together(String word, String name) {
        return together.getOrDefault(word, Map.of()).getOrDefault(name, 0);
    }

    /// Whether a word bears a particle, as is known from the same noun with others and without.
    boolean bears(String word) {
        return bearing.computeIfAbsent(word, this::looksBearing);
    }

    private boolean looksBearing(String word) {
        for (int end = 1; end < word.length(); end++) {
            String rest = word.substring(end);
            if (Particles.are(word.charAt(end - 1), rest)) {
                boolean latin = word.charAt(end - 1) < 0x250;
                Set<String> others = endings.getOrDefault(word.substring(0, end), Set.of());
                if (latin || others.size() >= NOUN) {
                    return true;
                }
            }
        }
        return false;
    }
}
