package hanji.termbase;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which words before a bracket belong to the term, as all glosses together tell.
final class TermBoundary {

    /// The part of a word's glosses that hold an English word, from which on it counts as saying
    /// it. Chosen by looking at what the real digests give.
    private static final double SAYS = 0.3;

    /// The same for words that seldom are part of a name.
    private static final double SURE = 0.5;

    private static final Set<String> LINKS =
            Set.of("of", "from", "to", "the", "a", "for", "in", "on", "and", "with", "by");

    private final GlossWords words;
    private final GlossNames names;

    TermBoundary(GlossWords words, GlossNames names) {
        this.words = words;
        this.names = names;
    }

    /// The words that belong to the term; empty when they cannot be told.
    Optional<String> term(Gloss gloss, List<Gloss> same) {
        List<String> before = gloss.before();
        List<String> english = names.english(gloss);
        int most = names.length(gloss);
        int from = before.size() - 1;
        while (from > 0
                && parts(before, from - 1) <= most
                && belongs(before.get(from - 1), english)) {
            from--;
        }
        // a word that most glosses of the name have belongs to it, however many words it has
        while (from > 0 && parts(before, from) <= most && shared(before, from, same)) {
            from--;
        }
        List<String> term = before.subList(from, before.size());
        boolean cut = from > 0 && parts(before, from) < most && open(before.get(from - 1));
        return !cut && !ends(term.getLast()) && says(term, english)
                ? Optional.of(String.join(" ", term))
                : Optional.empty();
    }

    private static int parts(List<String> before, int from) {
        return Gloss.parts(before.subList(from, before.size()));
    }

    private boolean belongs(String word, List<String> english) {
        double says = english.stream().mapToDouble(name -> words.says(word, name)).max().orElse(0);
        // new, low and of are parts of some names
        boolean linked = Attributes.are(word) || words.bears(word) && Attributes.genitive(word);
        return !Attributes.never(word)
                && says >= (linked ? SURE : SAYS)
                && (linked || !words.bears(word));
    }

    /// Whether a term may go on before a word; not where a phrase ends.
    private boolean open(String word) {
        return !Attributes.never(word) && (!words.bears(word) || Attributes.genitive(word));
    }

    /// Words that end a phrase or only tell of the term.
    private boolean ends(String word) {
        return Attributes.are(word) || words.bears(word);
    }

    private boolean shared(List<String> before, int from, List<Gloss> same) {
        List<String> tail = before.subList(from, before.size());
        String word = before.get(from - 1);
        boolean linked = Attributes.are(word);
        if (words.bears(word) || Attributes.never(word) || word.charAt(0) < 0x250) {
            return false;
        }
        int all = 0;
        int with = 0;
        Set<String> entries = new HashSet<>();
        for (Gloss other : same) {
            List<String> there = other.before();
            int at = there.size() - tail.size();
            if (at >= 0 && there.subList(at, there.size()).equals(tail)) {
                all++;
                if (at > 0 && there.get(at - 1).equals(word)) {
                    with++;
                    entries.add(other.passage().entry());
                }
            }
        }
        return linked
                ? entries.size() > 2 && 5 * with >= 4 * all
                : entries.size() > 1 && 2 * with > all;
    }

    /// Whether each English word has a Korean one that says it.
    private boolean says(List<String> term, List<String> english) {
        return english.stream()
                .filter(name -> !LINKS.contains(name))
                .allMatch(
                        name -> term.stream().anyMatch(word -> words.says(word, name) >= SAYS / 2));
    }

    /// The same, as other names have it too.
    boolean bornOut(List<String> term, List<String> english) {
        return english.stream()
                .filter(name -> !LINKS.contains(name))
                .allMatch(name ->
                        term.stream()
                                .anyMatch(word ->
                                        words.says(word, name) >= SAYS
                                                && words.together(word, name) > 1));
    }
}
