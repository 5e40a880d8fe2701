package hanji.termbase;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What the glosses of all digests call things in English: names, the abbreviations they have, and
/// how many words they are of.
final class GlossNames {

    /// Of so many spellings one may be a slip.
    private static final int SLIPS = 20;

    private final Map<String, String> expansions;
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<String, TreeMap<Integer, Integer>> spellings = new HashMap<>();

    GlossNames(Collection<Gloss> glosses) {
        this.expansions = expansions(glosses);
        for (Gloss gloss : glosses) {
            spellings
                    .computeIfAbsent(key(gloss), _ -> new TreeMap<>())
                    .merge(english(gloss).size(), 1, Integer::sum);
        }
    }

    /// Which name an abbreviation shortens, where nearly all glosses with both say the same.
    private static Map<String, String> expansions(Collection<Gloss> glosses) {
        Map<String, Map<String, Integer>> said = new HashMap<>();
        Map<String, Map<String, Integer>> written = new HashMap<>();
        for (Gloss gloss : glosses) {
            String full = gloss.name().full();
            String shorter = gloss.name().abbreviation();
            if (full != null && shorter != null) {
                said.computeIfAbsent(shorter, _ -> new HashMap<>())
                        .merge(EnglishName.key(full), 1, Integer::sum);
                written.computeIfAbsent(EnglishName.key(full), _ -> new HashMap<>())
                        .merge(full, 1, Integer::sum);
            }
        }
        Map<String, String> expansions = new HashMap<>();
        said.forEach((shorter, names) -> {
            String best = most(names);
            int all = names.values().stream().mapToInt(Integer::intValue).sum();
            if (3 * names.get(best) >= 2 * all) {
                expansions.put(shorter, most(written.get(best)));
            }
        });
        return expansions;
    }

    /// The most frequent one; of several the first in the alphabet.
    static String most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    String name(Gloss gloss) {
        EnglishName name = gloss.name();
        String shorter = Objects.requireNonNullElse(name.abbreviation(), "");
        return name.full() != null ? name.full() : expansions.getOrDefault(shorter, shorter);
    }

    String key(Gloss gloss) {
        return keys.computeIfAbsent(name(gloss), EnglishName::key);
    }

    List<String> english(Gloss gloss) {
        return words.computeIfAbsent(name(gloss), EnglishName::words);
    }

    /// The words of a name as it is divided most finely, slips aside: fine-tuning has two, though
    /// some write finetuning.
    int length(Gloss gloss) {
        TreeMap<Integer, Integer> counts = spellings.getOrDefault(key(gloss), new TreeMap<>());
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.descendingMap().entrySet().stream()
                .filter(one -> SLIPS * one.getValue() >= all)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(1);
    }
}
