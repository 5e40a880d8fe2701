package hanji.termbase;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import hanji.segment.Language;
import hanji.segment.Problem;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One thing and what it is called. Two are equal when they say the same.
///
/// @param terms by language, in the order given; at least one is Korean, for that is what digests
///   are read by
/// @param note for people
/// @param source where it was agreed or found
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Concept(List<Term> terms, @Nullable String note, @Nullable String source) {

    public static final int MOST_TERMS = 60;

    /// @throws Problem (bad input) when it cannot be used
    public Concept {
        terms = terms.stream().sorted(Comparator.comparing(Term::language)).toList();
        note = Term.note(note);
        source = Term.note(source);
        if (terms.size() > MOST_TERMS) {
            throw Problem.badInput("A concept has at most %d terms.", MOST_TERMS);
        }
        if (terms.stream().noneMatch(term -> term.language() == Language.SOURCE)) {
            throw Problem.badInput("The concept has no Korean term: add one.");
        }
        Set<String> seen = new HashSet<>();
        for (Term term : terms) {
            if (!seen.add(term.language() + " " + term.text())) {
                throw Problem.badInput(
                        "The concept has \"%s\" twice in %s: keep one.",
                        term.text(), term.language());
            }
        }
    }

    public List<Term> terms(Language language) {
        return terms.stream().filter(term -> term.language() == language).toList();
    }

    /// What it is listed by: its first Korean term.
    @JsonIgnore
    public String name() {
        return terms(Language.SOURCE).getFirst().text();
    }
}
