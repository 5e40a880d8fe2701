package hanji.web;

import hanji.account.AuditAction;
import hanji.account.Right;
import hanji.batch.BatchProgress;
import hanji.batch.Batches;
import hanji.batch.Budget;
import hanji.segment.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Batches for people: how far they are, what failed and why, stop and again.
@Needs(Right.READ)
@Path("/batches")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class BatchesPage {

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance batches(BatchesView view);

        static native TemplateInstance batch(BatchView view);

        static native TemplateInstance progress(BatchView.Progress progress);
    }

    private final Batches batches;
    private final Interface pages;
    private final ErrorPage errors;
    private final Who who;
    private final Audit audit;

    BatchesPage(Batches batches, Interface pages, ErrorPage errors, Who who, Audit audit) {
        this.who = who;
        this.audit = audit;
        this.batches = batches;
        this.pages = pages;
        this.errors = errors;
    }

    @GET
    public TemplateInstance list(
            @QueryParam("offset") @DefaultValue("0") int offset,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        int from = Math.max(0, offset);
        return Interface.in(
                ui,
                Templates.batches(
                        new BatchViews(ui)
                                .list(
                                        pages.chrome(ui, uri),
                                        batches.page(from, BatchViews.PAGE + 1),
                                        from)));
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(
            @PathParam("id") String id, @Context HttpHeaders headers, @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        BatchProgress progress = batches.progress(id);
        return Interface.in(
                ui, Templates.batch(new BatchViews(ui).view(pages.chrome(ui, uri), progress)));
    }

    /// What moves; the page fetches it when an event says that something did.
    @GET
    @Path("{id}/progress")
    public TemplateInstance progress(@PathParam("id") String id, @Context HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        return Interface.in(
                ui, Templates.progress(new BatchViews(ui).progress(batches.progress(id))));
    }

    /// Stops a batch; the page it came from shows how far it got.
    @Needs(Right.DRAFT)
    @POST
    @Path("{id}/cancel")
    public Response cancel(@PathParam("id") String id, @RestForm @Nullable String back) {
        batches.cancel(id, who.editor());
        audit.write(who.editor(), AuditAction.DRAFTING, id, "cancel");
        return Response.seeOther(back == null ? here(id) : LanguageChoice.back(back)).build();
    }

    /// @param maxCost a new budget; blank leaves that of money as it is
    @Needs(Right.DRAFT)
    @POST
    @Path("{id}/retry")
    public Response retry(
            @PathParam("id") String id,
            @RestForm @Nullable String maxCost,
            @RestForm @Nullable String maxTokens) {
        Budget old = batches.get(id).budget();
        try {
            batches.retry(
                    id,
                    new Budget(
                            blank(maxCost) ? old.maxCost() : new BigDecimal(maxCost.strip()),
                            blank(maxTokens) ? old.maxTokens() : Long.valueOf(maxTokens.strip())),
                    who.editor());
        } catch (NumberFormatException e) {
            throw Problem.badInput(
                    "A budget is a number, as 5.00 or 500000: go back and write it so.");
        }
        audit.write(
                who.editor(),
                AuditAction.DRAFTING,
                id,
                "retry, budget " + batches.get(id).budget());
        return Response.seeOther(here(id)).build();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static URI here(String id) {
        return URI.create("/batches/" + id);
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
