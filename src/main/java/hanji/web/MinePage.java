package hanji.web;

import hanji.account.Editor;
import hanji.account.Right;
import hanji.review.Assignment;
import hanji.review.Assignments;
import hanji.review.Comments;
import hanji.review.Mention;
import hanji.segment.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What is assigned to whoever looks, and the comments that call her: a part of the first page.
@Needs(Right.READ)
@Path("/mine")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MinePage {

    @CheckedTemplate(basePath = "TogetherPage")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance mine(MineView mine);
    }

    /// More than a morning's work.
    private static final int SHOWN = 20;

    private final Assignments assignments;
    private final Comments comments;
    private final Who who;
    private final ErrorPage errors;

    MinePage(Assignments assignments, Comments comments, Who who, ErrorPage errors) {
        this.assignments = assignments;
        this.comments = comments;
        this.who = who;
        this.errors = errors;
    }

    @GET
    public TemplateInstance mine(@Context HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        Editor reader = who.editor();
        return Interface.in(
                ui,
                Templates.mine(
                        new MineView(
                                assignments.of(reader, SHOWN).stream()
                                        .map(one -> work(ui, one))
                                        .toList(),
                                comments.unread(reader, SHOWN).stream()
                                        .map(one -> call(ui, one))
                                        .toList())));
    }

    private static MineView.Work work(Ui ui, Assignment one) {
        TogetherMessages say = TogetherWords.of(ui);
        return new MineView.Work(
                Ui.path(one.digest())
                        + "?lang="
                        + one.language().tag()
                        + (one.entry() == 0 ? "" : "#e" + one.entry()),
                one.digest(),
                one.language().endonym(),
                one.title() == null ? "" : say.assignedEntry(ui.number(one.entry()), one.title()),
                say.assignedBy(one.actor(), ui.when(one.at())));
    }

    private static MineView.Call call(Ui ui, Mention one) {
        return new MineView.Call(
                one.comment(),
                Ui.path(one.digest()) + "?lang=" + one.language().tag() + "#u-" + one.unit(),
                one.digest() + ", " + one.language().endonym(),
                TogetherWords.of(ui).mentionBy(one.actor(), ui.when(one.at())),
                one.text());
    }

    /// She has read what calls her.
    @POST
    @Path("{number}/read")
    public TemplateInstance read(@PathParam("number") long number, @Context HttpHeaders headers) {
        comments.read(number, who.editor());
        return mine(headers);
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
