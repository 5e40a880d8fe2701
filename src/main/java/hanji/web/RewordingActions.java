package hanji.web;

import hanji.account.Right;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.termbase.Refusals;
import hanji.termbase.TermEntry;
import hanji.termbase.Termbase;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Decides on what editors write again and again: a term, or none.
@Needs(Right.APPROVE)
@Path("/terms/proposals/rewordings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class RewordingActions {

    private final Termbase termbase;
    private final ErrorPage errors;
    private final Who who;

    RewordingActions(Termbase termbase, ErrorPage errors, Who who) {
        this.termbase = termbase;
        this.errors = errors;
        this.who = who;
    }

    @POST
    @Path("accept")
    public Response accept(
            @RestForm @DefaultValue("") String korean,
            @RestForm @DefaultValue("") String language,
            @RestForm @DefaultValue("") String text,
            @HeaderParam("HX-Request") @Nullable String htmx,
            @Context HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        TermEntry entry =
                termbase.prefer(
                        korean, Language.target(language), text, "Edits of drafts", who.editor());
        String said = TermViews.say(ui).acceptedAs(korean + " = " + text);
        return ProposalsPage.done(ui, htmx, new ProposalsPage.Done(said, "/terms/" + entry.id()));
    }

    @POST
    @Path("refuse")
    public Response refuse(
            @RestForm @DefaultValue("") String korean,
            @RestForm @DefaultValue("") String language,
            @RestForm @DefaultValue("") String text,
            @HeaderParam("HX-Request") @Nullable String htmx,
            @Context HttpHeaders headers) {
        if (korean.isBlank() || text.isBlank()) {
            throw Problem.badInput("Say which pair is no term.");
        }
        Ui ui = Interface.ui(headers);
        termbase.refuse(korean, Refusals.name(Language.target(language), text), who.editor());
        return ProposalsPage.done(
                ui, htmx, new ProposalsPage.Done(TermViews.say(ui).refused(text), ""));
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
