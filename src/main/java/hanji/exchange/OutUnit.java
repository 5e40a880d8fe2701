package hanji.exchange;

import hanji.review.Comment;
import hanji.review.ReviewItem;
import hanji.review.Target;
import hanji.segment.Language;
import hanji.segment.TargetState;
import hanji.termbase.TermMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bullet that goes out with its text in one language.
///
/// @param target null where none goes along
/// @param terms that its source speaks of
/// @param comments of people, the oldest first
record OutUnit(
        ReviewItem item, @Nullable Target target, List<TermMatch> terms, List<Comment> comments) {

    /// Why it has no text, or whose it is; an XLIFF 2 `subState`.
    String subState() {
        return "hanji:" + item.mark().name().toLowerCase(java.util.Locale.ROOT);
    }

    TargetState state() {
        return target == null ? TargetState.INITIAL : item.state();
    }

    String source() {
        return item.unit().source();
    }

    Language language() {
        return item.unit().id().language();
    }

    /// The machine's text beside a person's, where it can be said.
    @Nullable Target proposal() {
        Target proposal = item.proposal();
        return proposal != null && Expressible.is(proposal.text()) ? proposal : null;
    }

    boolean expressible() {
        return Expressible.is(source()) && (target == null || Expressible.is(target.text()));
    }
}
