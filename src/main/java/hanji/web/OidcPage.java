package hanji.web;

import hanji.account.Account;
import hanji.account.Accounts;
import hanji.account.Editor;
import hanji.account.Rights;
import hanji.segment.Problem;
import io.quarkus.oidc.IdToken;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Where people come back from the OpenID Connect provider: Quarkus has checked what it said of
/// them then. From here on they have a session like everybody else.
@Everyone
@Path("/login/oidc")
@RunOnVirtualThread
public class OidcPage {

    private final Accounts accounts;
    private final Claims claims;
    private final LoginPage login;
    private final ErrorPage errors;

    @IdToken JsonWebToken token;

    OidcPage(Accounts accounts, Claims claims, LoginPage login, ErrorPage errors) {
        this.accounts = accounts;
        this.claims = claims;
        this.login = login;
        this.errors = errors;
    }

    @GET
    @Authenticated
    public Response arrive(
            @QueryParam("back") @DefaultValue("/") String back, @Context RoutingContext request) {
        String name = claims.name(token);
        Rights rights = claims.rights(token);
        if (rights.grants().isEmpty()) {
            throw Problem.forbidden(
                    "The provider gives %s no role here: ask for viewer, editor, approver or admin.",
                    name);
        }
        Account account =
                accounts.admit(
                        name,
                        token.getIssuer() + " " + token.getSubject(),
                        rights,
                        new Editor("OpenID provider", Rights.NONE, Visitors.address(request)));
        return login.in(account, "oidc", back, request);
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
