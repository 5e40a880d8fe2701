package hanji.web;

import hanji.account.Account;
import hanji.account.Login;
import hanji.account.Logins;
import hanji.account.Secret;
import hanji.account.Session;
import hanji.account.Sessions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;

/// In and out.
@Everyone
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class LoginPage {

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance login(View view);
    }

    /// @param back where she wanted to go
    /// @param password whether this Hanji asks for one; else the provider does
    /// @param said why she is not in; empty before she tried
    /// @param leave whether the provider still knows her in this browser
    record View(Chrome chrome, String back, boolean password, String said, boolean leave) {

        public String backEncoded() {
            return Ui.encoded(back);
        }
    }

    /// Quarkus's own cookie of who came by a provider.
    private static final String PROVIDER = "q_session";

    private final Auth auth;
    private final Logins logins;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Interface pages;
    private final Who who;

    LoginPage(
            ServerConfig config,
            Logins logins,
            Sessions sessions,
            SessionCookie cookie,
            Interface pages,
            Who who) {
        this.auth = config.auth();
        this.logins = logins;
        this.sessions = sessions;
        this.cookie = cookie;
        this.pages = pages;
        this.who = who;
    }

    /// The address of this page, for coming back to it.
    static String here(UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        return uri.getRequestUri().getRawPath() + (query == null ? "" : "?" + query);
    }

    /// Where she goes then: an address of ours, and not out or in again.
    static String home(String back) {
        String home = LanguageChoice.back(back).toString();
        return home.startsWith("/log") ? "/" : home;
    }

    @GET
    @Path("login")
    public Response page(
            @QueryParam("back") @DefaultValue("/") String back,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return who.visitor().isPresent()
                ? Response.seeOther(URI.create(home(back))).build()
                : page(200, back, "", headers, uri);
    }

    private Response page(int status, String back, String said, HttpHeaders headers, UriInfo uri) {
        Ui ui = Interface.ui(headers);
        boolean known = headers.getCookies().containsKey(PROVIDER);
        View view = new View(pages.chrome(ui, uri), home(back), auth == Auth.FORM, said, known);
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Interface.in(ui, Templates.login(view)).render())
                .build();
    }

    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response login(
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String password,
            @RestForm @DefaultValue("/") String back,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @Context RoutingContext request) {
        Ui ui = Interface.ui(headers);
        if (auth != Auth.FORM) {
            return page(409, back, ui.work().loginElsewhere(), headers, uri);
        }
        return switch (logins.login(name, password, Visitors.address(request))) {
            case Login.Welcome welcome -> in(welcome.account(), "password", back, request);
            case Login.Refused _ -> page(401, back, ui.work().loginRefused(), headers, uri);
            case Login.Waiting waiting -> {
                long minutes = 1 + waiting.left().toMinutes();
                Response page =
                        page(429, back, ui.work().loginWaits(ui.number(minutes)), headers, uri);
                yield Response.fromResponse(page)
                        .header("Retry-After", 1 + waiting.left().toSeconds())
                        .build();
            }
        };
    }

    /// A session begins, under a new secret whatever the browser had before.
    Response in(Account account, String how, String back, RoutingContext request) {
        Secret secret = sessions.begin(account, Visitors.address(request), how);
        return Response.seeOther(URI.create(home(back)))
                .cookie(cookie.of(secret.text(), request))
                .build();
    }

    @POST
    @Path("logout")
    public Response logout(@Context RoutingContext request) {
        who.session()
                .ifPresent((Session session) -> sessions.end(session, Visitors.address(request)));
        return Response.seeOther(URI.create("/login"))
                .cookie(cookie.none(request))
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .build();
    }
}
