package hanji.web;

import hanji.account.Right;
import hanji.fixture.CaseText;
import hanji.review.Decision;
import hanji.review.FindingRef;
import hanji.review.Outcome;
import hanji.review.ReviewItem;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.workbench.Effects;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// What an editor does with one unit on the bench. Every answer is the unit's row as it stands,
/// with the parts of the page that changed with it; a refusal is a row too, with its reason beside
/// it. Asking again is in [RedoActions].
@Needs(Right.EDIT)
@Path("/digests/{key}/units/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class UnitActions {

    private final Workbench workbench;
    private final RowAnswers rows;
    private final Who who;
    private final ErrorPage errors;
    private final UnitCase cases;
    private final Waited waited;
    private final Inspectors inspectors;
    private final Effects effects;

    UnitActions(
            Workbench workbench,
            RowAnswers rows,
            Who who,
            ErrorPage errors,
            UnitCase cases,
            Waited waited,
            Inspectors inspectors,
            Effects effects) {
        this.effects = effects;
        this.inspectors = inspectors;
        this.waited = waited;
        this.workbench = workbench;
        this.rows = rows;
        this.who = who;
        this.errors = errors;
        this.cases = cases;
    }

    /// The row as it stands, for whoever wants to see what somebody else made of it.
    @Needs(Right.READ)
    @GET
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance row(@PathParam("id") String id, @Context HttpHeaders headers) {
        return rows.answer(Interface.ui(headers), UnitId.of(id), null, null);
    }

    @Needs(Right.READ)
    @GET
    @Path("inspector")
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance inspector(@PathParam("id") String id, @Context HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        return Interface.in(
                ui,
                BenchPage.Templates.inspector(inspectors.of(ui, workbench.item(UnitId.of(id)))));
    }

    /// The unit as a case for the prompt fixtures, to be put into the repository.
    @Needs(Right.READ)
    @GET
    @Path("fixture")
    @Consumes(MediaType.WILDCARD)
    @Produces("application/yaml")
    public Response fixture(@PathParam("id") String id) {
        CaseText text = cases.of(UnitId.of(id));
        return Response.ok(text.yaml())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment(text.id() + ".yaml"))
                .build();
    }

    @Needs(Right.APPROVE)
    @POST
    @Path("approve")
    public TemplateInstance approve(
            @PathParam("id") String id,
            @RestForm int version,
            @RestForm @Nullable String reason,
            @RestForm @Nullable Long millis,
            @Context HttpHeaders headers) {
        return decide(id, version, new Decision.Approve(reason), millis, headers);
    }

    @POST
    @Path("edit")
    public TemplateInstance edit(
            @PathParam("id") String id,
            @RestForm int version,
            @RestForm @Nullable String text,
            @RestForm boolean approve,
            @RestForm @Nullable String reason,
            @RestForm @Nullable Long millis,
            @Context HttpHeaders headers) {
        return decide(
                id,
                version,
                new Decision.Amend(text == null ? "" : text, approve, reason),
                millis,
                headers);
    }

    @POST
    @Path("reject")
    public TemplateInstance reject(
            @PathParam("id") String id,
            @RestForm int version,
            @RestForm @Nullable String reason,
            @RestForm @Nullable Long millis,
            @Context HttpHeaders headers) {
        return decide(
                id, version, new Decision.Reject(reason == null ? "" : reason), millis, headers);
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
    @Path("dismiss")
    public TemplateInstance dismiss(
            @PathParam("id") String id,
            @RestForm int version,
            @RestForm @Nullable String finding,
            @RestForm @Nullable String reason,
            @Context HttpHeaders headers) {
        return decide(id, version, new Decision.Dismiss(ref(finding), reason), headers);
    }

    @POST
    @Path("restore")
    public TemplateInstance restore(
            @PathParam("id") String id,
            @RestForm int version,
            @RestForm @Nullable String finding,
            @Context HttpHeaders headers) {
        return decide(id, version, new Decision.Restore(ref(finding)), headers);
    }

    private static FindingRef ref(@Nullable String finding) {
        return FindingRef.of(finding == null ? "" : finding);
    }

    private TemplateInstance decide(
            String id, int version, Decision decision, HttpHeaders headers) {
        return decide(id, version, decision, null, headers);
    }

    /// @param millis that the text was before the editor
    private TemplateInstance decide(
            String id, int version, Decision decision, @Nullable Long millis, HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        UnitId unit = UnitId.of(id);
        waited.requireSameEditor(headers);
        try {
            Outcome outcome =
                    waited.once(
                            workbench.decide(unit, version, decision, millis, who.editor()),
                            version,
                            decision,
                            headers);
            RowNote note =
                    MergeView.beside(
                            ui,
                            Said.note(ui, outcome, decision),
                            outcome.item(),
                            () -> workbench.textAt(unit, version));
            BenchView.ToastView toast =
                    note == null ? Said.toast(ui, outcome.item(), decision) : null;
            return rows.answer(
                    ui,
                    unit,
                    note == null && Said.approves(decision) ? elsewhere(ui, outcome.item()) : note,
                    toast);
        } catch (Problem problem) {
            return rows.answer(
                    ui, unit, RowNote.problem(ui.told(problem), Said.text(decision)), null);
        }
    }

    private @Nullable RowNote elsewhere(Ui ui, ReviewItem approved) {
        String sentence;
        try {
            sentence = ElsewhereWords.of(ui, effects.elsewhere(approved));
        } catch (Problem problem) {
            // the decision is kept, and nothing else may be said of it; the inspector asks again
            return null;
        }
        return sentence.isEmpty()
                ? null
                : RowNote.elsewhere(sentence, WordingPage.address(approved.unit().id()));
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
