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

/// What an approved wording would do to the other texts of its original, and doing exactly that,
/// for scripts.
@Needs(Right.READ)
@Path("/api/v1/memory/effect")
@Tag(name = "memory")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, ProblemJson.MEDIA_TYPE})
final class WordingApi {

    private static final String UNIT = "{\"unit\":\"translation-12-en\"}";

    private static final String SEALED =
            "{\"unit\":\"translation-12-en\",\"seal\":\"the one that came with the effect\",\"budget\":{\"maxTokens\":500000}}";

    private final EffectRedo redo;
    private final EffectAnswers answers;
    private final Who who;

    WordingApi(EffectRedo redo, EffectAnswers answers, Who who) {
        this.redo = redo;
        this.answers = answers;
        this.who = who;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "What an approved text would do to the other texts of the same original: which take it as it is, which a model would be asked for again, and what that would take; changes nothing and asks no model")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "an approved unit", value = UNIT)))
    public EffectJson effect(
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @Nullable WordingAsked asked) {
        EffectAnswers.check(offset, limit);
        return EffectJson.of(redo.preview(required(asked).wish(), who.editor()), offset, limit);
    }

    @Needs(Right.DRAFT)
    @POST
    @Path("apply")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Have the wording reach exactly the texts that the effect told: 202 with the batch's place, 204 when no model is asked; 409 when anything was changed since. Machine drafts take it or are drafted again, people's texts get proposals")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "as it was told", value = SEALED)))
    public Response apply(@Nullable WordingAsked asked) {
        WordingAsked given = required(asked);
        return answers.made(redo.apply(given.wish(), given.seen(), given.limits(), who.editor()));
    }

    private static WordingAsked required(@Nullable WordingAsked asked) {
        if (asked == null) {
            throw Problem.badInput("The body is empty: name the unit whose text is approved.");
        }
        return asked;
    }
}
