package hanji.review;

import hanji.qa.QaReport;
import hanji.segment.Sentence;

/// What came of a decision.
public sealed interface Outcome {

    /// The item as it stands after the call.
    ReviewItem item();

    record Done(ReviewItem item) implements Outcome {}

    /// Somebody was faster: `item` is what stands now, nothing was changed.
    record Outdated(ReviewItem item) implements Outcome {}

    /// The decision is not possible as things stand; `why` is for the editor.
    record NotPossible(ReviewItem item, Sentence why) implements Outcome {}

    /// A critical finding stands against the text, and no reason was given for approving it.
    ///
    /// @param report on the text she would stand behind, which need not be the item's
    record ReasonNeeded(ReviewItem item, QaReport report) implements Outcome {}
}
