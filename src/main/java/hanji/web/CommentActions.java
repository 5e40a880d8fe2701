package hanji.web;

import hanji.account.Right;
import hanji.review.Comments;
import hanji.review.ReviewItem;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.workbench.Workbench;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// What people say of a unit. Every answer is all that was said, as it stands; a refusal is that
/// too, with its reason and what was typed.
@Needs(Right.EDIT)
@Path("/digests/{key}/units/{id}/comments")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CommentActions {

    @CheckedTemplate(basePath = "TogetherPage")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance comments(CommentView.Thread thread);
    }

    private final Workbench workbench;
    private final Comments comments;
    private final LiveEvents events;
    private final Who who;
    private final ErrorPage errors;

    CommentActions(
            Workbench workbench, Comments comments, LiveEvents events, Who who, ErrorPage errors) {
        this.workbench = workbench;
        this.comments = comments;
        this.events = events;
        this.who = who;
        this.errors = errors;
    }

    @Needs(Right.READ)
    @GET
    public TemplateInstance thread(@PathParam("id") String id, @Context HttpHeaders headers) {
        return answer(UnitId.of(id), headers, null, "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance add(
            @PathParam("id") String id,
            @RestForm int version,
            @RestForm @Nullable String text,
            @Context HttpHeaders headers) {
        UnitId unit = UnitId.of(id);
        String said = text == null ? "" : text;
        return doing(
                unit,
                headers,
                said,
                () -> comments.add(workbench.unit(unit), Math.max(0, version), said, who.editor()));
    }

    @POST
    @Path("{number}/resolve")
    public TemplateInstance resolve(
            @PathParam("id") String id,
            @PathParam("number") long number,
            @Context HttpHeaders headers) {
        UnitId unit = UnitId.of(id);
        return doing(unit, headers, "", () -> comments.resolve(unit, number, who.editor()));
    }

    @POST
    @Path("{number}/remove")
    public TemplateInstance remove(
            @PathParam("id") String id,
            @PathParam("number") long number,
            @Context HttpHeaders headers) {
        UnitId unit = UnitId.of(id);
        return doing(unit, headers, "", () -> comments.remove(unit, number, who.editor()));
    }

    private TemplateInstance doing(UnitId unit, HttpHeaders headers, String typed, Runnable act) {
        try {
            act.run();
        } catch (Problem problem) {
            return answer(unit, headers, problem, typed);
        }
        events.changed(workbench.unit(unit).digest(), unit.language());
        return answer(unit, headers, null, "");
    }

    private TemplateInstance answer(
            UnitId id, HttpHeaders headers, @Nullable Problem problem, String typed) {
        Ui ui = Interface.ui(headers);
        ReviewItem item = workbench.item(id);
        return Interface.in(
                ui,
                Templates.comments(
                        new CommentView.Thread(
                                Ui.path(item.unit().digest()) + "/units/" + id + "/comments",
                                item.version(),
                                comments.of(id).stream()
                                        .map(one -> CommentView.of(ui, one, comments, who.editor()))
                                        .toList(),
                                who.editor().may(Right.EDIT, id.language()),
                                problem == null ? null : ui.told(problem),
                                typed)));
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
