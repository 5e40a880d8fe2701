package hanji.web;

import hanji.account.Right;
import hanji.memory.Concordance;
import hanji.memory.Memory;
import hanji.segment.Language;
import hanji.segment.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// The translation memory: how something was said before.
@Needs(Right.READ)
@Path("/memory")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MemoryPage {

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance memory(MemoryView view);

        static native TemplateInstance results(MemoryView.Results results);
    }

    private final Memory memory;
    private final Interface pages;
    private final ErrorPage errors;

    MemoryPage(Memory memory, Interface pages, ErrorPage errors) {
        this.memory = memory;
        this.pages = pages;
        this.errors = errors;
    }

    /// The page; its pairs alone for htmx.
    @GET
    public TemplateInstance find(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("in") @Nullable String in,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        Language language = in == null || in.isBlank() ? null : Language.target(in);
        Concordance asked = new Concordance(words, language, offset, MemoryViews.PAGE);
        Concordance.Found found = memory.find(asked);
        MemoryViews views = new MemoryViews(ui);
        if (headers.getHeaderString("HX-Request") != null) {
            return Interface.in(ui, Templates.results(views.results(asked, found, memory.ready())));
        }
        return Interface.in(
                ui,
                Templates.memory(views.view(pages.chrome(ui, uri), asked, found, memory.ready())));
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
