package hanji.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The prompt files and how their cases stand.
record PromptsView(Chrome chrome, List<Prompt> prompts) {

    /// @param cases counted by how they stand, as `61 ok, 1 stale`; empty when there are none
    record Prompt(String id, String description, String version, String inputs, String cases) {}

    /// One of them.
    ///
    /// @param tried what it says of a unit; null when no unit was asked for
    /// @param sides names that a comparison may well have
    /// @param compared null when no comparison was asked for
    record One(
            Chrome chrome,
            Prompt prompt,
            String settings,
            String system,
            String user,
            List<Case> cases,
            String unit,
            @Nullable Tried tried,
            List<String> sides,
            @Nullable Compared compared) {}

    record Case(
            String id,
            String place,
            String description,
            String status,
            String why,
            String model,
            String figures,
            @Nullable String answer) {}

    /// What would be sent for a unit; nothing was.
    record Tried(
            String place, String model, String system, String user, String tokens, String cost) {}

    /// Two versions, or the answers of two models.
    ///
    /// @param before as it was asked for
    /// @param after empty for the files as they stand
    /// @param system null when it is the same on both sides
    /// @param user null when it is the same on both sides
    record Compared(
            String before,
            String after,
            String counts,
            List<String> figures,
            @Nullable Pair system,
            @Nullable Pair user,
            List<Change> changes) {}

    /// @param why it does not hold after; may be empty
    /// @param answer null when both sides have the same
    record Change(
            String id,
            String was,
            String is,
            boolean worse,
            String why,
            List<String> scores,
            @Nullable Pair answer) {}

    /// Two texts with what only one of them has marked.
    record Pair(List<Piece> before, List<Piece> after) {

        static Pair of(String before, String after) {
            List<Piece> pieces = WordDiff.of(before, after);
            return new Pair(
                    pieces.stream().filter(piece -> !piece.element().equals("ins")).toList(),
                    pieces.stream().filter(piece -> !piece.element().equals("del")).toList());
        }
    }
}
