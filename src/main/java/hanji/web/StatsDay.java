package hanji.web;

import hanji.draft.Usage;
import hanji.review.Tally;
import hanji.review.Worked;

/// Sums of one line of the charts, of a day or of all.
///
/// @param failed calls that brought no usable answer
record StatsDay(Tally tally, long failed) {

    static final StatsDay NOTHING = new StatsDay(Tally.NOTHING, 0);

    static StatsDay of(Worked worked) {
        return new StatsDay(worked.tally(), 0);
    }

    /// Of calls as they were counted, instead of those that texts tell of.
    static StatsDay of(Usage usage) {
        return new StatsDay(
                Tally.calls(
                        usage.calls(),
                        usage.tokensIn() + usage.tokensOut(),
                        usage.cost() == null ? 0 : usage.cost().doubleValue(),
                        usage.cost() != null),
                usage.failed());
    }

    StatsDay plus(StatsDay other) {
        return new StatsDay(tally.plus(other.tally), failed + other.failed);
    }

    /// Without what models were asked.
    StatsDay uncalled() {
        return new StatsDay(tally.uncalled(), failed);
    }

    /// How much there is to see.
    long weight() {
        return tally.drafts() + tally.approved() + tally.requests();
    }
}
