package hanji.web;

import hanji.account.Editor;
import hanji.account.Right;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Sentence;
import hanji.segment.UnitId;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// Lets through who may. A call says what it [Needs]; one that says nothing lets nobody through.
final class Gate {

    private final Auth auth;
    private final boolean published;
    private final ErrorPage errors;

    Gate(ServerConfig config, ErrorPage errors) {
        this.auth = config.auth();
        this.published = config.publishPublic();
        this.errors = errors;
    }

    @ServerRequestFilter
    @Nullable Response filter(
            ResourceInfo resource,
            ContainerRequestContext request,
            RoutingContext routing,
            HttpHeaders headers,
            UriInfo uri) {
        if (open(resource) || (published && whenPublic(resource))) {
            return null;
        }
        Editor visitor = Who.visitor(routing);
        if (visitor == null) {
            return stranger(request, routing, headers, uri);
        }
        try {
            right(resource)
                    .ifPresentOrElse(
                            right -> visitor.require(right, language(routing, uri)),
                            () -> {
                                throw Problem.forbidden("Nobody may do that.");
                            });
            return null;
        } catch (Problem problem) {
            return refused(problem, request, routing, headers, uri);
        }
    }

    static boolean open(ResourceInfo resource) {
        return resource.getResourceMethod().isAnnotationPresent(Everyone.class)
                || resource.getResourceClass().isAnnotationPresent(Everyone.class);
    }

    private static boolean whenPublic(ResourceInfo resource) {
        return resource.getResourceMethod().isAnnotationPresent(WhenPublic.class)
                || resource.getResourceClass().isAnnotationPresent(WhenPublic.class);
    }

    static Optional<Right> right(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        Needs needs = method.getAnnotation(Needs.class);
        return Optional.ofNullable(
                        needs == null
                                ? resource.getResourceClass().getAnnotation(Needs.class)
                                : needs)
                .map(Needs::value);
    }

    /// The unit's, else the one the address names; null when it is about none. What is no language
    /// is refused later, by whoever reads it.
    private static @Nullable Language language(RoutingContext routing, UriInfo uri) {
        return Optional.ofNullable(uri.getPathParameters().getFirst("id"))
                .flatMap(id -> read(() -> UnitId.of(id).language()))
                .or(() ->
                        // as calls read it: LANG and lang are one
                        Optional.ofNullable(routing.queryParams().get("lang"))
                                .flatMap(tag -> read(() -> Language.of(tag))))
                .orElse(null);
    }

    private static Optional<Language> read(Supplier<Language> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Problem _) {
            return Optional.empty();
        }
    }

    private Response stranger(
            ContainerRequestContext request,
            RoutingContext routing,
            HttpHeaders headers,
            UriInfo uri) {
        if (ApiErrors.concerns(routing)) {
            Response problem =
                    Errors.response(
                            ProblemJson.of(401, Door.of(routing).howToShowAToken()), routing);
            return Response.fromResponse(problem)
                    .header("WWW-Authenticate", "Bearer realm=\"Hanji\"")
                    .build();
        }
        if (script(request)) {
            return plain(
                    401,
                    headers,
                    Sentence.of("Signed out: sign in again, nothing that was typed is lost."));
        }
        String here = request.getMethod().equals("GET") ? LoginPage.here(uri) : "/";
        return Response.seeOther(URI.create("/login?back=" + Ui.encoded(here))).build();
    }

    /// Whether no person would see a page that this is answered with.
    private static boolean script(ContainerRequestContext request) {
        String accept = request.getHeaderString("Accept");
        return request.getHeaderString("HX-Request") != null
                || accept != null && accept.contains("text/event-stream");
    }

    private Response refused(
            Problem problem,
            ContainerRequestContext request,
            RoutingContext routing,
            HttpHeaders headers,
            UriInfo uri) {
        if (ApiErrors.concerns(routing)) {
            return Errors.response(problem, routing);
        }
        return script(request)
                ? plain(403, headers, problem.said())
                : errors.of(problem, headers, uri);
    }

    private static Response plain(int status, HttpHeaders headers, Sentence said) {
        Told told = Interface.ui(headers).told(said);
        return Response.status(status)
                .type("text/plain; charset=utf-8")
                .header("Content-Language", told.lang())
                .entity(told.text())
                .build();
    }
}
