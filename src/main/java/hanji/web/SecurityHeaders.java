package hanji.web;

import hanji.segment.Sentence;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jboss.logging.Logger;

/// What the browser must not do with our answers, on every one of them, files and errors included.
/// Pages run nothing but our own files; pictures and films of digests may come from elsewhere, but
/// a page only asks for one on a click. Changing requests that a browser sends on behalf of another
/// site are refused.
@ApplicationScoped
class SecurityHeaders {

    private static final Logger LOG = Logger.getLogger(SecurityHeaders.class);

    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: http:; media-src https: http:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /// Before everything else, so that no answer escapes it.
    private static final int FIRST = 1_000;

    private final boolean https;

    SecurityHeaders(ServerConfig config) {
        this.https = config.https();
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, FIRST);
    }

    private void filter(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        // what frame-ancestors says, for old browsers
        headers.set("X-Frame-Options", "DENY");
        if (https) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        if (!SAFE.contains(context.request().method()) && foreign(context)) {
            LOG.warnf(
                    "%s %s was refused: it came from another site (Sec-Fetch-Site %s, Origin %s)",
                    context.request().method(),
                    context.normalizedPath(),
                    context.request().getHeader("Sec-Fetch-Site"),
                    context.request().getHeader("Origin"));
            context.response().setStatusCode(403);
            Refusals.plain(
                    context,
                    Sentence.of(
                            "Refused: the request came from another site. Open Hanji itself and do it there."));
            return;
        }
        context.next();
    }

    /// Programs send neither header; browsers send the first, old ones the second.
    static boolean foreign(RoutingContext context) {
        String site = context.request().getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = context.request().getHeader("Origin");
        String host = context.request().getHeader("Host");
        return origin != null
                && (host == null
                        || !(origin.equals("http://" + host) || origin.equals("https://" + host)));
    }
}
