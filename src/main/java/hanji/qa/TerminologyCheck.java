package hanji.qa;

import hanji.segment.Span;
import hanji.termbase.TargetText;
import hanji.termbase.Term;
import hanji.termbase.TermMatch;
import hanji.termbase.TermStatus;
import hanji.termbase.Terms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the source calls by an agreed term, the target does too. Where several concepts share a
/// Korean term, one of them is enough.
final class TerminologyCheck implements QaCheck {

    /// A Korean term of so many characters, or of two words, has no other meaning.
    private static final int TELLING = 4;

    private final Supplier<Terms> terms;

    TerminologyCheck(Supplier<Terms> terms) {
        this.terms = terms;
    }

    @Override
    public String id() {
        return "terminology";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        List<TermMatch> matches = terms.get().match(pair.source().text(), pair.language());
        if (matches.isEmpty()) {
            return List.of();
        }
        TargetText target = new TargetText(pair.target().text(), pair.language());
        Set<Span> said = new HashSet<>();
        List<TermMatch> unsaid = new ArrayList<>();
        List<QaFinding> findings = new ArrayList<>();
        for (TermMatch match : matches) {
            List<Span> places = places(match, target);
            if (places.isEmpty()) {
                unsaid.add(match);
            } else {
                said.add(match.spans().getFirst());
            }
            findings.addAll(forbidden(match, places, target, pair));
        }
        Set<Span> told = findings.stream().map(QaFinding::source).collect(Collectors.toSet());
        for (TermMatch match : unsaid) {
            Span place = match.spans().getFirst();
            // one finding says both: what was written, and what should have been
            if (!said.contains(place) && !told.contains(place) && !wanted(match).isEmpty()) {
                findings.add(missing(match, target, pair));
                told.add(place);
            }
        }
        return findings;
    }

    private static List<Term> wanted(TermMatch match) {
        return match.targets().stream()
                .filter(term -> term.status() != TermStatus.FORBIDDEN)
                .toList();
    }

    private static String expected(TermMatch match) {
        List<Term> wanted = wanted(match);
        return wanted.stream()
                .filter(term -> term.status() != TermStatus.ADMITTED)
                .findFirst()
                .or(() -> wanted.stream().findFirst())
                .map(Term::text)
                .orElse("");
    }

    /// Where the target says it as it should.
    private static List<Span> places(TermMatch match, TargetText target) {
        return wanted(match).stream()
                .flatMap(term -> target.find(term).stream())
                .map(TargetText.Found::span)
                .toList();
    }

    private List<QaFinding> forbidden(
            TermMatch match, List<Span> places, TargetText target, Pair pair) {
        List<QaFinding> findings = new ArrayList<>();
        for (Term term : match.targets()) {
            if (term.status() == TermStatus.FORBIDDEN) {
                target.find(term)
                        .filter(found -> found.form() != TargetText.Form.APART)
                        .filter(found -> places.stream().noneMatch(place -> inside(found, place)))
                        .ifPresent(found ->
                                findings.add(
                                        finding(
                                                Severity.MAJOR,
                                                match,
                                                found.span(),
                                                forbidden(match, found, pair))));
            }
        }
        return findings;
    }

    private static boolean inside(TargetText.Found found, Span place) {
        return place.start() <= found.span().start() && found.span().end() <= place.end();
    }

    private static Remark forbidden(TermMatch match, TargetText.Found found, Pair pair) {
        String written = Words.shorten(found.span().of(pair.target().text()));
        String expected = expected(match);
        return expected.isEmpty()
                ? Remark.of("terminology.forbidden-alone", match.term().text(), written)
                : Remark.of("terminology.forbidden", match.term().text(), written, expected);
    }

    private QaFinding missing(TermMatch match, TargetText target, Pair pair) {
        Term first = wanted(match).getFirst();
        String term = match.term().text();
        if (first.status() == TermStatus.KEEP) {
            Optional<Span> like = target.likeness(first);
            return like.isPresent()
                    ? finding(
                            Severity.MAJOR,
                            match,
                            like.get(),
                            Remark.of(
                                    "terminology.changed",
                                    first.text(),
                                    like.get().of(pair.target().text())))
                    : finding(
                            Severity.MAJOR,
                            match,
                            null,
                            Remark.of("terminology.lost", first.text()));
        }
        boolean telling = term.indexOf(' ') > 0 || term.length() >= TELLING;
        return finding(
                telling ? Severity.MAJOR : Severity.MINOR,
                match,
                null,
                Remark.of("terminology.missing", term, expected(match)));
    }

    private QaFinding finding(
            Severity severity, TermMatch match, @Nullable Span target, Remark remark) {
        return new QaFinding(
                id(), MqmCategory.TERMINOLOGY, severity, match.spans().getFirst(), target, remark);
    }
}
