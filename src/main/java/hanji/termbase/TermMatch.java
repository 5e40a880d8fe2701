package hanji.termbase;

import hanji.segment.SourceHash;
import hanji.segment.Span;
import java.util.List;

/// A concept that a Korean text speaks of.
///
/// @param term the Korean term that stands there
/// @param spans where, particles excluded, in order; at least one
/// @param targets its terms in the wanted language, in the concept's order; at least one
public record TermMatch(TermEntry entry, Term term, List<Span> spans, List<Term> targets) {

    public TermMatch {
        spans = List.copyOf(spans);
        targets = List.copyOf(targets);
    }

    /// Tells whether the same terms were said of the same words: SHA-256 of all that a model may be
    /// told of them, and of nothing else (no number, version, person or time).
    public static String fingerprint(List<TermMatch> matches) {
        StringBuilder said = new StringBuilder();
        for (TermMatch match : matches) {
            said.append(said(match.term())).append('\n');
            match.targets().forEach(term -> said.append('\t').append(said(term)).append('\n'));
        }
        return SourceHash.of(said.toString()).hex();
    }

    private static String said(Term term) {
        return "%s\t%s\t%s\t%b\t%s"
                .formatted(
                        term.language(),
                        term.text(),
                        term.status().wire(),
                        term.caseSensitive(),
                        term.note());
    }
}
