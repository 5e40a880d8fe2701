package hanji.web;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Paths;

/// Keeps the description to the interface: pages are for browsers, and change without notice.
public final class ApiOnly implements OASFilter {

    private static final Set<String> LIBRE = Set.of("/translate", "/languages", "/detect");

    private static boolean page(String path) {
        return !path.startsWith("/api/") && !path.startsWith("/v2/") && !LIBRE.contains(path);
    }

    @Override
    public void filterOpenAPI(OpenAPI description) {
        Paths paths = description.getPaths();
        List.copyOf(paths.getPathItems().keySet()).stream()
                .filter(ApiOnly::page)
                .forEach(paths::removePathItem);
    }
}
