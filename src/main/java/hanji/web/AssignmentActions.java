package hanji.web;

import hanji.account.Account;
import hanji.account.Accounts;
import hanji.account.Right;
import hanji.review.Assignments;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.workbench.StoredDigest;
import hanji.workbench.Workbench;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Gives a digest in a language, or one of its entries, to somebody.
@Needs(Right.APPROVE)
@Path("/digests/{key}/assignments")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AssignmentActions {

    @CheckedTemplate(basePath = "TogetherPage")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance assign(AssignView assign);
    }

    private final Workbench workbench;
    private final Assignments assignments;
    private final Accounts accounts;
    private final LiveEvents events;
    private final Who who;
    private final ErrorPage errors;
    private final boolean local;

    AssignmentActions(
            Workbench workbench,
            Assignments assignments,
            Accounts accounts,
            LiveEvents events,
            Who who,
            ErrorPage errors,
            ServerConfig config) {
        this.workbench = workbench;
        this.assignments = assignments;
        this.accounts = accounts;
        this.events = events;
        this.who = who;
        this.errors = errors;
        this.local = config.auth() == Auth.LOCAL;
    }

    /// The form that asks who.
    @GET
    public TemplateInstance ask(
            @PathParam("key") String key,
            @QueryParam("lang") @DefaultValue("en") String lang,
            @QueryParam("entry") @DefaultValue("0") int entry,
            @Context HttpHeaders headers) {
        id(workbench.digest(key), entry);
        return form(Interface.ui(headers), key, Language.target(lang), entry, null);
    }

    private TemplateInstance form(
            Ui ui, String key, Language language, int entry, @Nullable Told problem) {
        TogetherMessages say = TogetherWords.of(ui);
        List<String> names =
                local
                        ? List.of()
                        : accounts.list().stream()
                                .filter(account -> !account.disabled())
                                .map(Account::name)
                                .toList();
        return Interface.in(
                ui,
                Templates.assign(
                        new AssignView(
                                Ui.path(key) + "/assignments?lang=" + language.tag(),
                                entry == 0
                                        ? say.assignLanguage(language.endonym())
                                        : say.assignEntry(ui.number(entry)),
                                entry,
                                names,
                                problem)));
    }

    /// The page's script is answered with nothing when it is done, and with the form when it is
    /// not.
    ///
    /// @param name nobody's when it is left out
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response assign(
            @PathParam("key") String key,
            @QueryParam("lang") @DefaultValue("en") String lang,
            @RestForm @DefaultValue("0") int entry,
            @RestForm @Nullable String name,
            @RestForm boolean nobody,
            @HeaderParam("HX-Request") @Nullable String script,
            @Context HttpHeaders headers) {
        Language language = Language.target(lang);
        StoredDigest digest = workbench.digest(key);
        long id = id(digest, entry);
        try {
            if (nobody) {
                assignments.release(key, language, id, who.editor());
            } else {
                assignments.assign(key, language, id, name == null ? "" : name, who.editor());
            }
        } catch (Problem problem) {
            if (script == null) {
                throw problem;
            }
            Ui ui = Interface.ui(headers);
            return Response.ok(form(ui, key, language, entry, ui.told(problem)).render()).build();
        }
        events.changed(key, language);
        if (script != null) {
            return Response.noContent().build();
        }
        return Response.seeOther(
                        URI.create(
                                Ui.path(key)
                                        + "?lang="
                                        + language.tag()
                                        + (entry == 0 ? "" : "#e" + entry)))
                .build();
    }

    /// 0 for the whole digest.
    private static long id(StoredDigest digest, int entry) {
        if (entry < 0 || entry > digest.entries().size()) {
            throw Problem.notFound("There is no entry %d in %s.", entry, digest.key());
        }
        return entry == 0 ? 0 : digest.entries().get(entry - 1).id();
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
