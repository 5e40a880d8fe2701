package hanji.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import hanji.segment.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Answers of the interface when something is wrong.
final class ApiErrors {

    private static final Logger LOG = Logger.getLogger(ApiErrors.class);

    /// Whether a program asks.
    static boolean concerns(RoutingContext request) {
        return Door.of(request) != Door.PAGE;
    }

    static ProblemJson of(Problem problem) {
        if (problem.kind() == Problem.Kind.SETUP) {
            LOG.errorf(problem, "A request failed: %s", problem.sentence());
        }
        return ProblemJson.of(ProblemJson.status(problem.kind()), problem.sentence());
    }

    static ProblemJson of(JsonProcessingException malformed) {
        var where = malformed.getLocation();
        return ProblemJson.of(
                400,
                "The body is not the JSON this call takes (line %d, byte %d): %s"
                        .formatted(
                                where == null ? 1 : where.getLineNr(),
                                where == null ? 1 : where.getColumnNr(),
                                JsonTrouble.sentence(malformed)));
    }

    static ProblemJson of(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        if (refused.getCause() instanceof JsonProcessingException malformed) {
            return of(malformed);
        }
        if (refused.getCause() instanceof IllegalArgumentException unreadable) {
            return ProblemJson.of(
                    400,
                    "A parameter of the address cannot be read (%s): /q/openapi lists what this call takes."
                            .formatted(unreadable.getMessage()));
        }
        return ProblemJson.of(
                status,
                switch (status) {
                    case 404 -> "There is nothing at this address: /q/openapi lists what there is.";
                    case 405 ->
                            "This address does not take that method: /q/openapi lists what it takes.";
                    case 406 -> "No answer in that media type: ask for application/json.";
                    case 415 ->
                            "This call does not take that Content-Type: /q/openapi lists what it takes.";
                    default -> "The request cannot be used: check it against /q/openapi.";
                });
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException failure, RoutingContext request) {
        return switch (failure) {
            case Problem problem -> Errors.response(problem, request);
            case WebApplicationException refused -> Errors.response(of(refused), request);
            default -> failed(failure, request);
        };
    }

    /// Errors and checked exceptions are mistakes of ours too; Quarkus's own answer to them has a
    /// number for its log, and in development the stack.
    @ServerExceptionMapper
    Response failed(Throwable failure, RoutingContext request) {
        LOG.errorf(failure, "%s %s failed", request.request().method(), request.normalizedPath());
        return Errors.response(ProblemJson.of(500, "Hanji failed. Its log says where."), request);
    }

    @ServerExceptionMapper
    Response malformed(JsonProcessingException malformed, RoutingContext request) {
        return Errors.response(of(malformed), request);
    }

    /// Quarkus has an answer of its own to these, without a body.
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatched, RoutingContext request) {
        return malformed(mismatched, request);
    }
}
