package hanji.termbase;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an import does to the terms there are.
///
/// A row is about the entry with the same first Korean term; the second row of that name about the
/// second such entry. Terms of a file are added to those of an entry, nothing is taken out. What an
/// entry preferred is admitted from then on where the file prefers another word.
///
/// @param same rows that change nothing
public record ImportPlan(
        List<ImportFile.Row> added,
        List<Change> changed,
        List<ImportFile.Row> same,
        List<ImportFile.Unusable> unusable) {

    /// @param line of the row
    /// @param concept what the entry becomes
    public record Change(int line, TermEntry old, Concept concept) {}

    static ImportPlan of(ImportFile file, List<TermEntry> entries) {
        Map<String, Deque<TermEntry>> byName = new HashMap<>();
        for (TermEntry entry : entries) {
            byName.computeIfAbsent(entry.concept().name(), _ -> new ArrayDeque<>()).add(entry);
        }
        List<ImportFile.Row> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        List<ImportFile.Row> same = new ArrayList<>();
        for (ImportFile.Row row : file.rows()) {
            TermEntry old = taken(byName.get(row.concept().name()), row.concept());
            if (old == null) {
                added.add(row);
                continue;
            }
            Concept merged = merged(old.concept(), row.concept());
            if (merged.equals(old.concept())) {
                same.add(row);
            } else {
                changed.add(new Change(row.line(), old, merged));
            }
        }
        return new ImportPlan(added, changed, same, file.unusable());
    }

    /// The entry of that name that says the same, else the first one; each is taken once.
    private static @Nullable TermEntry taken(@Nullable Deque<TermEntry> named, Concept concept) {
        if (named == null || named.isEmpty()) {
            return null;
        }
        Optional<TermEntry> equal =
                named.stream().filter(entry -> entry.concept().equals(concept)).findFirst();
        TermEntry taken = equal.orElseGet(named::getFirst);
        named.remove(taken);
        return taken;
    }

    private static Concept merged(Concept old, Concept row) {
        List<Term> terms = new ArrayList<>();
        for (Term term : old.terms()) {
            terms.add(twin(row, term).orElseGet(() -> outdone(term, row) ? admitted(term) : term));
        }
        for (Term term : row.terms()) {
            if (twin(old, term).isEmpty()) {
                terms.add(term);
            }
        }
        return new Concept(
                terms,
                row.note() == null ? old.note() : row.note(),
                row.source() == null ? old.source() : row.source());
    }

    private static Optional<Term> twin(Concept concept, Term term) {
        return concept.terms(term.language()).stream()
                .filter(other -> other.text().equals(term.text()))
                .findFirst();
    }

    private static boolean outdone(Term term, Concept row) {
        return term.status() == TermStatus.PREFERRED
                && row.terms(term.language()).stream()
                        .anyMatch(other -> other.status() == TermStatus.PREFERRED);
    }

    private static Term admitted(Term term) {
        return new Term(
                term.language(),
                term.text(),
                TermStatus.ADMITTED,
                term.caseSensitive(),
                term.partOfSpeech(),
                term.note());
    }
}
