package hanji.web;

import hanji.account.Right;
import hanji.segment.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// A proof sheet for those who work on Hanji: every state with its mark, seam and word, by the
/// templates that editors see. Not there in production.
@Needs(Right.READ)
@Path("/q/dev-states")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class StatesPage {

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance states(StatesView view);
    }

    private final boolean shown;
    private final Interface pages;
    private final ErrorPage errors;

    StatesPage(ServerConfig config, Interface pages, ErrorPage errors) {
        this.shown = config.devStates();
        this.pages = pages;
        this.errors = errors;
    }

    @GET
    public TemplateInstance states(@Context HttpHeaders headers, @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        if (!shown) {
            throw Problem.notFound("There is no page at this address.");
        }
        return Interface.in(
                ui,
                Templates.states(
                        new StatesViews(ui, StatesSample.read()).view(pages.chrome(ui, uri))));
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
