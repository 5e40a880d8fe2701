package hanji.workbench;

import hanji.segment.Language;
import hanji.segment.Span;
import hanji.termbase.TargetText;
import hanji.termbase.Term;
import hanji.termbase.TermMatch;
import hanji.termbase.TermStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Wording of a text that is agreed and would not be any more, or that would be forbidden.
final class OldWording {

    private OldWording() {}

    /// Where it stands, in the order of the text.
    ///
    /// @param before what the source's concepts are called now
    /// @param after what they would be called
    static List<Span> in(
            String text, Language language, List<TermMatch> before, List<TermMatch> after) {
        TargetText target = new TargetText(text, language);
        List<Term> wanted = terms(after, term -> term.status() != TermStatus.FORBIDDEN);
        Set<String> kept = wanted.stream().map(Term::text).collect(Collectors.toSet());
        List<Span> right = wanted.stream().flatMap(term -> places(target, term)).toList();
        Stream<Term> dropped =
                terms(before, term -> term.status() != TermStatus.FORBIDDEN).stream()
                        .filter(term -> !kept.contains(term.text()));
        Stream<Term> forbidden =
                terms(after, term -> term.status() == TermStatus.FORBIDDEN).stream();
        return Stream.concat(dropped, forbidden)
                .flatMap(term -> places(target, term))
                .filter(place -> right.stream().noneMatch(one -> inside(place, one)))
                .distinct()
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
    }

    private static List<Term> terms(List<TermMatch> matches, Predicate<Term> wanted) {
        return matches.stream()
                .flatMap(match -> match.targets().stream())
                .filter(wanted)
                .distinct()
                .toList();
    }

    private static Stream<Span> places(TargetText target, Term term) {
        return target.all(term).stream().map(TargetText.Found::span);
    }

    private static boolean inside(Span place, Span other) {
        return other.start() <= place.start() && place.end() <= other.end();
    }
}
