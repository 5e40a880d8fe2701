package hanji.web;

import hanji.account.Right;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.workbench.Workbench;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
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
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Takes back what an editor did last in a digest and language, wherever on the page that was, and
/// whether or not the page was loaded again since.
@Needs(Right.EDIT)
@Path("/digests/{key}/undo")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class UndoActions {

    private final Workbench workbench;
    private final RowAnswers rows;
    private final Who who;
    private final ErrorPage errors;

    UndoActions(Workbench workbench, RowAnswers rows, Who who, ErrorPage errors) {
        this.workbench = workbench;
        this.rows = rows;
        this.who = who;
        this.errors = errors;
    }

    /// The rows that stand as before; the toast offers what she did before that.
    @POST
    public TemplateInstance undo(
            @PathParam("key") String key,
            @QueryParam("lang") @DefaultValue("en") String lang,
            @Context HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        Language language = Language.target(lang);
        List<UnitId> undone = workbench.undoLast(who.editor(), key, language);
        String before =
                workbench
                        .lastOf(who.editor(), key, language)
                        .map(act -> LastActs.units(act.units()))
                        .orElse("");
        return rows.changed(
                ui,
                key,
                language,
                undone,
                items -> new BenchView.ToastView(said(ui, items), glyph(items), before, true));
    }

    private static String said(Ui ui, List<ReviewItem> undone) {
        return switch (undone.size()) {
            case 0 -> Interface.flow(ui).nothingToUndo();
            case 1 -> ui.say().didUndo(undone.getFirst().unit().place());
            default -> Interface.flow(ui).didUndoMany(undone.size());
        };
    }

    private static Glyph glyph(List<ReviewItem> undone) {
        return Glyph.of(undone.isEmpty() ? Mark.NONE : undone.getFirst().mark());
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
