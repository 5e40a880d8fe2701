package hanji.review;

import java.util.List;
import java.util.OptionalInt;

/// Recognises a decision that arrived already, when it is sent again because its answer was lost.
public final class Repetition {

    private Repetition() {}

    /// The version that the decision left, when it is what the editor did to the version she saw;
    /// whatever happened to the unit since. Of what was said of a text meanwhile nothing is looked
    /// at: she had not seen it.
    ///
    /// @param history of the unit, the newest first
    /// @param seen the version she decided on
    public static OptionalInt version(
            List<HistoryEntry> history, int seen, Decision decision, String editor) {
        OptionalInt first = at(history, seen + 1, editor, decision);
        if (decision instanceof Decision.Amend amend && amend.approve()) {
            // where the text stood already, it was approved only
            return first.isPresent()
                    ? at(history, seen + 2, editor, new Decision.Approve(amend.reason()))
                    : stood(history, seen, amend.text())
                            ? at(history, seen + 1, editor, new Decision.Approve(amend.reason()))
                            : OptionalInt.empty();
        }
        return first;
    }

    private static OptionalInt at(
            List<HistoryEntry> history, int version, String editor, Decision decision) {
        return history.stream()
                .filter(entry -> entry.version() == version && entry.actor().equals(editor))
                .filter(entry -> is(entry, decision))
                .mapToInt(HistoryEntry::version)
                .findFirst();
    }

    private static boolean stood(List<HistoryEntry> history, int version, String text) {
        return history.stream().anyMatch(entry -> entry.version() == version && holds(entry, text));
    }

    private static boolean is(HistoryEntry entry, Decision decision) {
        return switch (decision) {
            case Decision.Approve _ -> entry.act() == Act.APPROVED;
            case Decision.Amend amend -> entry.act() == Act.EDITED && holds(entry, amend.text());
            case Decision.Reject reject ->
                    entry.act() == Act.REJECTED && reject.reason().strip().equals(entry.reason());
            // taking back twice is another thing than taking back once
            case Decision.Undo _ -> false;
            case Decision.TakeProposal _ -> entry.act() == Act.PROPOSAL_TAKEN;
            case Decision.DropProposal _ -> entry.act() == Act.PROPOSAL_DROPPED;
            case Decision.Dismiss dismiss ->
                    entry.act() == Act.DISMISSED && about(entry, dismiss.finding());
            case Decision.Restore restore ->
                    entry.act() == Act.RESTORED && about(entry, restore.finding());
        };
    }

    private static boolean holds(HistoryEntry entry, String text) {
        return entry.target() != null && entry.target().text().equals(Deciding.kept(text));
    }

    /// The reason names the check first, and then says why.
    private static boolean about(HistoryEntry entry, FindingRef finding) {
        return entry.reason() != null
                && (entry.reason().equals(finding.check())
                        || entry.reason().startsWith(finding.check() + ": "));
    }
}
