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
    record One(
            Chrome chrome,
            Prompt prompt,
            String settings,
            String system,
            String user,
            List<Case> cases,
            String unit,
            @Nullable Tried tried) {}

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
}
