package hanji.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who a request takes Hanji for, by its address: each has its own form of an error, and its own
/// way to show a token.
enum Door {
    /// a browser
    PAGE,
    /// Hanji's own interface
    API,
    /// the one that clients of DeepL know
    DEEPL,
    /// the one that clients of LibreTranslate know
    LIBRE;

    /// What DeepL answers when nothing more may be translated; no other server does.
    static final int QUOTA_EXCEEDED = 456;

    static Door of(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.startsWith("/api/")) {
            return API;
        }
        if (path.startsWith("/v2/")) {
            return DEEPL;
        }
        return switch (path) {
            case "/translate", "/languages", "/detect" -> LIBRE;
            default -> PAGE;
        };
    }

    /// The token that a request shows in its header; empty when it shows something else there.
    Optional<String> token(HttpServerRequest request) {
        String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        return after("Bearer ", header)
                .or(() -> this == DEEPL ? after("DeepL-Auth-Key ", header) : Optional.empty());
    }

    private static Optional<String> after(String scheme, String header) {
        return header.startsWith(scheme)
                ? Optional.of(header.substring(scheme.length()).strip())
                : Optional.empty();
    }

    /// A problem in the form that whoever asked can read; pages have one of their own.
    Response response(ProblemJson problem) {
        @Nullable Object body = body(problem);
        return body == null
                ? Response.status(problem.status())
                        .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                        .entity(problem.detail())
                        .build()
                : Response.status(status(problem.status())).type(type()).entity(body).build();
    }

    /// Null for a plain sentence.
    @Nullable Object body(ProblemJson problem) {
        return switch (this) {
            case PAGE -> null;
            case API -> problem;
            case DEEPL -> Map.of("message", problem.detail());
            case LIBRE -> Map.of("error", problem.detail());
        };
    }

    MediaType type() {
        return this == API
                ? MediaType.valueOf(ProblemJson.MEDIA_TYPE)
                : MediaType.APPLICATION_JSON_TYPE;
    }

    /// Neither of the two has a 401: whoever shows no good key is refused.
    int status(int status) {
        return (this == DEEPL || this == LIBRE) && status == 401 ? 403 : status;
    }

    /// What to do for whoever shows no token.
    String howToShowAToken() {
        return switch (this) {
            case PAGE, API -> "Send a token: Authorization: Bearer hanji_….";
            case DEEPL ->
                    "Send a token of Hanji as the key: Authorization: DeepL-Auth-Key hanji_….";
            case LIBRE -> "Send a token of Hanji as \"api_key\".";
        };
    }
}
