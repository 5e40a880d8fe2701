package hanji.web;

import hanji.account.Editor;
import hanji.account.Session;
import hanji.account.Sessions;
import hanji.account.Tokens;
import hanji.segment.Problem;
import hanji.segment.Sentence;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Finds out whose a request is: the one local user's, a token's owner's, or a session's. Who is
/// nobody comes to open addresses only.
@Singleton
final class Visitors {

    private static final Logger LOG = Logger.getLogger(Visitors.class);

    static final String VISITOR = "hanji.visitor";
    static final String SESSION = "hanji.session";
    static final String COOKIE = "hanji.session";

    /// After the names this machine answers to.
    private static final int THIRD = 800;

    /// Files of the program, which everybody may have.
    private static final Pattern FILE =
            Pattern.compile("/[a-z]+\\.(?:js|css|svg)|/webjars/htmx\\.org/.*");

    private final Auth auth;
    private final Editor local;
    private final Sessions sessions;
    private final Tokens tokens;
    private final RequestRate rate;

    Visitors(ServerConfig config, Sessions sessions, Tokens tokens) {
        this.auth = config.auth();
        this.local = config.editor();
        this.sessions = sessions;
        this.tokens = tokens;
        this.rate = new RequestRate(config.requestsPerSecond());
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, THIRD);
    }

    private void filter(RoutingContext context) {
        if (auth != Auth.OIDC && context.normalizedPath().startsWith("/login/oidc")) {
            Refusals.nothing(context, Sentence.of("This Hanji asks no provider who people are."));
        } else if (FILE.matcher(context.normalizedPath()).matches()) {
            context.next();
        } else if (auth == Auth.LOCAL) {
            context.put(VISITOR, new Editor(local.name(), local.rights(), address(context)));
            context.next();
        } else if (context.request().getHeader("Authorization") != null
                && rate.exhausted(refused(context))) {
            // before anything is looked up for whoever shows one bad token after another
            Refusals.tooMany(context, 1);
        } else {
            context.request().pause();
            context.vertx()
                    .executeBlocking(() -> find(context), false)
                    .onComplete(found -> {
                        context.request().resume();
                        if (found.succeeded()) {
                            admit(context, found.result());
                        } else {
                            fail(context, found.cause());
                        }
                    });
        }
    }

    /// @param editor null for nobody
    /// @param session null for a token
    /// @param refused whether a token was shown that does not hold
    private record Found(@Nullable Editor editor, @Nullable Session session, boolean refused) {}

    private Found find(RoutingContext context) {
        String address = address(context);
        String authorization = context.request().getHeader("Authorization");
        if (authorization != null) {
            Optional<Editor> owner =
                    Door.of(context)
                            .token(context.request())
                            .flatMap(token -> tokens.find(token, address));
            return new Found(owner.orElse(null), null, owner.isEmpty());
        }
        Cookie cookie = context.request().getCookie(COOKIE);
        Optional<Session> session =
                cookie == null ? Optional.empty() : sessions.find(cookie.getValue());
        return new Found(
                session.map(Session::account)
                        .map(account -> new Editor(account.name(), account.rights(), address))
                        .orElse(null),
                session.orElse(null),
                false);
    }

    private void admit(RoutingContext context, Found found) {
        if (found.refused()) {
            rate.wait(refused(context));
            Refusals.unknown(
                    context,
                    Sentence.of(
                            "This token does not hold (any more): make another one on /account."));
            return;
        }
        String key = found.editor() == null ? address(context) : found.editor().name();
        long wait = rate.wait(key);
        if (wait > 0) {
            Refusals.tooMany(context, wait);
            return;
        }
        if (found.editor() != null) {
            context.put(VISITOR, found.editor());
            context.addHeadersEndHandler(_ -> uncached(context.response().headers()));
        }
        if (found.session() != null) {
            context.put(SESSION, found.session());
        }
        if (found.editor() == null && management(context)) {
            Refusals.unknown(context, Sentence.of("Sign in, or send a token of scope read."));
            return;
        }
        context.next();
    }

    /// Whose a token is that was shown in a body, where filters do not look; counted as one in a
    /// header is.
    ///
    /// @throws Problem (forbidden) when nobody's, (spent) when she or the address asks too often
    Editor owner(String token, RoutingContext context) {
        String address = address(context);
        if (rate.exhausted(refused(context))) {
            throw tooOften(1);
        }
        Optional<Editor> owner = tokens.find(token, address);
        if (owner.isEmpty()) {
            rate.wait(refused(context));
            throw Problem.forbidden(
                    "This token does not hold (any more): make another one on /account.");
        }
        long wait = rate.wait(owner.get().name());
        if (wait > 0) {
            throw tooOften(wait);
        }
        return owner.get();
    }

    private static Problem tooOften(long seconds) {
        return new Problem(Problem.Kind.SPENT, "Too many requests: come again in %d s.", seconds);
    }

    /// What somebody sees is hers.
    private static void uncached(MultiMap headers) {
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }

    /// What Quarkus answers by itself, and only the health of to everybody.
    private static boolean management(RoutingContext context) {
        String path = context.normalizedPath();
        return path.startsWith("/q/") && !path.startsWith("/q/health") || path.equals("/q");
    }

    private static void fail(RoutingContext context, Throwable failure) {
        LOG.error("A visitor could not be looked up", failure);
        context.response()
                .setStatusCode(
                        failure instanceof Problem problem
                                ? ProblemJson.status(problem.kind())
                                : 500);
        Refusals.plain(
                context,
                failure instanceof Problem problem
                        ? problem.said()
                        : Sentence.of("Hanji failed. Its log says where."));
    }

    /// Counts apart from those who come in.
    private static String refused(RoutingContext context) {
        return "refused " + address(context);
    }

    static String address(RoutingContext context) {
        return context.request().remoteAddress().hostAddress();
    }
}
