package hanji.web;

import hanji.account.Editor;
import hanji.batch.Batches;
import hanji.review.Decision;
import hanji.review.Mark;
import hanji.review.Outcome;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.workbench.StoredDigest;
import hanji.workbench.Workbench;
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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// What an editor does with one unit on the bench. Every answer is the unit's row as it stands,
/// with the parts of the page that changed with it; a refusal is a row too, with its reason beside
/// it.
@Path("/digests/{key}/units/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class UnitActions {

    private final Workbench workbench;
    private final Batches batches;
    private final Editor editor;
    private final ErrorPage errors;

    UnitActions(Workbench workbench, Batches batches, Editor editor, ErrorPage errors) {
        this.workbench = workbench;
        this.batches = batches;
        this.editor = editor;
        this.errors = errors;
    }

    /// The row as it stands, for whoever wants to see what somebody else made of it.
    @GET
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance row(@PathParam("id") String id, @Context HttpHeaders headers) {
        return answer(Interface.ui(headers), workbench.item(UnitId.of(id)), null, null);
    }

    @GET
    @Path("inspector")
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance inspector(@PathParam("id") String id, @Context HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        return Interface.in(
                ui, BenchPage.Templates.inspector(inspector(ui, workbench.item(UnitId.of(id)))));
    }

    @POST
    @Path("approve")
    public TemplateInstance approve(
            @PathParam("id") String id,
            @RestForm int version,
            @RestForm @Nullable String reason,
            @Context HttpHeaders headers) {
        return decide(id, version, new Decision.Approve(reason), headers);
    }

    @POST
    @Path("edit")
    public TemplateInstance edit(
            @PathParam("id") String id,
            @RestForm int version,
            @RestForm @Nullable String text,
            @RestForm boolean approve,
            @RestForm @Nullable String reason,
            @Context HttpHeaders headers) {
        return decide(
                id,
                version,
                new Decision.Amend(text == null ? "" : text, approve, reason),
                headers);
    }

    @POST
    @Path("reject")
    public TemplateInstance reject(
            @PathParam("id") String id,
            @RestForm int version,
            @RestForm @Nullable String reason,
            @Context HttpHeaders headers) {
        return decide(id, version, new Decision.Reject(reason == null ? "" : reason), headers);
    }

    @POST
    @Path("undo")
    public TemplateInstance undo(
            @PathParam("id") String id, @RestForm int version, @Context HttpHeaders headers) {
        return decide(id, version, new Decision.Undo(), headers);
    }

    @POST
    @Path("take")
    public TemplateInstance take(
            @PathParam("id") String id, @RestForm int version, @Context HttpHeaders headers) {
        return decide(id, version, new Decision.TakeProposal(), headers);
    }

    @POST
    @Path("drop")
    public TemplateInstance drop(
            @PathParam("id") String id, @RestForm int version, @Context HttpHeaders headers) {
        return decide(id, version, new Decision.DropProposal(), headers);
    }

    @POST
    @Path("redo")
    public TemplateInstance redo(
            @PathParam("id") String id,
            @RestForm @Nullable String instruction,
            @RestForm @Nullable String model,
            @Context HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        UnitId unit = UnitId.of(id);
        try {
            ReviewItem item = workbench.redo(unit, blank(instruction), blank(model));
            String place = item.unit().place();
            String said =
                    item.proposal() == null ? ui.say().didRedo(place) : ui.say().didPropose(place);
            return answer(
                    ui, item, null, new BenchView.ToastView(said, Glyph.of(Mark.DRAFT), "", true));
        } catch (Problem problem) {
            return answer(
                    ui, workbench.item(unit), RowNote.problem(problem.sentence(), null), null);
        }
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private TemplateInstance decide(
            String id, int version, Decision decision, HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        UnitId unit = UnitId.of(id);
        try {
            Outcome outcome = workbench.decide(unit, version, decision, editor);
            RowNote note = Said.note(outcome, decision);
            BenchView.ToastView toast =
                    note == null ? Said.toast(ui, outcome.item(), decision) : null;
            return answer(ui, outcome.item(), note, toast);
        } catch (Problem problem) {
            return answer(
                    ui,
                    workbench.item(unit),
                    RowNote.problem(problem.sentence(), Said.text(decision)),
                    null);
        }
    }

    private TemplateInstance answer(
            Ui ui, ReviewItem item, @Nullable RowNote note, BenchView.@Nullable ToastView toast) {
        StoredDigest digest = workbench.digest(item.unit().digest());
        Language language = item.unit().id().language();
        BenchViews views =
                new BenchViews(
                        new Words(ui),
                        digest,
                        language,
                        workbench.items(digest, language),
                        batches.latest(digest.key(), language));
        return Interface.in(
                ui,
                BenchPage.Templates.changed(
                        new BenchView.Changed(
                                views.row(item, note),
                                List.of(),
                                List.of(views.head(item.unit().entry())),
                                views.queue(),
                                views.progress(true),
                                views.tab(),
                                toast == null ? BenchView.ToastView.NONE : toast,
                                null,
                                null)));
    }

    private InspectorView inspector(Ui ui, ReviewItem item) {
        return new InspectorViews(new Words(ui))
                .inspector(item, workbench.history(item.unit().id()));
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
