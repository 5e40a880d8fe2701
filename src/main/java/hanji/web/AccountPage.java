package hanji.web;

import hanji.account.Accounts;
import hanji.account.ApiToken;
import hanji.account.Editor;
import hanji.account.Login;
import hanji.account.Logins;
import hanji.account.Right;
import hanji.account.Scope;
import hanji.account.Secret;
import hanji.account.Tokens;
import hanji.segment.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// What somebody may change of herself: her password, and the tokens of her programs.
@Needs(Right.ACCOUNT)
@Path("/account")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class AccountPage {

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance account(View view);
    }

    /// @param secret of a token that was just made; empty otherwise, since nobody sees it again
    /// @param password whether hers is kept here
    record View(
            Chrome chrome,
            String roles,
            List<Line> tokens,
            List<Choice> scopes,
            String secret,
            boolean password,
            String said) {}

    /// @param value as programs name it
    record Choice(String value, String name) {}

    /// @param holds whether it may still be used
    record Line(
            long id,
            String label,
            String scopes,
            String created,
            String expires,
            String used,
            boolean holds) {}

    private final Auth auth;
    private final Accounts accounts;
    private final Logins logins;
    private final Tokens tokens;
    private final Who who;
    private final InstantSource clock;
    private final Interface pages;
    private final ErrorPage errors;

    AccountPage(
            ServerConfig config,
            Accounts accounts,
            Logins logins,
            Tokens tokens,
            Who who,
            Clock clock,
            Interface pages,
            ErrorPage errors) {
        this.auth = config.auth();
        this.accounts = accounts;
        this.logins = logins;
        this.tokens = tokens;
        this.who = who;
        this.clock = clock;
        this.pages = pages;
        this.errors = errors;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public Response page(@Context HttpHeaders headers, @Context UriInfo uri) {
        return page("", "", headers, uri);
    }

    private Response page(String secret, String said, HttpHeaders headers, UriInfo uri) {
        Editor editor = owner();
        Ui ui = Interface.ui(headers);
        AccountWords words = new AccountWords(ui.work());
        View view =
                new View(
                        pages.chrome(ui, uri),
                        words.rights(editor.rights()),
                        tokens.list(editor.name()).stream().map(token -> line(ui, token)).toList(),
                        List.of(Scope.values()).stream()
                                .map(scope -> new Choice(scope.wire(), words.scope(scope)))
                                .toList(),
                        secret,
                        auth == Auth.FORM,
                        said);
        return Response.ok(Interface.in(ui, Templates.account(view)).render())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Editor owner() {
        if (auth == Auth.LOCAL) {
            throw Problem.notFound(
                    "This Hanji has one user and no accounts: set hanji.auth to form or oidc for more.");
        }
        return who.editor();
    }

    private Line line(Ui ui, ApiToken token) {
        return new Line(
                token.id(),
                token.label(),
                token.scopes().stream()
                        .sorted()
                        .map(new AccountWords(ui.work())::scope)
                        .collect(Collectors.joining(", ")),
                ui.exactly(token.created()),
                ui.exactly(token.expires()),
                token.used() == null ? "" : ui.exactly(token.used()),
                token.revoked() == null && token.expires().isAfter(clock.instant()));
    }

    /// Makes a token; the answer shows it, this once.
    @POST
    @Path("tokens")
    public Response create(
            @RestForm @DefaultValue("") String label,
            @RestForm @Nullable List<String> scope,
            @RestForm @DefaultValue("90") int days,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Secret secret =
                tokens.create(
                        owner(),
                        label,
                        (scope == null ? List.<String>of() : scope)
                                .stream().map(Scope::of).collect(Collectors.toSet()),
                        Duration.ofDays(days));
        return page(secret.text(), "", headers, uri);
    }

    @POST
    @Path("tokens/{token}/revoke")
    public Response revoke(@PathParam("token") long token) {
        tokens.revoke(owner(), token);
        return Response.seeOther(URI.create("/account")).build();
    }

    /// Changes her password. All her sessions end, this one too.
    @POST
    @Path("password")
    public Response password(
            @RestForm @DefaultValue("") String old,
            @RestForm @DefaultValue("") String fresh,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @Context RoutingContext request) {
        Editor editor = owner();
        Ui ui = Interface.ui(headers);
        return switch (logins.login(editor.name(), old, Visitors.address(request))) {
            case Login.Welcome _ -> {
                accounts.password(editor.name(), fresh, editor);
                yield Response.seeOther(URI.create("/login")).build();
            }
            case Login.Refused _ -> page("", ui.work().passwordWrong(), headers, uri);
            case Login.Waiting waiting ->
                    page(
                            "",
                            ui.work().loginWaits(ui.number(1 + waiting.left().toMinutes())),
                            headers,
                            uri);
        };
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
