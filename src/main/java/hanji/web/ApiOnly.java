package hanji.web;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Paths;

/// Keeps the description to the interface: pages are for browsers, and change without notice.
public final class ApiOnly implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI description) {
        Paths paths = description.getPaths();
        List.copyOf(paths.getPathItems().keySet()).stream()
                .filter(path -> !path.startsWith("/api/"))
                .forEach(paths::removePathItem);
    }
}
