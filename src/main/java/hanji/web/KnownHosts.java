package hanji.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers only under names that mean this machine. Without this, a page of another site could
/// point a name of its own at 127.0.0.1 and then read and decide as if it were Hanji (DNS
/// rebinding).
@Singleton
final class KnownHosts {

    /// After the headers that every answer carries, before anything else.
    private static final int SECOND = 900;

    private final Set<String> configured;

    KnownHosts(ServerConfig config) {
        this.configured = Set.copyOf(config.hosts());
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, SECOND);
    }

    private void filter(RoutingContext context) {
        if (known(context.request().getHeader("Host"))) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(421)
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .end(
                        "Hanji does not answer under this name: open it as 127.0.0.1 or localhost, or add the name to"
                                + " hanji.hosts.");
    }

    /// @param host a Host header, with or without port; absent from old programs, never from
    ///   browsers
    boolean known(@Nullable String host) {
        if (host == null) {
            return true;
        }
        String name = host.replaceFirst(":\\d*$", "");
        return Loopback.is(name) || configured.contains(name);
    }
}
