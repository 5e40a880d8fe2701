package hanji.web;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.termbase.Concept;
import hanji.termbase.Term;
import hanji.termbase.TermEntry;
import hanji.termbase.TermStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// The termbase as DeepL's clients know glossaries: one for each language, that they can read.
record DeepLGlossary(Language target) {

    private static final String READ_ONLY =
            "The glossaries here show Hanji's termbase, which holds for every translation: change it at /terms or"
                    + " POST /api/v1/terms/import.";

    /// Clients take an id for a UUID.
    String id() {
        return new UUID(0x68616e6a69000000L | 0x4000, 0x8000000000000000L | target.ordinal())
                .toString();
    }

    static List<DeepLGlossary> all() {
        return Language.TARGETS.stream().map(DeepLGlossary::new).toList();
    }

    /// @throws Problem (not found) when there is none of that id
    static DeepLGlossary of(String id) {
        return all().stream()
                .filter(glossary -> glossary.id().equals(id.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        Problem.notFound("Glossary not found: GET /v2/glossaries lists them."));
    }

    static Problem readOnly() {
        return Problem.badInput(READ_ONLY);
    }

    /// Each Korean term that may be written, with what it is called first; where concepts share a
    /// Korean term, the older one counts, for a glossary holds one answer.
    Map<String, String> entries(List<TermEntry> terms) {
        Map<String, String> entries = new TreeMap<>();
        terms.stream()
                .sorted(Comparator.comparingLong(TermEntry::id))
                .map(TermEntry::concept)
                .forEach(concept ->
                        first(concept)
                                .ifPresent(translation ->
                                        concept.terms(Language.SOURCE).stream()
                                                .filter(DeepLGlossary::usable)
                                                .forEach(term ->
                                                        entries.putIfAbsent(
                                                                term.text(), translation))));
        return entries;
    }

    private Optional<String> first(Concept concept) {
        List<Term> terms = concept.terms(target).stream().filter(DeepLGlossary::usable).toList();
        return terms.stream()
                .filter(term -> term.status() == TermStatus.PREFERRED)
                .findFirst()
                .or(() -> terms.stream().findFirst())
                .map(Term::text);
    }

    private static boolean usable(Term term) {
        return term.status() != TermStatus.FORBIDDEN;
    }

    /// Terms hold neither tabs nor line breaks.
    String tsv(List<TermEntry> terms) {
        return entries(terms).entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }
}
