package hanji.qa;

import hanji.segment.Language;
import hanji.segment.Span;
import hanji.segment.UnitKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds changes that put right what a check found. Each one is tried: the text is inspected with
/// it, and the change is offered only when its finding is gone and nothing new is said. Pure,
/// thread-safe; costs a few inspections for each finding.
public final class Fixes {

    /// Longer texts are no bullets; trying changes on them would keep a page waiting.
    private static final int LONGEST_TEXT = 6_000;

    /// Candidates are tried in their order; the good one is among the first or nowhere.
    private static final int MOST_TRIED = 12;

    /// What was found at a place says the same at another place; longer stretches are whole texts.
    private static final int PLACE = 60;

    private final Inspector inspector;

    public Fixes(Inspector inspector) {
        this.inspector = inspector;
    }

    /// The change that puts a finding right.
    ///
    /// @param source what the target was inspected with
    /// @param finding one of those the inspection found
    /// @return empty where no certain one is known
    public Optional<Fix> of(
            UnitKind kind, Language language, String source, String target, QaFinding finding) {
        if (source.length() > LONGEST_TEXT
                || target.length() > LONGEST_TEXT
                || !within(finding.source(), source)
                || !within(finding.target(), target)) {
            return Optional.empty();
        }
        List<QaFinding> all = inspector.inspect(kind, language, source, target).findings();
        Map<Said, Integer> before = said(all, target);
        if (!before.containsKey(Said.of(finding, target))) {
            return Optional.empty();
        }
        return FixCandidates.of(Pair.of(kind, language, source, target), finding, all).stream()
                .distinct()
                .filter(fix -> fix.span().end() <= target.length())
                .filter(fix -> !fix.on(target).equals(target))
                .limit(MOST_TRIED)
                .filter(fix -> {
                    String fixed = fix.on(target);
                    return better(
                            Said.of(finding, target),
                            before,
                            said(
                                    inspector.inspect(kind, language, source, fixed).findings(),
                                    fixed));
                })
                .findFirst();
    }

    private static boolean within(@Nullable Span span, String text) {
        return span == null || span.end() <= text.length();
    }

    private static boolean better(Said wrong, Map<Said, Integer> before, Map<Said, Integer> after) {
        return after.getOrDefault(wrong, 0) < before.getOrDefault(wrong, 0)
                && after.entrySet().stream()
                        .allMatch(entry ->
                                entry.getValue() <= before.getOrDefault(entry.getKey(), 0));
    }

    private static Map<Said, Integer> said(List<QaFinding> findings, String target) {
        Map<Said, Integer> said = new HashMap<>();
        findings.forEach(finding -> said.merge(Said.of(finding, target), 1, Integer::sum));
        return said;
    }

    /// What a finding says, wherever in the target that has moved.
    private record Said(String check, @Nullable String key, @Nullable Span source, String there) {

        static Said of(QaFinding finding, String target) {
            Span span = finding.target();
            boolean brief =
                    span != null
                            && span.length() <= PLACE
                            && span.length() < target.length()
                            && within(span, target);
            return new Said(
                    finding.check(),
                    finding.remark() == null ? null : finding.remark().key(),
                    finding.source(),
                    brief && span != null ? span.of(target) : "");
        }
    }
}
