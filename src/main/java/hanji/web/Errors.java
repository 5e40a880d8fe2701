package hanji.web;

import hanji.segment.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/// Gives a problem to whoever asked in the form that suits: JSON to programs.
final class Errors {

    private Errors() {}

    static Response response(ProblemJson problem, RoutingContext request) {
        return Door.of(request).response(problem);
    }

    static Response response(Problem problem, RoutingContext request) {
        ProblemJson answer = ApiErrors.of(problem);
        return problem.kind() == Problem.Kind.SPENT && Door.of(request) == Door.DEEPL
                ? Response.fromResponse(Door.DEEPL.response(answer))
                        .status(Door.QUOTA_EXCEEDED)
                        .build()
                : Door.of(request).response(answer);
    }
}
