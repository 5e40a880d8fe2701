package hanji.web;

import hanji.account.Right;
import hanji.publish.Edition;
import hanji.publish.Publisher;
import hanji.publish.Which;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.workbench.StoredDigest;
import hanji.workbench.Workbench;
import io.quarkus.qute.CheckedTemplate;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The digest as it will be published, beside the original.
@Needs(Right.READ)
@Path("/digests/{key}/preview")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PreviewPage {

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance preview(PreviewView view);
    }

    private final Workbench workbench;
    private final Publisher publisher;
    private final Interface pages;
    private final ErrorPage errors;

    PreviewPage(Workbench workbench, Publisher publisher, Interface pages, ErrorPage errors) {
        this.workbench = workbench;
        this.publisher = publisher;
        this.pages = pages;
        this.errors = errors;
    }

    @GET
    public TemplateInstance preview(
            @PathParam("key") String key,
            @QueryParam("lang") @DefaultValue("en") String lang,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        Words words = new Words(ui);
        Language language = Language.target(lang);
        StoredDigest digest = workbench.digest(key);
        BenchViews bench =
                new BenchViews(
                        words,
                        digest,
                        language,
                        Map.of(),
                        workbench.items(digest, language),
                        Optional.empty());
        Edition edition = publisher.edition(key, language, Which.REVIEWED);
        return Interface.in(
                ui,
                Templates.preview(
                        new PreviewView(
                                pages.chrome(ui, uri),
                                Ui.path(key),
                                new EditionViews(words, edition)
                                        .view(ui.say().stillOpen(language.endonym())),
                                publisher
                                        .latest(key, language)
                                        .filter(newest -> !newest.withdrawn())
                                        .isPresent(),
                                bench.tabs(workbench.summary(key)),
                                bench.progress(false))));
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
