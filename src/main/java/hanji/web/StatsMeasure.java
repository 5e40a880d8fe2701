package hanji.web;

import hanji.review.Tally;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/// One chart of `/stats`: what it takes from a day's sums, and how it is written.
enum StatsMeasure {
    APPROVED("count"),
    EDITED("percent"),
    TIME("seconds"),
    FINDINGS("decimal"),
    DISMISSED("count"),
    COST("money"),
    TOKENS("count"),
    CALLS("count"),
    FAILED("count");

    /// As the page's script knows it.
    final String kind;

    StatsMeasure(String kind) {
        this.kind = kind;
    }

    /// Whether a day on which nothing was measured has no value, where counts have 0.
    boolean rate() {
        return switch (this) {
            case EDITED, TIME, FINDINGS -> true;
            case APPROVED, DISMISSED, COST, TOKENS, CALLS, FAILED -> false;
        };
    }

    OptionalDouble of(StatsDay day) {
        Tally tally = day.tally();
        return switch (this) {
            case EDITED -> tally.editRate();
            case TIME -> tally.secondsPerUnit();
            case FINDINGS -> tally.findingRate();
            case APPROVED -> count(tally.approved());
            case DISMISSED -> count(tally.dismissed());
            case COST -> tally.priced() ? OptionalDouble.of(tally.cost()) : OptionalDouble.empty();
            case TOKENS -> count(tally.tokens());
            case CALLS -> count(tally.requests());
            case FAILED -> count(day.failed());
        };
    }

    private static OptionalDouble count(long value) {
        return value == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    String shown(Ui ui, double value) {
        return switch (this) {
            case EDITED -> ui.percent(value, 1);
            case TIME -> ui.stats().seconds(ui.decimal(value, 1));
            case FINDINGS -> ui.decimal(value, 2);
            case COST -> ui.money(BigDecimal.valueOf(value));
            case APPROVED, DISMISSED, TOKENS, CALLS, FAILED -> ui.number(Math.round(value));
        };
    }

    String title(StatsMessages say) {
        return switch (this) {
            case APPROVED -> say.approved();
            case EDITED -> say.edited();
            case TIME -> say.time();
            case FINDINGS -> say.findings();
            case DISMISSED -> say.dismissed();
            case COST -> say.cost();
            case TOKENS -> say.tokens();
            case CALLS -> say.calls();
            case FAILED -> say.failed();
        };
    }

    /// @param group what the lines are
    String how(StatsMessages say, StatsGroup group) {
        boolean calls = group == StatsGroup.MODEL;
        return switch (this) {
            case APPROVED -> say.approvedHow();
            case EDITED -> say.editedHow();
            case TIME -> say.timeHow();
            case FINDINGS -> say.findingsHow();
            case DISMISSED -> say.dismissedHow();
            case COST -> calls ? say.costHow() : say.costOfTexts();
            case TOKENS -> calls ? say.tokensHow() : say.tokensOfTexts();
            case CALLS -> calls ? say.callsHow() : say.callsOfTexts();
            case FAILED -> say.failedHow();
        };
    }
}
