package hanji.web;

import hanji.review.Unit;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.workbench.Only;
import hanji.workbench.Work;
import hanji.workbench.Workbench;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// What would be asked for one unit alone.
@ApplicationScoped
class UnitRequest {

    private final Workbench workbench;

    UnitRequest(Workbench workbench) {
        this.workbench = workbench;
    }

    /// @throws Problem (not found) for a unit that its digest no longer holds
    Work work(UnitId id) {
        Unit unit = workbench.unit(id);
        return workbench
                .works(workbench.digest(unit.digest()), id.language(), List.of(id), Only.ALL)
                .stream()
                .findFirst()
                .orElseThrow(
                        () -> Problem.notFound("The entry of %s holds no text.".formatted(id)));
    }
}
