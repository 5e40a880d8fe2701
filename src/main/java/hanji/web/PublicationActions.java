package hanji.web;

import hanji.account.Right;
import hanji.publish.Publication;
import hanji.publish.Publisher;
import hanji.segment.Language;
import hanji.segment.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What stands published of a digest in a language, in the slip from which it is published and
/// withdrawn.
@Needs(Right.READ)
@Path("/digests/{key}/publication")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PublicationActions {

    private static final int SHOWN = 5;

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance publication(View view);
    }

    /// @param stands whether the newest of them is not withdrawn
    /// @param record the newest first: sentences
    record View(
            String path,
            String lang,
            String endonym,
            String page,
            boolean stands,
            List<String> record) {}

    private final Publisher publisher;
    private final Who who;
    private final ErrorPage errors;

    PublicationActions(Publisher publisher, Who who, ErrorPage errors) {
        this.publisher = publisher;
        this.who = who;
        this.errors = errors;
    }

    @GET
    public TemplateInstance publication(
            @PathParam("key") String key,
            @QueryParam("lang") @DefaultValue("en") String lang,
            @Context HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        Language language = Language.target(lang);
        List<Publication> record = publisher.record(key, language);
        return Interface.in(
                ui,
                Templates.publication(
                        new View(
                                Ui.path(key),
                                language.tag(),
                                language.endonym(),
                                Publication.path(key, language),
                                record.stream()
                                        .findFirst()
                                        .filter(newest -> !newest.withdrawn())
                                        .isPresent(),
                                record.stream()
                                        .limit(SHOWN)
                                        .map(publication -> sentence(ui, publication))
                                        .toList())));
    }

    private static String sentence(Ui ui, Publication publication) {
        String published =
                ui.pub()
                        .publishedHow(
                                ui.when(publication.at()),
                                publication.actor(),
                                publication.units(),
                                ui.number(publication.units()));
        return publication.withdrawnAt() == null || publication.withdrawnBy() == null
                ? published
                : published
                        + " "
                        + ui.pub()
                                .withdrawnBy(
                                        ui.when(publication.withdrawnAt()),
                                        publication.withdrawnBy());
    }

    @Needs(Right.PUBLISH)
    @POST
    @Path("withdraw")
    public Response withdraw(
            @PathParam("key") String key, @QueryParam("lang") @DefaultValue("en") String lang) {
        Language language = Language.target(lang);
        publisher.withdraw(key, language, who.editor());
        return Response.seeOther(
                        URI.create(Ui.path(key) + "?lang=" + language.tag() + "&withdrawn=1"))
                .build();
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
