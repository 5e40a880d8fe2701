package hanji.review;

import hanji.segment.TargetState;

/// How far the translations of a digest are in one language; counts what is still in the digest
/// only. A draft whose recipe alone is not today's counts as what it is.
///
/// @param approved approved and not published
/// @param published approved and published
/// @param edited an editor's text that nobody approved
/// @param drafts of machines and out of the memory, without serious findings
/// @param toDecide failed, rejected, of another source, or with a major or critical finding
public record Progress(int approved, int published, int edited, int drafts, int toDecide) {

    public static final Progress NOTHING = new Progress(0, 0, 0, 0, 0);

    /// What one unit adds.
    public static Progress of(ReviewItem item) {
        boolean started = item.state() != TargetState.INITIAL;
        boolean unfit = item.staleness() == Staleness.SOURCE_CHANGED;
        if (started ? unfit : item.toDecide()) {
            return new Progress(0, 0, 0, 0, 1);
        }
        return switch (item.state()) {
            case INITIAL -> NOTHING;
            case REVIEWED -> new Progress(1, 0, 0, 0, 0);
            case FINAL -> new Progress(0, 1, 0, 0, 0);
            case TRANSLATED ->
                    item.serious()
                            ? new Progress(0, 0, 0, 0, 1)
                            : item.target() != null && item.target().written()
                                    ? new Progress(0, 0, 1, 0, 0)
                                    : new Progress(0, 0, 0, 1, 0);
        };
    }

    public Progress plus(Progress other) {
        return new Progress(
                approved + other.approved,
                published + other.published,
                edited + other.edited,
                drafts + other.drafts,
                toDecide + other.toDecide);
    }

    /// Units that a person stands behind.
    public int done() {
        return approved + published;
    }

    public int started() {
        return done() + edited + drafts + toDecide;
    }
}
