package hanji.review;

import org.jspecify.annotations.Nullable;

/// What an editor does with a unit.
public sealed interface Decision {

    /// She stands behind the text as it is.
    ///
    /// @param reason needed when a critical finding stands against it
    record Approve(@Nullable String reason) implements Decision {}

    /// Her own text.
    ///
    /// @param approve whether she stands behind it at once
    /// @param reason as for [Approve]
    /// @param tool what it was written with, where that is not Hanji
    record Amend(String text, boolean approve, @Nullable String reason, @Nullable String tool)
            implements Decision {

        public Amend(String text, boolean approve, @Nullable String reason) {
            this(text, approve, reason, null);
        }
    }

    /// The text is no good; the reason goes to whoever drafts next.
    record Reject(String reason) implements Decision {}

    /// Takes back the last decision that has not been taken back.
    record Undo() implements Decision {}

    /// The proposal becomes the text, unapproved.
    record TakeProposal() implements Decision {}

    record DropProposal() implements Decision {}

    /// A finding on the text is no error.
    record Dismiss(FindingRef finding, @Nullable String reason) implements Decision {}

    /// A dismissed finding counts again.
    record Restore(FindingRef finding) implements Decision {}

    /// As the audit log names it.
    default String word() {
        return switch (this) {
            case Approve _ -> "approve";
            case Amend amend -> amend.approve() ? "edit-and-approve" : "edit";
            case Reject _ -> "reject";
            case Undo _ -> "undo";
            case TakeProposal _ -> "take-proposal";
            case DropProposal _ -> "drop-proposal";
            case Dismiss dismiss -> "dismiss " + dismiss.finding();
            case Restore restore -> "restore " + restore.finding();
        };
    }
}
