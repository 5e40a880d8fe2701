package hanji.qa;

import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.termbase.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a source and its target with every check. Pure, thread-safe, milliseconds; time grows with
/// the length of the texts, whatever they hold.
public final class Inspector {

    /// More findings of one check on one text help nobody.
    private static final int MOST = 40;

    /// When one of these speaks, the others would only repeat it.
    private final List<QaCheck> first = List.of(new EmptyCheck(), new UntranslatedCheck());

    private final List<QaCheck> always =
            List.of(
                    new HangulCheck(),
                    new LanguageCheck(),
                    new MetaCheck(),
                    new ControlCheck(),
                    new DoubledWordCheck());

    private final List<QaCheck> ofTranslations;

    private final List<QaCheck> ofCondensations = List.of(new CondenseCheck(), new GroundedCheck());

    private final Set<String> unmendable;

    private final Grading grading;

    public Inspector(Grading grading) {
        this(grading, () -> Terms.NONE);
    }

    /// @param terms asked at each inspection for the agreed terms
    public Inspector(Grading grading, Supplier<Terms> terms) {
        this.grading = grading;
        this.ofTranslations =
                List.of(
                        new NumberCheck(),
                        new EntityCheck(),
                        new NegationCheck(),
                        new ComparisonCheck(),
                        new CoverageCheck(),
                        new LabelCheck(),
                        new UrlCheck(),
                        VerbatimCheck.latex(),
                        VerbatimCheck.code(),
                        new MarkupCheck(),
                        new LineCheck(),
                        new LengthCheck(),
                        new InjectionCheck(),
                        new TerminologyCheck(terms));
        this.unmendable =
                Stream.of(first, always, ofTranslations, ofCondensations)
                        .flatMap(List::stream)
                        .filter(check -> !check.mendable())
                        .map(QaCheck::id)
                        .collect(Collectors.toSet());
    }

    /// With every check as it is, and no agreed terms.
    public Inspector() {
        this(Grading.USUAL);
    }

    /// The same checks, with other agreed terms.
    public Inspector with(Terms terms) {
        return new Inspector(grading, () -> terms);
    }

    /// The ids of all checks.
    List<String> checks() {
        return Stream.of(first, always, ofTranslations, ofCondensations)
                .flatMap(List::stream)
                .map(QaCheck::id)
                .toList();
    }

    /// What the checks say, at most forty findings of each.
    ///
    /// @param source the segment's text; for a condensation the entry's title and segments, one a
    ///   line
    /// @param target the produced text; the three texts of `bullets` stand one a line
    public QaReport inspect(UnitKind kind, Language language, String source, String target) {
        return inspect(kind, language, source, target, _ -> true);
    }

    /// The same by some of the checks only, and by those that silence all others.
    ///
    /// @param wanted asked with a check's id
    public QaReport inspect(
            UnitKind kind,
            Language language,
            String source,
            String target,
            Predicate<String> wanted) {
        Pair pair = Pair.of(kind, language, source, target);
        List<QaFinding> findings = new ArrayList<>();
        run(first, pair, _ -> true, findings);
        if (findings.isEmpty()) {
            run(always, pair, wanted, findings);
            run(own(kind), pair, wanted, findings);
        }
        return findings.isEmpty() ? QaReport.CLEAN : new QaReport(findings);
    }

    private List<QaCheck> own(UnitKind kind) {
        return kind == UnitKind.TRANSLATION ? ofTranslations : ofCondensations;
    }

    /// The ids of all checks that read a unit of that kind.
    public Set<String> checks(UnitKind kind) {
        return Stream.of(first, always, own(kind))
                .flatMap(List::stream)
                .map(QaCheck::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The major and critical findings that whoever wrote the target can put right.
    public List<QaFinding> mendable(QaReport report) {
        return report.findings().stream()
                .filter(finding -> finding.severity().atLeast(Severity.MAJOR))
                .filter(finding -> !unmendable.contains(finding.check()))
                .toList();
    }

    private void run(
            List<QaCheck> checks, Pair pair, Predicate<String> wanted, List<QaFinding> findings) {
        for (QaCheck check : checks) {
            if (!wanted.test(check.id()) || grading.off(check.id(), pair.language())) {
                continue;
            }
            List<QaFinding> all = check.inspect(pair);
            for (QaFinding finding : all.size() > MOST ? all.subList(0, MOST) : all) {
                findings.add(grading.graded(finding, pair.language()));
            }
        }
    }
}
