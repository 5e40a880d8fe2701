package hanji.web;

import hanji.account.Editor;
import hanji.account.Session;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose request this is, as [Visitors] found out.
@ApplicationScoped
class Who {

    private final CurrentVertxRequest request;

    Who(CurrentVertxRequest request) {
        this.request = request;
    }

    /// Whoever came in; [Gate] lets nobody else through to what asks this.
    Editor editor() {
        return visitor().orElseThrow(() -> new IllegalStateException("asked of an open address"));
    }

    Optional<Editor> visitor() {
        return Optional.ofNullable(visitor(request.getCurrent()));
    }

    /// Empty for a token, and where nobody needs one.
    Optional<Session> session() {
        return Optional.ofNullable(request.getCurrent().get(Visitors.SESSION));
    }

    static @Nullable Editor visitor(RoutingContext request) {
        return request.get(Visitors.VISITOR);
    }
}
