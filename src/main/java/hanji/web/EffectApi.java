package hanji.web;

import hanji.account.Right;
import hanji.batch.EffectRedo;
import hanji.segment.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What a change of the terms would do to the texts, and doing exactly that, for scripts.
@Needs(Right.READ)
@Path("/api/v1/terms/effect")
@Tag(name = "terms")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, ProblemJson.MEDIA_TYPE})
final class EffectApi {

    private static final String CHANGE =
            "{\"change\":\"add\",\"concept\":{\"terms\":[{\"language\":\"ko\",\"text\":\"확산 모델\",\"status\":\"preferred\"},{\"language\":\"en\",\"text\":\"diffusion model\",\"status\":\"preferred\"}]}}";

    private static final String SEALED =
            "{\"change\":\"remove\",\"id\":1,\"version\":1,\"seal\":\"the one that came with the effect\",\"budget\":{\"maxTokens\":500000}}";

    private final EffectRedo redo;
    private final EffectAnswers answers;
    private final Who who;

    EffectApi(EffectRedo redo, EffectAnswers answers, Who who) {
        this.redo = redo;
        this.answers = answers;
        this.who = who;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "What a change of one concept would do: the texts it concerns, and what having them redone would take; changes nothing and asks no model")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a new term", value = CHANGE)))
    public EffectJson effect(
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @Nullable EffectAsked asked) {
        EffectAnswers.check(offset, limit);
        return EffectJson.of(redo.preview(required(asked).wish(), who.editor()), offset, limit);
    }

    @Needs(Right.APPROVE)
    @POST
    @Path("apply")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Change the concept and have exactly the texts redone that the effect told: 202 with the batch's place, 204 when there are none; 409 when anything was changed since. Machine drafts are drafted again, people's texts get proposals")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "as it was told", value = SEALED)))
    public Response apply(@Nullable EffectAsked asked) {
        EffectAsked given = required(asked);
        return answers.made(redo.apply(given.wish(), given.seen(), given.limits(), who.editor()));
    }

    private static EffectAsked required(@Nullable EffectAsked asked) {
        if (asked == null) {
            throw Problem.badInput("The body is empty: send the change you think of.");
        }
        return asked;
    }
}
