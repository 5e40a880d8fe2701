package hanji.web;

import hanji.account.AuditAction;
import hanji.account.Right;
import hanji.batch.Redo;
import hanji.batch.Redos;
import hanji.llm.Model;
import hanji.review.Mark;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.workbench.Workbench;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Asks again for a unit on the bench. The redo goes on by itself; the page watches it, and fetches
/// the row when it has ended.
@Needs(Right.READ)
@Path("/digests/{key}/units/{id}/redo")
public class RedoActions {

    /// An answer that is there so soon is shown at once: nobody sees a row flicker.
    private static final Duration AT_ONCE = Duration.ofMillis(250);

    /// For a form without the page's script; models are given up long before.
    private static final Duration TO_THE_END = Duration.ofHours(1);

    private final Workbench workbench;
    private final Redos redos;
    private final RedoEvents events;
    private final RowAnswers rows;
    private final ErrorPage errors;
    private final Who who;
    private final Audit audit;

    RedoActions(
            Workbench workbench,
            Redos redos,
            RedoEvents events,
            RowAnswers rows,
            ErrorPage errors,
            Who who,
            Audit audit) {
        this.workbench = workbench;
        this.who = who;
        this.audit = audit;
        this.redos = redos;
        this.events = events;
        this.rows = rows;
        this.errors = errors;
    }

    /// Starts a redo, or joins the one under way.
    @Needs(Right.EDIT)
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance start(
            @PathParam("id") String id,
            @RestForm @Nullable String instruction,
            @RestForm @Nullable String model,
            @HeaderParam("HX-Request") @Nullable String script,
            @Context HttpHeaders headers)
            throws InterruptedException {
        UnitId unit = UnitId.of(id);
        Redo redo = redos.start(unit, blank(instruction), blank(model), who.editor());
        audit.write(who.editor(), AuditAction.DRAFTING, unit.toString(), "redo");
        boolean watched = script != null && live(blank(model));
        redo.end(watched ? AT_ONCE : TO_THE_END);
        return row(Interface.ui(headers), unit, redo);
    }

    /// A recorded answer is there before anybody could watch it come.
    private boolean live(@Nullable String model) {
        Optional<Model> meant =
                model == null ? Optional.of(workbench.model(null)) : workbench.findModel(model);
        return meant.map(Model::live).orElse(false);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /// The row, with what came of a redo that has just ended.
    @GET
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    public TemplateInstance row(@PathParam("id") String id, @Context HttpHeaders headers) {
        UnitId unit = UnitId.of(id);
        return row(Interface.ui(headers), unit, redos.find(unit).orElse(null));
    }

    private boolean hers(@Nullable Redo redo) {
        return redo != null && redo.by().name().equals(who.editor().name());
    }

    private TemplateInstance row(Ui ui, UnitId unit, @Nullable Redo redo) {
        return switch (redo == null ? null : redo.now()) {
            case Redo.State.Done done -> {
                String place = done.item().unit().place();
                String said =
                        done.item().proposal() == null
                                ? ui.say().didRedo(place)
                                : done.item().earlier().isEmpty()
                                        ? ui.say().didPropose(place)
                                        : Interface.words(ui, BesideMessages.class)
                                                .didRedoBeside(place);
                yield rows.answer(
                        ui,
                        unit,
                        null,
                        new BenchView.ToastView(
                                said,
                                Glyph.of(Mark.DRAFT),
                                hers(redo) ? unit.toString() : "",
                                true));
            }
            case Redo.State.Failed failed ->
                    rows.answer(ui, unit, RowNote.problem(ui.told(failed.why()), null), null);
            case Redo.State.Growing _ -> rows.answer(ui, unit, null, null);
            case null -> rows.answer(ui, unit, null, null);
        };
    }

    /// Server-sent events: `text` with the whole text so far, again and again; then `done`,
    /// `failed`, or `gone` when there is no such redo (any more).
    // a Multi counts as non-blocking, which the class is not
    @Blocking
    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> events(@PathParam("id") String id) {
        return events.of(redos.find(UnitId.of(id)).orElse(null));
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
