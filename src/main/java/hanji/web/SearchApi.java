package hanji.web;

import hanji.account.Right;
import hanji.search.Found;
import hanji.search.Hit;
import hanji.search.Readiness;
import hanji.search.Search;
import hanji.search.SearchQuery;
import hanji.segment.Language;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Finding, for scripts.
@Needs(Right.READ)
@Path("/api/v1/search")
@Tag(name = "search")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, ProblemJson.MEDIA_TYPE})
final class SearchApi {

    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    /// @param state `ready`, `building` (hits may be missing) or `trouble`
    record Result(long total, int offset, String state, List<Hit> hits) {}

    @GET
    @Operation(
            summary =
                    "Bullets, condensations and papers by words (\"as phrases\"), and by how their texts stand; the best first")
    public Result find(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("state") @Nullable String state,
            @QueryParam("finding") @Nullable String finding,
            @QueryParam("model") @Nullable String model,
            @QueryParam("editor") @Nullable String editor,
            @QueryParam("days") @Nullable Integer days,
            @QueryParam("digest") @Nullable String digest,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        Language language = lang == null || lang.isBlank() ? null : Language.target(lang);
        Found found =
                search.find(
                        new SearchQuery(
                                words, language, state, finding, model, editor, days, digest,
                                offset, limit));
        return new Result(found.total(), offset, state(found.readiness()), found.hits());
    }

    private static String state(Readiness readiness) {
        return switch (readiness) {
            case Readiness.Ready _ -> "ready";
            case Readiness.Building _ -> "building";
            case Readiness.Trouble _ -> "trouble";
        };
    }
}
