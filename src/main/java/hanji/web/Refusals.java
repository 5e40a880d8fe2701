package hanji.web;

import hanji.segment.Sentence;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/// Answers to who does not come in, before anything else has looked at the request.
final class Refusals {

    private Refusals() {}

    static void unknown(RoutingContext context, Sentence said) {
        context.response().putHeader("WWW-Authenticate", "Bearer realm=\"Hanji\"");
        end(context, 401, "Unauthorized", said);
    }

    static void nothing(RoutingContext context, Sentence said) {
        end(context, 404, "Not Found", said);
    }

    static void tooMany(RoutingContext context, long seconds) {
        context.response().putHeader("Retry-After", Long.toString(seconds));
        end(
                context,
                429,
                "Too Many Requests",
                Sentence.of("Too many requests: come again in %d s.", seconds));
    }

    private static void end(RoutingContext context, int status, String title, Sentence said) {
        String sentence = said.toString();
        Door door = Door.of(context);
        HttpServerResponse response = context.response().setStatusCode(door.status(status));
        switch (door) {
            case API ->
                    json(
                            response,
                            door,
                            new JsonObject()
                                    .put("type", "about:blank")
                                    .put("title", title)
                                    .put("status", status)
                                    .put("detail", sentence));
            case DEEPL -> json(response, door, new JsonObject().put("message", sentence));
            case LIBRE -> json(response, door, new JsonObject().put("error", sentence));
            case PAGE -> plain(context, said);
        }
    }

    /// Before there could be a page; to programs in English.
    static void plain(RoutingContext context, Sentence said) {
        boolean page = Door.of(context) == Door.PAGE;
        Told told = ProblemTexts.in(page ? Interface.locale(context) : Locale.ENGLISH, said);
        context.response()
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .putHeader("Content-Language", told.lang())
                .end(told.text());
    }

    private static void json(HttpServerResponse response, Door door, JsonObject body) {
        response.putHeader("Content-Type", door.type().toString()).end(body.encode());
    }
}
