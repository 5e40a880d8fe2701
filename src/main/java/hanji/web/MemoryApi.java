package hanji.web;

import hanji.account.Right;
import hanji.memory.Memory;
import hanji.memory.MemoryMatch;
import hanji.memory.MemoryQuery;
import hanji.segment.Language;
import hanji.segment.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The translation memory, for scripts.
@Needs(Right.READ)
@Path("/api/v1/memory")
@Tag(name = "memory")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, ProblemJson.MEDIA_TYPE})
final class MemoryApi {

    private final Memory memory;

    MemoryApi(Memory memory) {
        this.memory = memory;
    }

    /// @param ready false while pairs may still be missing
    record Result(boolean ready, List<MemoryMatch> matches) {}

    @GET
    @Operation(
            summary =
                    "At most five approved pairs whose source is the same or at least 70 % like a text; the best first")
    public Result matches(
            @QueryParam("source") @Nullable String source,
            @QueryParam("target") @Nullable String target) {
        if (source == null || source.isBlank()) {
            throw Problem.badInput("source: give the Korean text to find approved texts for.");
        }
        if (target == null || target.isBlank()) {
            throw Problem.badInput(
                    "target: give the language of the texts, one of %s.",
                    Language.tags(Language.TARGETS));
        }
        return new Result(
                memory.ready(), memory.matches(MemoryQuery.of(source, Language.target(target))));
    }
}
