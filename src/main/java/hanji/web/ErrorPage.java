package hanji.web;

import hanji.segment.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What a page says instead of itself: what happened, what is safe, what to do.
@ApplicationScoped
class ErrorPage {

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance error(ErrorView view);
    }

    /// @param said what happened, and what to do where that helps
    record ErrorView(Chrome chrome, String title, Told said) {}

    private final Interface pages;

    ErrorPage(Interface pages) {
        this.pages = pages;
    }

    Response of(Problem problem, HttpHeaders headers, UriInfo uri) {
        Ui ui = Interface.ui(headers);
        boolean missing = problem.kind() == Problem.Kind.NOT_FOUND;
        ErrorView view =
                new ErrorView(
                        pages.chrome(ui, uri),
                        missing ? ui.say().notFoundTitle() : ui.say().errorTitle(),
                        ui.told(problem));
        return Response.status(ProblemJson.status(problem.kind()))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(Interface.in(ui, Templates.error(view)).render())
                .build();
    }

    /// An address that nothing answers to: a page for people, JSON for programs.
    @ServerExceptionMapper
    Response missing(
            NotFoundException missing, RoutingContext request, HttpHeaders headers, UriInfo uri) {
        return ApiErrors.concerns(request)
                ? Errors.response(ApiErrors.of(missing), request)
                : of(Problem.notFound("There is no page at this address."), headers, uri);
    }
}
