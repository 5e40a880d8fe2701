package hanji.web;

import hanji.account.Editor;
import hanji.account.Right;
import hanji.publish.DigestExport;
import hanji.publish.Publication;
import hanji.publish.Published;
import hanji.publish.Publisher;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.webhook.Webhooks;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// What is published, for its readers: as it was published, whatever becomes of the digest.
@WhenPublic
@Needs(Right.READ)
@Path("/published")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PublishedPage {

    /// More would make one page of a megabyte.
    private static final int MOST = 1_000;

    private static final int MOST_TOLD = 50;

    private static final String HTML = "text/html;charset=utf-8";

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance published(PublishedView view);

        static native TemplateInstance index(PublishedView.Index view);
    }

    private final Publisher publisher;
    private final DigestExport export;
    private final Webhooks webhooks;
    private final PublishAddress address;
    private final Who who;
    private final Interface pages;
    private final ErrorPage errors;

    PublishedPage(
            Publisher publisher,
            DigestExport export,
            Webhooks webhooks,
            PublishAddress address,
            Who who,
            Interface pages,
            ErrorPage errors) {
        this.publisher = publisher;
        this.export = export;
        this.webhooks = webhooks;
        this.address = address;
        this.who = who;
        this.pages = pages;
        this.errors = errors;
    }

    @GET
    public TemplateInstance index(@Context HttpHeaders headers, @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        PublishedViews views = new PublishedViews(new Words(ui), address.base(uri));
        List<Publication> standing = publisher.standing(null, null, MOST + 1);
        return Interface.in(
                ui,
                Templates.index(
                        new PublishedView.Index(
                                pages.chrome(ui, uri),
                                address.base(uri),
                                views.days(standing.stream().limit(MOST).toList()),
                                standing.size() > MOST,
                                told(views))));
    }

    private PublishedView.@Nullable Told told(PublishedViews views) {
        boolean publishes = who.visitor().filter(PublishedPage::publishes).isPresent();
        return publishes
                ? new PublishedView.Told(
                        webhooks.configured(),
                        webhooks.recent(MOST_TOLD).stream().map(views::line).toList())
                : null;
    }

    private static boolean publishes(Editor editor) {
        return Language.TARGETS.stream().anyMatch(language -> editor.may(Right.PUBLISH, language));
    }

    /// The language that whoever comes reads best, of those it is published in.
    @GET
    @Path("{key}")
    public Response any(@PathParam("key") String key, @Context HttpHeaders headers) {
        List<Publication> standing = publisher.standing(key, null, Language.TARGETS.size());
        if (standing.isEmpty()) {
            throw nothing(key);
        }
        Publication best =
                headers.getAcceptableLanguages().stream()
                        .flatMap(wanted -> in(standing, wanted).stream())
                        .findFirst()
                        .orElseGet(() ->
                                standing.stream()
                                        .min(Comparator.comparing(Publication::language))
                                        .orElseThrow());
        return Response.status(Response.Status.FOUND)
                .location(URI.create(best.path()))
                .header("Vary", "Accept-Language")
                .build();
    }

    private static Optional<Publication> in(List<Publication> standing, Locale wanted) {
        return standing.stream()
                .filter(publication ->
                        publication.language().locale().getLanguage().equals(wanted.getLanguage()))
                .findFirst();
    }

    private Problem nothing(String key) {
        boolean withdrawn =
                Language.TARGETS.stream()
                        .anyMatch(language ->
                                publisher
                                        .latest(key, language)
                                        .filter(Publication::withdrawn)
                                        .isPresent());
        return withdrawn
                ? Problem.gone("%s was published and has been withdrawn since.", key)
                : Problem.notFound("Nothing of %s is published.", key);
    }

    @GET
    @Path("{key}/{lang}")
    public Response published(
            @PathParam("key") String key,
            @PathParam("lang") String lang,
            @Context HttpHeaders headers,
            @Context Request request,
            @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        Published published = publisher.published(key, Language.target(lang));
        PublishedView view =
                new PublishedViews(new Words(ui), address.base(uri))
                        .page(
                                pages.chrome(ui, uri),
                                published,
                                publisher.standing(key, null, Language.TARGETS.size()));
        return Conditional.of(
                request,
                headers,
                Interface.in(ui, Templates.published(view)).render(),
                HTML,
                publisher.changed(key, null),
                "Accept-Language, Cookie");
    }

    @GET
    @Path("{key}/{lang}/export")
    @Produces({"text/markdown", MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public Response export(
            @PathParam("key") String key,
            @PathParam("lang") String lang,
            @QueryParam("format") @DefaultValue("md") String format,
            @Context HttpHeaders headers,
            @Context Request request) {
        Published published = publisher.published(key, Language.target(lang));
        DigestExport.File file = export.file(published, format);
        Response known =
                Conditional.of(
                        request,
                        headers,
                        file.content(),
                        file.mediaType(),
                        published.publication().at(),
                        "Accept-Encoding");
        return Response.fromResponse(known)
                .header("Content-Disposition", ContentDisposition.attachment(file.name()))
                .build();
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
