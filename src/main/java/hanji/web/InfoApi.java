package hanji.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import hanji.account.Right;
import hanji.draft.Drafter;
import hanji.draft.Usage;
import hanji.llm.Model;
import hanji.prompt.PromptCatalog;
import hanji.workbench.Workbench;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What is configured, and what was spent.
@Needs(Right.READ)
@Path("/api/v1")
@Tag(name = "about")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, ProblemJson.MEDIA_TYPE})
final class InfoApi {

    private final Workbench workbench;
    private final PromptCatalog prompts;
    private final Drafter drafter;

    InfoApi(Workbench workbench, PromptCatalog prompts, Drafter drafter) {
        this.workbench = workbench;
        this.prompts = prompts;
        this.drafter = drafter;
    }

    /// @param live false when recorded answers serve
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ModelJson(
            String id,
            String provider,
            String name,
            boolean live,
            @Nullable BigDecimal priceIn,
            @Nullable BigDecimal priceOut) {

        static ModelJson of(Model model) {
            return new ModelJson(
                    model.id(),
                    model.provider(),
                    model.name(),
                    model.live(),
                    model.priceIn(),
                    model.priceOut());
        }
    }

    record Models(List<ModelJson> models) {}

    record PromptJson(String id, String description, String version) {}

    record Prompts(List<PromptJson> prompts) {}

    record Spent(List<Usage> usage) {}

    @GET
    @Path("models")
    @Operation(
            summary =
                    "The configured models, the default first; only \"recorded\" when there is none")
    public Models models() {
        return new Models(workbench.models().stream().map(ModelJson::of).toList());
    }

    @GET
    @Path("prompts")
    @Operation(summary = "The prompt files and their versions (SHA-256 of the content)")
    public Prompts prompts() {
        return new Prompts(
                prompts.templates().stream()
                        .map(prompt ->
                                new PromptJson(prompt.id(), prompt.description(), prompt.version()))
                        .toList());
    }

    @GET
    @Path("usage")
    @Operation(summary = "Calls, tokens and price by day (UTC) and model")
    public Spent usage() {
        return new Spent(drafter.usage());
    }
}
