package hanji.web;

import hanji.account.Right;
import hanji.segment.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// For measuring what the bench costs: the page rendered from what was read at the first request,
/// and never read again. Only there where `hanji.dev-states` is set.
@Needs(Right.READ)
@Path("/q/bare-bench/{key}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class BareBenchPage {

    private final BenchPage bench;
    private final boolean on;
    private final Map<String, BenchView> kept = new ConcurrentHashMap<>();

    BareBenchPage(BenchPage bench, ServerConfig config) {
        this.bench = bench;
        this.on = config.devStates();
    }

    @GET
    public TemplateInstance page(
            @PathParam("key") String key,
            @QueryParam("lang") @DefaultValue("en") String lang,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        if (!on) {
            throw Problem.notFound("There is no page at this address.");
        }
        Ui ui = Interface.ui(headers);
        BenchView view = kept.computeIfAbsent(key + lang, _ -> bench.view(ui, key, lang, uri));
        return Interface.in(ui, BenchPage.Templates.bench(view));
    }
}
