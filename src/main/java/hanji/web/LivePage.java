package hanji.web;

import hanji.account.Account;
import hanji.account.Right;
import hanji.account.Session;
import hanji.account.Sessions;
import hanji.review.Presence;
import hanji.review.Presences;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.workbench.Workbench;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// What others do to a digest that somebody has open, while she has it open.
@Needs(Right.READ)
@Path("/digests/{key}/live")
public class LivePage {

    /// A page asks for the rest afterwards.
    private static final int MOST_ROWS = 40;

    /// A token is shown again after a while.
    private static final Duration TOKEN = Duration.ofMinutes(1);

    private final Workbench workbench;
    private final LiveEvents events;
    private final Presences presences;
    private final Sessions sessions;
    private final RowAnswers rows;
    private final Who who;
    private final ErrorPage errors;
    private final boolean local;

    LivePage(
            Workbench workbench,
            LiveEvents events,
            Presences presences,
            Sessions sessions,
            RowAnswers rows,
            Who who,
            ErrorPage errors,
            ServerConfig config) {
        this.workbench = workbench;
        this.events = events;
        this.presences = presences;
        this.sessions = sessions;
        this.rows = rows;
        this.who = who;
        this.errors = errors;
        this.local = config.auth() == Auth.LOCAL;
    }

    /// Server-sent events `now`: how everything stands, whenever that has changed.
    // a Multi counts as non-blocking, which this is not
    @Blocking
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> live(
            @PathParam("key") String key,
            @QueryParam("lang") @DefaultValue("en") String lang,
            @QueryParam("follow") @DefaultValue("true") boolean follow) {
        Language language = Language.target(lang);
        String digest = workbench.digest(key).key();
        return follow
                ? events.of(digest, language, welcome(language))
                : events.once(digest, language);
    }

    private BooleanSupplier welcome(Language language) {
        if (local) {
            return () -> true;
        }
        Session session = who.session().orElse(null);
        if (session == null) {
            long until = System.nanoTime() + TOKEN.toNanos();
            return () -> System.nanoTime() < until;
        }
        return () -> welcome(sessions, session, language);
    }

    /// Whether a session that was begun still lives, and still may read.
    static boolean welcome(Sessions sessions, Session session, Language language) {
        return sessions.alive(session)
                .map(Account::rights)
                .filter(rights -> rights.may(Right.READ, language))
                .isPresent();
    }

    /// Rows as they stand now, with the parts of the page that go with them.
    @RunOnVirtualThread
    @GET
    @Path("rows")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance changed(
            @PathParam("key") String key,
            @QueryParam("lang") @DefaultValue("en") String lang,
            @QueryParam("unit") List<String> units,
            @Context HttpHeaders headers) {
        List<UnitId> wanted = units.stream().limit(MOST_ROWS).map(UnitId::of).toList();
        return rows.changed(Interface.ui(headers), key, Language.target(lang), wanted);
    }

    /// A page tells that it is open, and where its reader is.
    @RunOnVirtualThread
    @POST
    @Path("here")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response here(
            @PathParam("key") String key,
            @QueryParam("lang") @DefaultValue("en") String lang,
            @RestForm @Nullable String page,
            @RestForm @Nullable String unit,
            @RestForm boolean writing,
            @RestForm boolean gone) {
        Language language = Language.target(lang);
        String name = who.editor().name();
        if (page == null) {
            throw Problem.badInput("Which page? Give it a name of its own.");
        }
        if (gone) {
            presences.gone(name, page);
        } else {
            String at = unit == null || unit.isBlank() ? null : UnitId.of(unit).toString();
            String digest = workbench.digest(key).key();
            presences.here(digest, language, new Presence(name, page, at, writing));
        }
        events.changed(key, language);
        return Response.noContent().build();
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
