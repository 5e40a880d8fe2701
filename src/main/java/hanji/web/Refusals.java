package hanji.web;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/// Answers to who does not come in, before anything else has looked at the request.
final class Refusals {

    private Refusals() {}

    static void unknown(RoutingContext context, String sentence) {
        context.response().putHeader("WWW-Authenticate", "Bearer realm=\"Hanji\"");
        end(context, 401, "Unauthorized", sentence);
    }

    static void nothing(RoutingContext context, String sentence) {
        end(context, 404, "Not Found", sentence);
    }

    static void tooMany(RoutingContext context, long seconds) {
        context.response().putHeader("Retry-After", Long.toString(seconds));
        end(
                context,
                429,
                "Too Many Requests",
                "Too many requests: come again in %d s.".formatted(seconds));
    }

    private static void end(RoutingContext context, int status, String title, String sentence) {
        HttpServerResponse response = context.response().setStatusCode(status);
        if (ApiErrors.concerns(context)) {
            response.putHeader("Content-Type", ProblemJson.MEDIA_TYPE)
                    .end(
                            new JsonObject()
                                    .put("type", "about:blank")
                                    .put("title", title)
                                    .put("status", status)
                                    .put("detail", sentence)
                                    .encode());
        } else {
            response.putHeader("Content-Type", "text/plain; charset=utf-8").end(sentence);
        }
    }
}
