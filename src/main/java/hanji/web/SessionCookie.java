package hanji.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

/// What a browser keeps of a session: for no script, for no other site's request, and over HTTPS
/// for nothing else.
@Singleton
final class SessionCookie {

    private final int seconds;
    private final boolean https;

    SessionCookie(ServerConfig config) {
        this.seconds = (int) config.longestSession().toSeconds();
        this.https = config.https();
    }

    NewCookie of(String secret, RoutingContext request) {
        return cookie(secret, seconds, request);
    }

    /// Makes the browser forget it.
    NewCookie none(RoutingContext request) {
        return cookie("", 0, request);
    }

    private NewCookie cookie(String value, int age, RoutingContext request) {
        return new NewCookie.Builder(Visitors.COOKIE)
                .value(value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(https || request.request().isSSL())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
