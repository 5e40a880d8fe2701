package hanji.web;

import hanji.account.Right;
import hanji.review.Comment;
import hanji.review.Comments;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.workbench.Workbench;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What people say of a unit, for programs.
@Needs(Right.READ)
@Path("/api/v1/units/{id}/comments")
@Tag(name = "units")
@Produces({MediaType.APPLICATION_JSON, ProblemJson.MEDIA_TYPE})
@RunOnVirtualThread
final class CommentsApi {

    private final Workbench workbench;
    private final Comments comments;
    private final LiveEvents events;
    private final Who who;

    CommentsApi(Workbench workbench, Comments comments, LiveEvents events, Who who) {
        this.workbench = workbench;
        this.comments = comments;
        this.events = events;
        this.who = who;
    }

    record All(List<Comment> comments) {}

    /// @param text plain, at most 2,000 characters; `@name` calls somebody
    record Said(@Nullable String text) {}

    @GET
    @Operation(summary = "What was said of a unit, the oldest first")
    public All list(@PathParam("id") String id) {
        return new All(comments.of(workbench.unit(UnitId.of(id)).id()));
    }

    @Needs(Right.EDIT)
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say something of a unit; @name calls somebody")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "question",
                                            value = "{\"text\":\"@ida is this the usual term?\"}")))
    public Response add(@PathParam("id") String id, @Nullable Said said) {
        if (said == null || said.text() == null) {
            throw Problem.badInput("The body needs a \"text\".");
        }
        UnitId unit = UnitId.of(id);
        Comment comment =
                comments.add(
                        workbench.unit(unit),
                        workbench.item(unit).version(),
                        said.text(),
                        who.editor());
        events.changed(workbench.unit(unit).digest(), unit.language());
        return Response.status(201).entity(comment).build();
    }
}
