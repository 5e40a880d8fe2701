package hanji.web;

import hanji.account.Right;
import hanji.search.Search;
import hanji.search.SearchQuery;
import hanji.segment.Language;
import hanji.segment.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Finding: a field, some filters, and what they bring.
@Needs(Right.READ)
@Path("/search")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SearchPage {

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance search(SearchView view);

        static native TemplateInstance results(SearchView.Results results);
    }

    private final Search search;
    private final Interface pages;
    private final ErrorPage errors;

    SearchPage(Search search, Interface pages, ErrorPage errors) {
        this.search = search;
        this.pages = pages;
        this.errors = errors;
    }

    /// The page; its results alone for htmx.
    @GET
    public TemplateInstance find(@Context HttpHeaders headers, @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        SearchQuery query = query(uri.getQueryParameters());
        SearchViews views = new SearchViews(ui, query);
        if (headers.getHeaderString("HX-Request") != null) {
            return Interface.in(ui, Templates.results(views.results(search.find(query))));
        }
        return Interface.in(
                ui,
                Templates.search(
                        views.view(pages.chrome(ui, uri), search.choices(), search.find(query))));
    }

    private static SearchQuery query(MultivaluedMap<String, String> asked) {
        String lang = asked.getFirst("lang");
        String words = text(asked, "q");
        Integer offset = number("offset", asked.getFirst("offset"));
        return new SearchQuery(
                words == null ? "" : words,
                lang == null || lang.isBlank() ? null : Language.target(lang),
                text(asked, "state"),
                text(asked, "finding"),
                text(asked, "model"),
                text(asked, "editor"),
                number("days", asked.getFirst("days")),
                text(asked, "digest"),
                offset == null ? 0 : offset,
                SearchViews.PAGE);
    }

    /// The page says again what was asked, and no page may hold control characters.
    private static @Nullable String text(MultivaluedMap<String, String> asked, String name) {
        String text = asked.getFirst(name);
        return text == null ? null : text.replaceAll("\\p{Cntrl}", " ");
    }

    private static @Nullable Integer number(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.badInput("%s: write a number, as 7.", name);
        }
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
