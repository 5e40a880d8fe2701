package hanji.qa;

import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
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
        List<QaFinding> findings = run(first.stream(), pair);
        if (findings.isEmpty()) {
            findings.addAll(
                    run(
                            Stream.concat(always.stream(), own(kind).stream())
                                    .filter(check -> wanted.test(check.id())),
                            pair));
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

    private static List<QaFinding> run(Stream<QaCheck> checks, Pair pair) {
        List<QaFinding> findings = new ArrayList<>();
        checks.forEach(check -> check.inspect(pair).stream().limit(MOST).forEach(findings::add));
        return findings;
    }
}
