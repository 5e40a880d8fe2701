package hanji.termbase;

import hanji.segment.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads terms from the glosses of digests, `한국어(English)`. Which words before the bracket belong
/// to the term is found from all glosses together: a word belongs when the names it stands before
/// hold the same English words again and again, and when it does not end a phrase.
public final class Harvest {

    private static final int CONTEXTS = 3;

    private static final int AROUND = 60;

    /// Papers that write a term, for a single gloss to be believed.
    private static final int KNOWN = 2;

    private static final int ALIKE = 3;

    private final Collection<Passage> passages;
    private final List<Gloss> glosses = new ArrayList<>();
    private final GlossNames names;
    private final TermBoundary boundary;

    private Harvest(Collection<Passage> passages) {
        this.passages = passages;
        GlossWords words = new GlossWords();
        for (Passage passage : passages) {
            words.read(passage.text());
            glosses.addAll(Gloss.in(passage));
        }
        names = new GlossNames(glosses);
        glosses.forEach(gloss -> words.read(gloss.before(), names.english(gloss)));
        boundary = new TermBoundary(words, names);
    }

    /// What is found in passages, the most frequent names first.
    public static List<Proposal> of(Collection<Passage> passages) {
        return new Harvest(passages).proposals();
    }

    private List<Proposal> proposals() {
        Map<String, List<Gloss>> byName =
                glosses.stream()
                        .collect(
                                Collectors.groupingBy(
                                        names::key, LinkedHashMap::new, Collectors.toList()));
        Map<String, Map<String, List<Found>>> candidates = new LinkedHashMap<>();
        byName.forEach((key, same) -> candidates.put(key, forms(same)));
        Spread spread =
                Spread.of(
                        candidates.values().stream()
                                .flatMap(forms -> forms.values().stream())
                                .filter(found -> !borne(found))
                                .map(Harvest::spelt)
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
            boundary.term(gloss, same)
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
                        .filter(found -> !part(found, forms.values()))
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
        int length = names.length(gloss);
        List<String> words = List.of(spelt(found).split(" "));
        boolean alike = length > 1 && Gloss.parts(words) == length;
        return gloss.name().full() != null
                && (known || alike)
                && boundary.bornOut(words, names.english(gloss))
                && spread.papers(spelt(found)) >= (known ? KNOWN : ALIKE);
    }

    /// Whether more than one paper says so; and for abbreviations that nobody writes out more than
    /// two, for nothing tells what their words are.
    private boolean borne(List<Found> found) {
        long papers = found.stream().map(one -> one.gloss().passage().entry()).distinct().count();
        Gloss first = found.getFirst().gloss();
        boolean bare =
                first.name().full() == null
                        && names.name(first).equals(first.name().abbreviation());
        return papers >= (bare ? 3 : 2);
    }

    /// Whether a form has fewer words than the name, and another form has all of them and more.
    private boolean part(List<Found> found, Collection<List<Found>> forms) {
        String term = spelt(found);
        int length = names.length(found.getFirst().gloss());
        return Gloss.parts(List.of(term.split(" "))) < length
                && forms.stream()
                        .map(Harvest::spelt)
                        .anyMatch(other ->
                                other.startsWith(term + " ") || other.endsWith(" " + term));
    }

    private record Found(String term, Gloss gloss) {}

    /// As it is spaced most often.
    private static String spelt(List<Found> found) {
        Map<String, Integer> written = new HashMap<>();
        found.forEach(one -> written.merge(one.term(), 1, Integer::sum));
        return GlossNames.most(written);
    }

    private static Proposal.Form form(List<Found> found) {
        List<Proposal.Context> contexts =
                found.stream().limit(CONTEXTS).map(one -> context(one.gloss())).toList();
        return new Proposal.Form(spelt(found), found.size(), contexts);
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
            written.merge(EnglishName.spelt(names.name(gloss)), 1, Integer::sum);
        }
        return GlossNames.most(written);
    }

    private static @Nullable String abbreviation(List<Gloss> glosses) {
        Map<String, Integer> written = new HashMap<>();
        for (Gloss gloss : glosses) {
            if (gloss.name().abbreviation() != null) {
                written.merge(gloss.name().abbreviation(), 1, Integer::sum);
            }
        }
        return written.isEmpty() ? null : GlossNames.most(written);
    }
}
