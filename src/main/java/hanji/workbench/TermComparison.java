package hanji.workbench;

import hanji.qa.Inspector;
import hanji.qa.QaFinding;
import hanji.review.ReviewItem;
import hanji.review.Target;
import hanji.review.Unit;
import hanji.segment.Language;
import hanji.segment.Span;
import hanji.segment.TargetState;
import hanji.segment.UnitKind;
import hanji.termbase.TermMatch;
import hanji.termbase.Terms;
import hanji.workbench.Effect.Affected;
import hanji.workbench.Effect.Fate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Two states of the terms, and the texts that they say different things of.
final class TermComparison {

    private final Terms before;
    private final Terms after;
    private final Inspector checks;
    private final Workbench workbench;

    /// The entries that only one of them has. A text in which these find nothing is read alike by
    /// both: where a longer term hides a shorter one, the longer one is found here.
    private final Terms different;

    /// @param checks with the terms as they would be
    TermComparison(Terms before, Terms after, Inspector checks, Workbench workbench) {
        this.before = before;
        this.after = after;
        this.checks = checks;
        this.workbench = workbench;
        this.different = new Terms(symmetricDifference(before.entries(), after.entries()));
    }

    private static <T> List<T> symmetricDifference(List<T> some, List<T> others) {
        HashSet<T> both = new HashSet<>(some);
        both.retainAll(new HashSet<>(others));
        return Stream.concat(some.stream(), others.stream())
                .filter(one -> !both.contains(one))
                .toList();
    }

    boolean differs() {
        return !different.entries().isEmpty();
    }

    /// Texts of a digest that a model or a check is told something else of.
    List<Affected> texts(StoredDigest digest) {
        Map<String, Boolean> speaking = new HashMap<>();
        List<Affected> texts = new ArrayList<>();
        for (Language language : Language.values()) {
            Map<Unit, Told> units = new LinkedHashMap<>();
            for (Unit unit : Units.of(digest, language)) {
                if (speaking.computeIfAbsent(unit.source(), different::speaksOf)) {
                    Told told = told(unit);
                    if (told.differs()) {
                        units.put(unit, told);
                    }
                }
            }
            if (!units.isEmpty()) {
                for (ReviewItem item : workbench.items(digest, language)) {
                    Told told = units.get(item.unit());
                    if (told != null && item.state() != TargetState.INITIAL) {
                        texts.add(affected(item, told));
                    }
                }
            }
        }
        return texts;
    }

    /// What is told of a source before and after.
    private record Told(List<TermMatch> before, List<TermMatch> after) {

        boolean differs() {
            return !TermMatch.fingerprint(before).equals(TermMatch.fingerprint(after));
        }

        /// Where the source speaks of what is told differently.
        List<Span> marks() {
            List<Span> marks = new ArrayList<>();
            symmetricDifference(before, after).stream()
                    .flatMap(match -> match.spans().stream())
                    .sorted(Comparator.comparingInt(Span::start).thenComparing(Span::end))
                    .filter(span -> marks.isEmpty() || span.start() >= marks.getLast().end())
                    .forEach(marks::add);
            return marks;
        }
    }

    private Told told(Unit unit) {
        Language language = unit.id().language();
        return new Told(
                before.match(unit.source(), language), after.match(unit.source(), language));
    }

    private Affected affected(ReviewItem item, Told told) {
        Target target = Objects.requireNonNull(item.target());
        UnitKind kind = item.unit().id().kind();
        Language language = item.unit().id().language();
        List<Span> marks = told.marks();
        List<Span> old = OldWording.in(target.text(), language, told.before(), told.after());
        List<QaFinding> findings =
                checks
                        .inspect(
                                kind,
                                language,
                                item.unit().source(),
                                target.text(),
                                Effect.TERMINOLOGY::equals)
                        .findings()
                        .stream()
                        .filter(finding -> concerns(finding, marks))
                        .toList();
        boolean fits = kind == UnitKind.TRANSLATION ? findings.isEmpty() : old.isEmpty();
        Fate fate = fits ? Fate.FITS : item.personal() ? Fate.PROPOSE : Fate.REDO;
        return new Affected(item, marks, old, findings, fate, null);
    }

    /// What the check says of other terms in the same text, it says today.
    private static boolean concerns(QaFinding finding, List<Span> marks) {
        Span source = finding.source();
        return source == null
                || marks.stream()
                        .anyMatch(
                                mark -> mark.start() < source.end() && source.start() < mark.end());
    }
}
