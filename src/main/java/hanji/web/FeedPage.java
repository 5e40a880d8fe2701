package hanji.web;

import hanji.account.Right;
import hanji.publish.AtomFeed;
import hanji.publish.Published;
import hanji.publish.Publisher;
import hanji.segment.Language;
import hanji.segment.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// What is published, for feed readers: all languages or one.
@WhenPublic
@Needs(Right.READ)
@Path("/published/feed.atom")
@RunOnVirtualThread
public class FeedPage {

    /// With their texts; a reader that comes once a week misses none of a daily digest.
    private static final int MOST = 20;

    private final Publisher publisher;
    private final PublishAddress address;
    private final ErrorPage errors;

    FeedPage(Publisher publisher, PublishAddress address, ErrorPage errors) {
        this.publisher = publisher;
        this.address = address;
        this.errors = errors;
    }

    @GET
    @Produces("application/atom+xml")
    public Response feed(
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers,
            @Context Request request,
            @Context UriInfo uri) {
        Language language = lang == null || lang.isEmpty() ? null : Language.target(lang);
        String base = address.base(uri);
        List<Published> newest =
                publisher.standing(null, language, MOST).stream().map(publisher::content).toList();
        String feed =
                new AtomFeed(base, PublishAddress.authority(base), EditionViews::title)
                        .write(newest, language);
        return Conditional.of(
                request,
                headers,
                feed,
                "application/atom+xml;charset=utf-8",
                publisher.changed(null, language),
                "Accept-Encoding");
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
