package hanji.web;

import hanji.qa.Fixes;
import hanji.qa.QaFinding;
import hanji.review.FindingRef;
import hanji.segment.Span;
import hanji.segment.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Puts findings into words, with the fix where a certain one is known.
///
/// @param fixes null where none are offered
record FindingViews(Words words, @Nullable Fixes fixes) {

    /// Longer stretches are better seen where they are marked.
    private static final int BRIEF = 48;

    /// @param source what the target was inspected with
    /// @param shown the source as the page shows it, which may be a newer one
    List<FindingView> of(
            UnitId unit, String source, String shown, String target, List<QaFinding> findings) {
        List<FindingView> views = new ArrayList<>();
        for (QaFinding finding : findings) {
            views.add(
                    new FindingView(
                            FindingRef.of(finding).toString(),
                            views.size() + 1,
                            Glyph.of(finding.severity()),
                            finding.severity().name().toLowerCase(Locale.ROOT),
                            words.severity(finding.severity()),
                            words.category(finding.category()),
                            words.sentence(finding),
                            words.language(finding),
                            excerpt(finding.source(), shown),
                            excerpt(finding.target(), target),
                            fix(unit, source, target, finding)));
        }
        return views;
    }

    private @Nullable FixView fix(UnitId unit, String source, String target, QaFinding finding) {
        return fixes == null
                ? null
                : fixes.of(unit.kind(), unit.language(), source, target, finding)
                        .map(fix -> FixView.of(fix, target))
                        .orElse(null);
    }

    /// What a finding points at, where that is a few words and not a whole text.
    static @Nullable String excerpt(@Nullable Span span, String text) {
        return span == null
                        || span.end() > text.length()
                        || span.length() == 0
                        || span.length() > BRIEF
                ? null
                : span.of(text);
    }
}
