package hanji.review;

import com.fasterxml.jackson.annotation.JsonValue;
import hanji.account.Editor;
import java.util.Locale;

/// What happened to a unit.
public enum Act {
    /// a model wrote the text that stands
    DRAFTED,
    /// the memory had a person's text for the same source
    FROM_MEMORY,
    /// a model mended its text by what the checks found in it
    REPAIRED,
    /// the mended text was no better; the one before stands
    REPAIR_DROPPED,
    /// a model wrote a text beside one that a person stands behind
    PROPOSED,
    /// no model gave a usable answer; the reason says why
    FAILED,
    EDITED,
    APPROVED,
    REJECTED,
    /// an editor took the proposal for her own
    PROPOSAL_TAKEN,
    PROPOSAL_DROPPED,
    /// an editor called a finding no error; the reason names it
    DISMISSED,
    /// a dismissed finding counts again
    RESTORED,
    /// the digest came again with another source for the unit
    SOURCE_CHANGED,
    /// the last decision was taken back
    UNDONE,
    PUBLISHED,
    /// somebody said something of the unit; the reason is what she said, null when she took it back
    COMMENTED,
    COMMENT_RESOLVED,
    COMMENT_REMOVED,
    /// what was published was withdrawn; a text that was in it stands approved again
    WITHDRAWN;

    /// Whether an editor did it, or asked a model for it, and can take it back.
    ///
    /// @param by who did it or asked for it
    public boolean undoable(String by) {
        return switch (this) {
            case EDITED, APPROVED, REJECTED, PROPOSAL_TAKEN -> true;
            case DRAFTED, REPAIRED, REPAIR_DROPPED -> !by.equals(Editor.HANJI.name());
            case FROM_MEMORY,
                    PROPOSED,
                    PROPOSAL_DROPPED,
                    DISMISSED,
                    RESTORED,
                    FAILED,
                    SOURCE_CHANGED,
                    UNDONE,
                    PUBLISHED,
                    COMMENTED,
                    COMMENT_RESOLVED,
                    COMMENT_REMOVED,
                    WITHDRAWN ->
                    false;
        };
    }

    /// Whether a model's text stands after it.
    public boolean machine() {
        return switch (this) {
            case DRAFTED, REPAIRED, REPAIR_DROPPED -> true;
            case FROM_MEMORY,
                    PROPOSED,
                    FAILED,
                    EDITED,
                    APPROVED,
                    REJECTED,
                    PROPOSAL_TAKEN,
                    PROPOSAL_DROPPED,
                    DISMISSED,
                    RESTORED,
                    SOURCE_CHANGED,
                    UNDONE,
                    PUBLISHED,
                    COMMENTED,
                    COMMENT_RESOLVED,
                    COMMENT_REMOVED,
                    WITHDRAWN ->
                    false;
        };
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
