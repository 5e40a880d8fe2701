package hanji.draft;

import hanji.memory.MemoryMatch;
import hanji.memory.MemoryPair;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.termbase.TermMatch;
import hanji.termbase.Terms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is agreed about the texts that a request asks for, by their ids (a condensation has the id
/// of its style): the terms that their sources speak of, and approved pairs that are like them.
public record Guidance(
        Map<String, List<TermMatch>> terms, Map<String, List<MemoryMatch>> examples) {

    public static final Guidance NONE = new Guidance(Map.of(), Map.of());

    /// Concepts that one request names: an entry of forty bullets speaks of fewer.
    static final int MOST_TERMS = 60;

    /// Pairs that one request shows. More of them cost more than they help.
    static final int MOST_EXAMPLES = 5;

    /// Enough to tell two sets of terms apart.
    private static final int FINGERPRINT = 16;

    /// The nearest first; after that nothing that differs between two processes.
    private static final Comparator<MemoryMatch> NEAREST =
            Comparator.comparingInt(MemoryMatch::score)
                    .reversed()
                    .thenComparing(match -> match.pair().source())
                    .thenComparing(match -> match.pair().target())
                    .thenComparing(match -> match.pair().unit().toString());

    public Guidance {
        terms = Map.copyOf(terms);
        examples = Map.copyOf(examples);
    }

    /// What the words of a unit's source are agreed to be called.
    ///
    /// @return null for none; else the same as long as a model would be told the same
    public static @Nullable String fingerprint(Terms terms, String source, Language language) {
        return fingerprint(terms.match(source, language));
    }

    private static @Nullable String fingerprint(List<TermMatch> matches) {
        return matches.isEmpty() ? null : TermMatch.fingerprint(matches).substring(0, FINGERPRINT);
    }

    /// Whether a draft was told of its terms what a model would be told today.
    ///
    /// @param source of its unit
    public static boolean sameTerms(
            Terms terms, String source, Language language, Provenance.Machine draft) {
        String before = draft.agreed() == null ? null : draft.agreed().terms();
        String today = fingerprint(terms, source, language);
        return today == null ? before == null : today.equals(before);
    }

    /// The same of some of the texts.
    Guidance of(Collection<String> ids) {
        if (equals(NONE)) {
            return this;
        }
        Map<String, List<TermMatch>> someTerms = new HashMap<>(terms);
        Map<String, List<MemoryMatch>> someExamples = new HashMap<>(examples);
        someTerms.keySet().retainAll(ids);
        someExamples.keySet().retainAll(ids);
        return new Guidance(someTerms, someExamples);
    }

    /// The terms that a request names, in the order of its texts, each once.
    ///
    /// @param ids of the texts in their order
    List<AgreedTerm> terms(Collection<String> ids) {
        Set<AgreedTerm> all = new LinkedHashSet<>();
        for (String id : ids) {
            terms.getOrDefault(id, List.of()).forEach(match -> all.add(AgreedTerm.of(match)));
        }
        return all.stream().limit(MOST_TERMS).toList();
    }

    /// The pairs that a request shows, the nearest first, each once.
    ///
    /// @param ids of the texts
    /// @param context what it shows anyway
    List<MemoryPair> examples(Collection<String> ids, List<DraftRequest.Agreed> context) {
        List<MemoryMatch> all = new ArrayList<>();
        ids.forEach(id -> all.addAll(examples.getOrDefault(id, List.of())));
        Set<DraftRequest.Agreed> shown = new HashSet<>(context);
        return all.stream()
                .sorted(NEAREST)
                .map(MemoryMatch::pair)
                .filter(pair -> shown.add(new DraftRequest.Agreed(pair.source(), pair.target())))
                .limit(MOST_EXAMPLES)
                .toList();
    }

    /// What the provenance of a text says of it; null when there is nothing to say.
    ///
    /// @param shown the pairs that its request showed
    Provenance.@Nullable Agreed told(String id, List<MemoryPair> shown) {
        List<TermMatch> own = terms.getOrDefault(id, List.of());
        return own.isEmpty() && shown.isEmpty()
                ? null
                : new Provenance.Agreed(
                        fingerprint(own),
                        own.size(),
                        shown.stream().map(MemoryPair::unit).toList());
    }
}
