package hanji.draft;

import hanji.termbase.Term;
import hanji.termbase.TermMatch;
import hanji.termbase.TermStatus;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A term as a model is told of it.
///
/// @param source the Korean term
/// @param target what it is to be called; null where it is only known what it must not be
/// @param keep whether the target is written letter for letter
/// @param also what it may be called, too
/// @param never what it must not be called
/// @param note when it applies; null where nobody said
public record AgreedTerm(
        String source,
        @Nullable String target,
        boolean keep,
        List<String> also,
        List<String> never,
        @Nullable String note) {

    /// In UTF-16 code units; the rest of a longer note is for people.
    static final int LONGEST_NOTE = 300;

    static AgreedTerm of(TermMatch match) {
        Term best = best(match.targets());
        List<String> also = new ArrayList<>();
        List<String> never = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>();
        if (match.term().note() != null) {
            notes.add(match.term().note());
        }
        for (Term term : match.targets()) {
            if (term.status() == TermStatus.FORBIDDEN) {
                never.add(term.text());
            } else if (!term.equals(best)) {
                also.add(term.text());
            }
            if (term.note() != null) {
                notes.add(term.equals(best) ? term.note() : term.text() + ": " + term.note());
            }
        }
        return new AgreedTerm(
                match.term().text(),
                best == null ? null : best.text(),
                best != null && best.status() == TermStatus.KEEP,
                also,
                never,
                notes.isEmpty() ? null : bounded(String.join("; ", notes)));
    }

    /// The first that is preferred or kept, else the first that is admitted.
    private static @Nullable Term best(List<Term> targets) {
        Term admitted = null;
        for (Term term : targets) {
            switch (term.status()) {
                case PREFERRED, KEEP -> {
                    return term;
                }
                case ADMITTED -> admitted = admitted == null ? term : admitted;
                case FORBIDDEN -> {}
            }
        }
        return admitted;
    }

    private static String bounded(String note) {
        return note.length() <= LONGEST_NOTE
                ? note
                : note.substring(
                                0,
                                note.offsetByCodePoints(
                                        0, note.codePointCount(0, LONGEST_NOTE) - 1))
                        + "…";
    }
}
