package hanji.qa;

import hanji.segment.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What only one side speaks of, by the dictionary of [Concepts]: several things of the source that
/// the target has no word for, or one that nobody adds for the sake of style.
final class CoverageCheck implements QaCheck {

    /// Of 815 good pairs none lacks this many; two are lacking in 6, all of them of full length.
    private static final int MANY = 3;

    private static final int SEVERAL = 2;
    private static final double SHORT = 0.9;

    @Override
    public String id() {
        return "coverage";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        if (pair.target().letters().hangul() > 0) {
            return List.of();
        }
        List<Mark> missing = Concepts.unanswered(pair.source(), pair.target());
        if (missing.size() >= MANY || missing.size() >= SEVERAL && shorter(pair)) {
            return List.of(
                    finding(
                            missing.size() >= MANY ? Severity.MAJOR : Severity.MINOR,
                            MqmCategory.OMISSION,
                            stretch(missing),
                            null,
                            Remark.of("coverage.missing", words(pair.source(), missing))));
        }
        List<Mark> added = Concepts.unanswered(pair.target(), pair.source());
        return added.isEmpty()
                ? List.of()
                : List.of(
                        finding(
                                Severity.MINOR,
                                MqmCategory.ADDITION,
                                null,
                                stretch(added),
                                Remark.of("coverage.added", words(pair.target(), added))));
    }

    private static boolean shorter(Pair pair) {
        String source = pair.source().masked();
        String target = pair.target().masked();
        double expected = LengthRate.of(pair.language()).expected(source, 0, source.length());
        return LengthRate.actual(target, 0, target.length()) < SHORT * expected;
    }

    private static Span stretch(List<Mark> marks) {
        return new Span(marks.getFirst().start(), marks.getLast().end());
    }

    private static String words(Side side, List<Mark> marks) {
        return Words.shorten(
                marks.stream()
                        .limit(4)
                        .map(mark -> "“" + mark.span().of(side.text()) + "”")
                        .collect(Collectors.joining(", ")));
    }

    private QaFinding finding(
            Severity severity,
            MqmCategory category,
            @Nullable Span source,
            @Nullable Span target,
            Remark message) {
        return new QaFinding(id(), category, severity, source, target, message);
    }
}
