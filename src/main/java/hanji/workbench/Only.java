package hanji.workbench;

import com.fasterxml.jackson.annotation.JsonValue;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.segment.Problem;
import hanji.segment.TargetState;
import java.util.Locale;

/// Which units a model is asked for. Where a person stands behind a text, what comes is a proposal
/// beside it.
public enum Only {
    /// those without a text, unless an editor rejected one
    MISSING,
    /// those whose text belongs to another source, or would be asked for in another way today
    STALE,
    ALL;

    boolean wants(ReviewItem item) {
        return switch (this) {
            case MISSING -> item.missing();
            case STALE ->
                    item.state() != TargetState.INITIAL && item.staleness() != Staleness.FRESH;
            case ALL -> true;
        };
    }

    /// By the name the interface uses.
    ///
    /// @throws Problem (bad input) that lists the names
    public static Only of(String name) {
        return switch (name) {
            case "missing" -> MISSING;
            case "stale" -> STALE;
            case "all" -> ALL;
            default ->
                    throw Problem.badInput(
                            "only: \"%s\" is not known, use missing, stale or all.", name);
        };
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
