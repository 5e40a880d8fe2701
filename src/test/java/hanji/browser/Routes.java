package hanji.browser;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every address that the program answers to, found in its classes.
record Routes(List<Route> routes) {

    private static final Map<Class<? extends Annotation>, String> METHODS =
            Map.of(
                    GET.class,
                    "GET",
                    POST.class,
                    "POST",
                    PUT.class,
                    "PUT",
                    DELETE.class,
                    "DELETE",
                    PATCH.class,
                    "PATCH");

    /// What Quarkus and the files of the program answer to by themselves.
    private static final List<Route> OTHERS =
            List.of(
                    new Route("GET", "/hanji.css", false),
                    new Route("GET", "/q/health", false),
                    new Route("GET", "/q/health/live", false),
                    new Route("GET", "/q/health/ready", false),
                    new Route("GET", "/q/openapi", false),
                    new Route("GET", "/q/anything-else", false),
                    new Route("GET", "/webjars/htmx.org/2.0.10/dist/htmx.min.js", false));

    /// @param path with its parameters in braces
    /// @param lang whether it reads a language from its address
    record Route(String method, String path, boolean lang) {}

    static Routes all() throws IOException {
        try (Stream<java.nio.file.Path> files =
                Files.list(java.nio.file.Path.of("target/classes/hanji/web"))) {
            Stream<Route> found =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("[A-Za-z]+\\.class"))
                            .map(name -> load("hanji.web." + name.replace(".class", "")))
                            .filter(type -> type.isAnnotationPresent(Path.class))
                            .flatMap(Routes::of);
            return new Routes(
                    Stream.concat(found, OTHERS.stream())
                            // one address may take JSON and forms by two methods
                            .distinct()
                            .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                            .toList());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Routes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Route> of(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method ->
                        METHODS.entrySet().stream()
                                .filter(http -> method.isAnnotationPresent(http.getKey()))
                                .map(http ->
                                        new Route(
                                                http.getValue(),
                                                path(base, method),
                                                lang(method))));
    }

    private static String path(String base, Method method) {
        @Nullable Path own = method.getAnnotation(Path.class);
        String path = "/" + base + "/" + (own == null ? "" : own.value());
        return path.replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    }

    private static boolean lang(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .anyMatch(query -> query != null && query.value().equals("lang"));
    }
}
