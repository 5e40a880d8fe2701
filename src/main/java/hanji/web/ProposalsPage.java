package hanji.web;

import hanji.account.Right;
import hanji.segment.Problem;
import hanji.termbase.Concept;
import hanji.termbase.Mended;
import hanji.termbase.Proposal;
import hanji.termbase.TermEntry;
import hanji.termbase.Termbase;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// What the digests propose as terms, to be accepted or refused with one key each.
@Needs(Right.READ)
@Path("/terms/proposals")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class ProposalsPage {

    private static final int PAGE = 50;

    /// Texts that bear a proposal out.
    private static final int SHOWN = 5;

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance proposals(View view);

        static native TemplateInstance done(Done done);
    }

    /// @param more address of the rest; empty when this is all
    record View(
            Chrome chrome,
            String count,
            List<Rewording> rewordings,
            List<Row> rows,
            String more,
            boolean changes) {}

    /// @param label for who hears the page
    record Rewording(
            String label,
            String lang,
            String endonym,
            String korean,
            String term,
            String before,
            String after,
            String count,
            List<Mended> evidence) {}

    record Row(String english, String abbreviation, String count, List<Form> forms) {}

    record Form(String korean, String count, List<Proposal.Context> contexts) {}

    /// @param href of the new term; empty for what was refused
    record Done(String said, String href) {}

    private final Termbase termbase;
    private final Gleaned gleaned;
    private final Reworded reworded;
    private final Interface pages;
    private final ErrorPage errors;
    private final Who who;

    ProposalsPage(
            Termbase termbase,
            Gleaned gleaned,
            Reworded reworded,
            Interface pages,
            ErrorPage errors,
            Who who) {
        this.reworded = reworded;
        this.termbase = termbase;
        this.gleaned = gleaned;
        this.pages = pages;
        this.errors = errors;
        this.who = who;
    }

    @GET
    public TemplateInstance list(
            @QueryParam("offset") @DefaultValue("0") int offset,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        TermMessages say = TermViews.say(ui);
        List<Proposal> open = gleaned.open();
        int from = Math.clamp(offset, 0, open.size());
        int to = Math.min(open.size(), from + PAGE);
        return Interface.in(
                ui,
                Templates.proposals(
                        new View(
                                pages.chrome(ui, uri),
                                say.proposalCount(ui.number(open.size())),
                                from > 0 ? List.of() : rewordings(ui),
                                open.subList(from, to).stream()
                                        .map(proposal -> row(ui, say, proposal))
                                        .toList(),
                                to == open.size() ? "" : "/terms/proposals?offset=" + to,
                                who.editor().may(Right.APPROVE, null))));
    }

    private List<Rewording> rewordings(Ui ui) {
        BesideMessages say = Interface.words(ui, BesideMessages.class);
        return reworded.open().stream()
                .limit(PAGE)
                .map(one ->
                        new Rewording(
                                one.korean() + ": " + one.term(),
                                one.language().tag(),
                                one.language().endonym(),
                                one.korean(),
                                one.term(),
                                one.before(),
                                one.after(),
                                say.changedIn(ui.number(one.evidence().size())),
                                one.evidence().stream().limit(SHOWN).toList()))
                .toList();
    }

    private static Row row(Ui ui, TermMessages say, Proposal proposal) {
        return new Row(
                proposal.english(),
                Objects.requireNonNullElse(proposal.abbreviation(), ""),
                say.glosses(ui.number(proposal.count())),
                proposal.forms().stream()
                        .map(form ->
                                new Form(
                                        form.korean(),
                                        say.glosses(ui.number(form.count())),
                                        form.contexts()))
                        .toList());
    }

    /// @param korean the forms that were ticked; the first one is preferred
    @Needs(Right.APPROVE)
    @POST
    @Path("accept")
    public Response accept(
            @RestForm @Nullable List<String> korean,
            @RestForm @DefaultValue("") String english,
            @RestForm @DefaultValue("") String abbreviation,
            @HeaderParam("HX-Request") @Nullable String htmx,
            @Context HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        TermMessages say = TermViews.say(ui);
        if (korean == null || korean.isEmpty()) {
            throw Problem.badInput("Tick at least one form, then accept.");
        }
        TermEntry entry =
                termbase.accept(
                        korean,
                        english,
                        abbreviation.isBlank() ? null : abbreviation,
                        "Glosses of the digests",
                        who.editor());
        return done(
                ui,
                htmx,
                new Done(say.acceptedAs(String.join(", ", korean)), "/terms/" + entry.id()));
    }

    /// @param all every form of the proposal
    @Needs(Right.APPROVE)
    @POST
    @Path("refuse")
    public Response refuse(
            @RestForm @Nullable List<String> all,
            @RestForm @DefaultValue("") String english,
            @HeaderParam("HX-Request") @Nullable String htmx,
            @Context HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        if (all == null || all.isEmpty() || all.size() > Concept.MOST_TERMS) {
            throw Problem.badInput("Say which forms are no terms.");
        }
        for (String form : all) {
            termbase.refuse(form, english, who.editor());
        }
        return done(ui, htmx, new Done(TermViews.say(ui).refused(english), ""));
    }

    /// In the place of the proposal; without scripts, the page again.
    static Response done(Ui ui, @Nullable String htmx, Done done) {
        return htmx == null
                ? Response.seeOther(URI.create("/terms/proposals")).build()
                : Response.ok(Interface.in(ui, Templates.done(done))).build();
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
