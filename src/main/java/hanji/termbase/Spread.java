package hanji.termbase;

import hanji.segment.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How many papers write each of some Korean terms, with or without a gloss.
record Spread(Map<String, Set<String>> papersByTerm) {

    static Spread of(Collection<String> terms, Collection<Passage> passages) {
        List<TermEntry> entries = new ArrayList<>();
        for (String term : new HashSet<>(terms)) {
            Concept concept =
                    new Concept(
                            List.of(Term.of(Language.KO, term, TermStatus.PREFERRED)), null, null);
            entries.add(new TermEntry(0, 1, concept, "", Instant.EPOCH));
        }
        Terms all = new Terms(entries);
        Map<String, Set<String>> papers = new HashMap<>();
        for (Passage passage : passages) {
            for (TermMatch match : all.match(passage.text(), Language.KO)) {
                papers.computeIfAbsent(match.term().text(), _ -> new HashSet<>())
                        .add(passage.entry());
            }
        }
        return new Spread(papers);
    }

    int papers(String term) {
        return papersByTerm.getOrDefault(term, Set.of()).size();
    }
}
