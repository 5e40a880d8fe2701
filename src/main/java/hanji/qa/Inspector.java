package hanji.qa;

import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    private final List<QaCheck> ofTranslations =
            List.of(
                    new NumberCheck(),
                    new EntityCheck(),
                    new LabelCheck(),
                    new UrlCheck(),
                    VerbatimCheck.latex(),
                    VerbatimCheck.code(),
                    new MarkupCheck(),
                    new LineCheck(),
                    new LengthCheck(),
                    new InjectionCheck());

    private final List<QaCheck> ofCondensations = List.of(new CondenseCheck(), new GroundedCheck());

    /// What the checks say, at most forty findings of each.
    ///
    /// @param source the segment's text; for a condensation the entry's title and segments, one a
    ///   line
    /// @param target the produced text; the three texts of `bullets` stand one a line
    public QaReport inspect(UnitKind kind, Language language, String source, String target) {
        Pair pair = Pair.of(kind, language, source, target);
        List<QaFinding> findings = run(first, pair);
        if (findings.isEmpty()) {
            findings.addAll(run(always, pair));
            findings.addAll(
                    run(kind == UnitKind.TRANSLATION ? ofTranslations : ofCondensations, pair));
        }
        return findings.isEmpty() ? QaReport.CLEAN : new QaReport(findings);
    }

    /// The ids of all checks that read a unit of that kind.
    public Set<String> checks(UnitKind kind) {
        return Stream.of(
                        first,
                        always,
                        kind == UnitKind.TRANSLATION ? ofTranslations : ofCondensations)
                .flatMap(List::stream)
                .map(QaCheck::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<QaFinding> run(List<QaCheck> checks, Pair pair) {
        List<QaFinding> findings = new ArrayList<>();
        for (QaCheck check : checks) {
            check.inspect(pair).stream().limit(MOST).forEach(findings::add);
        }
        return findings;
    }
}
