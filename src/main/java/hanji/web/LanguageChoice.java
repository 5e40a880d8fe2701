package hanji.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Pattern;

/// Remembers the language of the interface and goes back to the page.
@Everyone
@Path("/ui")
public class LanguageChoice {

    private static final int YEAR = 60 * 60 * 24 * 365;

    /// A path of this site: `//host` and `/\host` would be another one.
    private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private final boolean https;

    LanguageChoice(ServerConfig config) {
        this.https = config.https();
    }

    @GET
    public Response choose(
            @QueryParam("lang") @DefaultValue("en") String lang,
            @QueryParam("back") @DefaultValue("/") String back) {
        NewCookie cookie =
                new NewCookie.Builder(Interface.COOKIE)
                        .value(lang.equals("ko") ? "ko" : "en")
                        .path("/")
                        .maxAge(YEAR)
                        .httpOnly(true)
                        .secure(https)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build();
        return Response.seeOther(back(back)).cookie(cookie).build();
    }

    static URI back(String back) {
        try {
            return HERE.matcher(back).matches() ? URI.create(back) : URI.create("/");
        } catch (IllegalArgumentException _) {
            return URI.create("/");
        }
    }
}
