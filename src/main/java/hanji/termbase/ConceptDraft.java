package hanji.termbase;

import hanji.segment.Problem;
import hanji.segment.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file says of a concept, piece by piece; pieces that cannot be used are reported and left
/// out.
final class ConceptDraft {

    final int line;
    final List<TermDraft> terms = new ArrayList<>();
    @Nullable String note;
    @Nullable String source;

    ConceptDraft(int line) {
        this.line = line;
    }

    void finish(List<ImportFile.Row> rows, List<ImportFile.Unusable> unusable) {
        List<Term> usable = new ArrayList<>();
        for (TermDraft draft : terms) {
            try {
                Term term = draft.term(usable);
                boolean twice =
                        usable.stream()
                                .anyMatch(other ->
                                        other.language() == term.language()
                                                && other.text().equals(term.text()));
                if (twice) {
                    unusable.add(
                            new ImportFile.Unusable(
                                    draft.line,
                                    Sentence.of(
                                            "\"%s\" stands twice in %s: the second one is left out.",
                                            term.text(), term.language())));
                } else {
                    usable.add(term);
                }
            } catch (Problem e) {
                unusable.add(new ImportFile.Unusable(draft.line, e.said()));
            }
        }
        try {
            rows.add(new ImportFile.Row(line, new Concept(usable, note, source)));
        } catch (Problem e) {
            unusable.add(new ImportFile.Unusable(line, e.said()));
        }
    }
}
