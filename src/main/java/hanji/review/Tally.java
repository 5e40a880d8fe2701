package hanji.review;

import java.util.OptionalDouble;

/// What was done with some texts; sums, so that days and languages can be added up.
///
/// @param drafts texts that models wrote
/// @param findings of at least minor severity on these
/// @param dismissed findings that editors called no error
/// @param approved approvals, also those that were taken back later
/// @param changed approvals of a text that is not the machine's
/// @param rejected rejections
/// @param edits code points that were inserted, deleted or replaced between the machine's text and
///   the approved one
/// @param signs code points of the approved texts
/// @param timed units of which it is known how long an editor had them
/// @param millis that these took
/// @param measured those of which a browser measured it; of the others it is the time between
///   decisions
/// @param requests to models that the drafts came from, without answers that had been paid for
/// @param tokens in and out of these requests
/// @param cost of these requests, in the currency of the configured prices
/// @param priced whether there was a price
public record Tally(
        long drafts,
        long findings,
        long dismissed,
        long approved,
        long changed,
        long rejected,
        long edits,
        long signs,
        long timed,
        long millis,
        long measured,
        long requests,
        long tokens,
        double cost,
        boolean priced) {

    public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false);

    static Tally drafted(long findings) {
        return new Tally(1, findings, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false);
    }

    /// Requests to models alone.
    public static Tally calls(long requests, long tokens, double cost, boolean priced) {
        return new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, requests, tokens, cost, priced);
    }

    static Tally dismissal() {
        return new Tally(0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false);
    }

    static Tally rejection() {
        return new Tally(0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, false);
    }

    static Tally approval(long edits, long signs, boolean changed) {
        return new Tally(0, 0, 0, 1, changed ? 1 : 0, 0, edits, signs, 0, 0, 0, 0, 0, 0, false);
    }

    static Tally time(long units, long millis) {
        return new Tally(0, 0, 0, 0, 0, 0, 0, 0, units, millis, 0, 0, 0, 0, false);
    }

    static Tally measured(long units, long millis) {
        return new Tally(0, 0, 0, 0, 0, 0, 0, 0, units, millis, units, 0, 0, 0, false);
    }

    public Tally plus(Tally other) {
        return new Tally(
                drafts + other.drafts,
                findings + other.findings,
                dismissed + other.dismissed,
                approved + other.approved,
                changed + other.changed,
                rejected + other.rejected,
                edits + other.edits,
                signs + other.signs,
                timed + other.timed,
                millis + other.millis,
                measured + other.measured,
                requests + other.requests,
                tokens + other.tokens,
                cost + other.cost,
                priced || other.priced);
    }

    /// All but the requests to models.
    public Tally uncalled() {
        return new Tally(
                drafts, findings, dismissed, approved, changed, rejected, edits, signs, timed,
                millis, measured, 0, 0, 0, false);
    }

    /// Character edit rate: edits for each character of the approved texts, the approved text being
    /// the reference as in HTER (M. Snover et al., "A Study of Translation Edit Rate with Targeted
    /// Human Annotation", AMTA 2006); by characters, since Japanese and Chinese write no words, and
    /// without its shifts. 0 is a text approved as it came; empty without approvals.
    public OptionalDouble editRate() {
        return ratio(edits, signs);
    }

    /// Findings of at least minor severity for each machine text.
    public OptionalDouble findingRate() {
        return ratio(findings, drafts);
    }

    public OptionalDouble secondsPerUnit() {
        return ratio(millis / 1000.0, timed);
    }

    private static OptionalDouble ratio(double part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
}
