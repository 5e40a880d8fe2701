package hanji.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Gives a problem to whoever asked in the form that suits: JSON to programs.
final class Errors {

    private Errors() {}

    static Response response(ProblemJson problem, RoutingContext request) {
        if (ApiErrors.concerns(request)) {
            return problem.response();
        }
        return Response.status(problem.status())
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .entity(problem.detail())
                .build();
    }
}
