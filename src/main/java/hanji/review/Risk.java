package hanji.review;

import hanji.qa.QaReport;
import hanji.qa.Severity;
import org.jspecify.annotations.Nullable;

/// How soon somebody should look at a unit. First comes what must be decided, by its worst finding
/// or its state; then drafts with small findings, then what is in doubt only because nobody has
/// read it. A judge's worst error counts like a finding one step milder: it comes from a model, and
/// no rule stands behind it.
///
/// Inside a step the sum of all weighs. The weights are MQM's as Freitag et al. 2021 ("Experts,
/// Errors, and Context") and Lommel et al. 2024 use them: critical 25, major 5, minor 1, neutral 0.
final class Risk {

    /// Above any sum that orders units of one step; more findings than that differ in nothing.
    private static final int STEP = 1000;

    private Risk() {}

    /// @return 0 for what is settled; higher is riskier
    static int of(ReviewItem item) {
        int step = Math.max(step(item), judged(item.judgement(), item));
        return step == 0 ? 0 : step * STEP + Math.min(STEP - 1, weight(item));
    }

    private static int step(ReviewItem item) {
        int worst = worst(item);
        return switch (item.mark()) {
            case STALE -> Math.max(7, worst);
            case REJECTED -> 5;
            case FAILED -> 4;
            case DRAFT, EDITED -> Math.max(item.proposal() == null ? 1 : 6, worst);
            case NONE, APPROVED, FINAL -> item.proposal() == null ? 0 : 6;
        };
    }

    private static int worst(ReviewItem item) {
        return item.target() == null ? 0 : step(item.target().report());
    }

    private static int step(QaReport report) {
        return report.worst()
                .map(worst ->
                        switch (worst) {
                            case CRITICAL -> 9;
                            case MAJOR -> 8;
                            case MINOR -> 2;
                            case NEUTRAL -> 0;
                        })
                .orElse(0);
    }

    private static int judged(@Nullable Judgement judgement, ReviewItem item) {
        boolean open = item.mark() == Mark.DRAFT || item.mark() == Mark.EDITED;
        return judgement == null || !open
                ? 0
                : judgement
                        .report()
                        .worst()
                        .map(worst ->
                                worst == Severity.CRITICAL ? 8 : worst == Severity.MAJOR ? 3 : 1)
                        .orElse(0);
    }

    private static int weight(ReviewItem item) {
        int findings = item.target() == null ? 0 : item.target().report().weight();
        int judged = item.judgement() == null ? 0 : (int) Math.round(item.judgement().score());
        return findings + judged;
    }
}
