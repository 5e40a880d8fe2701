package hanji.termbase;

import hanji.segment.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads terms from the glosses of digests, `한국어(English)`. Which words before the bracket belong
/// to the term is found from all glosses together: a word belongs when the names it stands before
/// hold the same English words again and again, and when it does not end a phrase.
public final class Harvest {

    /// The part of a word's glosses that hold an English word, from which on it counts as saying
    /// it. Chosen by looking at what the real digests give.
    private static final double SAYS = 0.3;

    /// The same for words that seldom are part of a name.
    private static final double SURE = 0.5;

    private static final int CONTEXTS = 3;

    private static final int AROUND = 60;

    /// Papers that write a term, for a single gloss to be believed.
    private static final int KNOWN = 2;

    private static final int ALIKE = 3;

    private final Collection<Passage> passages;
    private final GlossWords words = new GlossWords();
    private final List<Gloss> glosses = new ArrayList<>();
    private final Map<String, String> expansions;
    private final Map<String, Integer> lengths = new HashMap<>();

    private Harvest(Collection<Passage> passages) {
        this.passages = passages;
        for (Passage passage : passages) {
            words.read(passage.text());
            glosses.addAll(Gloss.in(passage));
        }
        expansions = expansions();
        for (Gloss gloss : glosses) {
            List<String> english = english(gloss);
            lengths.merge(key(gloss), english.size(), Math::max);
            words.read(gloss.before(), english);
        }
    }

    /// What is found in passages, the most frequent names first.
    public static List<Proposal> of(Collection<Passage> passages) {
        return new Harvest(passages).proposals();
    }

    /// Which name an abbreviation shortens, where nearly all glosses with both say the same.
    private Map<String, String> expansions() {
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

    private static String most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    private String name(Gloss gloss) {
        EnglishName name = gloss.name();
        String shorter = Objects.requireNonNullElse(name.abbreviation(), "");
        return name.full() != null ? name.full() : expansions.getOrDefault(shorter, shorter);
    }

    private String key(Gloss gloss) {
        return EnglishName.key(name(gloss));
    }

    private List<String> english(Gloss gloss) {
        return EnglishName.words(name(gloss));
    }

    private List<Proposal> proposals() {
        Map<String, List<Gloss>> byName =
                glosses.stream()
                        .collect(
                                Collectors.groupingBy(
                                        this::key, LinkedHashMap::new, Collectors.toList()));
        Map<String, Map<String, List<Found>>> candidates = new LinkedHashMap<>();
        byName.forEach((key, same) -> candidates.put(key, forms(same)));
        Spread spread =
                Spread.of(
                        candidates.values().stream()
                                .flatMap(forms -> forms.values().stream())
                                .filter(found -> !borne(found))
                                .map(found -> found.getFirst().term())
                                .toList(),
                        passages);
        List<Proposal> proposals = new ArrayList<>();
        candidates.forEach((key, forms) ->
                proposal(key, byName.get(key), forms, spread).ifPresent(proposals::add));
        proposals.sort(
                Comparator.comparingInt(Proposal::count).reversed().thenComparing(Proposal::key));
        return proposals;
    }

    private Map<String, List<Found>> forms(List<Gloss> same) {
        Map<String, List<Found>> forms = new LinkedHashMap<>();
        for (Gloss gloss : same) {
            term(gloss, same)
                    .ifPresent(term ->
                            forms.computeIfAbsent(
                                            Folded.of(term, Language.KO).toString(),
                                            _ -> new ArrayList<>())
                                    .add(new Found(term, gloss)));
        }
        return forms;
    }

    private Optional<Proposal> proposal(
            String key, List<Gloss> same, Map<String, List<Found>> forms, Spread spread) {
        boolean known = forms.values().stream().anyMatch(this::borne);
        List<Proposal.Form> kept =
                forms.values().stream()
                        .filter(found -> borne(found) || written(found, known, spread))
                        .map(Harvest::form)
                        .sorted(
                                Comparator.comparingInt(Proposal.Form::count)
                                        .reversed()
                                        .thenComparing(Proposal.Form::korean))
                        .toList();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Proposal(key, spelling(same), abbreviation(same), kept));
    }

    /// Whether one gloss is enough, since others write the term without one: for a name that is
    /// known by another form, or one of as many words as its Korean.
    private boolean written(List<Found> found, boolean known, Spread spread) {
        Gloss gloss = found.getFirst().gloss();
        int length = lengths.getOrDefault(key(gloss), 1);
        List<String> words = List.of(found.getFirst().term().split(" "));
        boolean alike = length > 1 && Gloss.parts(words) == length;
        return gloss.name().full() != null
                && (known || alike)
                && says(words, english(gloss), SAYS)
                && spread.papers(found.getFirst().term()) >= (known ? KNOWN : ALIKE);
    }

    /// Whether more than one paper says so; and for abbreviations that nobody writes out more than
    /// two, for nothing tells what their words are.
    private boolean borne(List<Found> found) {
        long papers = found.stream().map(one -> one.gloss().passage().entry()).distinct().count();
        Gloss first = found.getFirst().gloss();
        boolean bare =
                first.name().full() == null && name(first).equals(first.name().abbreviation());
        return papers >= (bare ? 3 : 2);
    }

    private record Found(String term, Gloss gloss) {}

    private static Proposal.Form form(List<Found> found) {
        Map<String, Integer> spellings = new HashMap<>();
        found.forEach(one -> spellings.merge(one.term(), 1, Integer::sum));
        List<Proposal.Context> contexts =
                found.stream().limit(CONTEXTS).map(one -> context(one.gloss())).toList();
        return new Proposal.Form(most(spellings), found.size(), contexts);
    }

    private static Proposal.Context context(Gloss gloss) {
        String text = gloss.passage().text();
        int from = Math.max(0, gloss.at() - AROUND);
        int to = Math.min(text.length(), gloss.at() + AROUND);
        return new Proposal.Context(
                gloss.passage().place(),
                (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : ""));
    }

    private String spelling(List<Gloss> glosses) {
        Map<String, Integer> written = new HashMap<>();
        for (Gloss gloss : glosses) {
            written.merge(EnglishName.spelt(name(gloss)), 1, Integer::sum);
        }
        return most(written);
    }

    private static @Nullable String abbreviation(List<Gloss> glosses) {
        Map<String, Integer> written = new HashMap<>();
        for (Gloss gloss : glosses) {
            if (gloss.name().abbreviation() != null) {
                written.merge(gloss.name().abbreviation(), 1, Integer::sum);
            }
        }
        return written.isEmpty() ? null : most(written);
    }

    /// The words that belong to the term; empty when they cannot be told.
    private Optional<String> term(Gloss gloss, List<Gloss> same) {
        List<String> before = gloss.before();
        List<String> english = english(gloss);
        int most = lengths.getOrDefault(key(gloss), 1);
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
        boolean cut = from > 0 && parts(before, from) < most && !ends(before.get(from - 1));
        return !cut && !ends(term.getLast()) && says(term, english, SAYS / 2)
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

    /// Words that end a phrase or only tell of the term.
    private boolean ends(String word) {
        return Attributes.are(word) || words.bears(word);
    }

    private boolean shared(List<String> before, int from, List<Gloss> same) {
        List<String> tail = before.subList(from, before.size());
        String word = before.get(from - 1);
        if (ends(word)) {
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
        return entries.size() > 1 && 2 * with > all;
    }

    /// Whether each English word has a Korean one that says it.
    private boolean says(List<String> term, List<String> english, double least) {
        return english.stream()
                .allMatch(name -> term.stream().anyMatch(word -> words.says(word, name) >= least));
    }
}
