package hanji.web;

import hanji.account.Editor;
import hanji.account.Right;
import hanji.batch.Batches;
import hanji.batch.EffectRedo;
import hanji.segment.Problem;
import hanji.termbase.Concept;
import hanji.termbase.TermEntry;
import hanji.termbase.Termbase;
import hanji.workbench.Workbench;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// What a change of a term would do to the texts there are, shown before it is made, and then made
/// as it was shown.
@Needs(Right.APPROVE)
@Path("/terms/effect")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class EffectPage {

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance effect(EffectView view);
    }

    private final EffectRedo redo;
    private final Termbase termbase;
    private final Workbench workbench;
    private final Interface pages;
    private final ErrorPage errors;
    private final Who who;
    private final EffectAnswers answers;

    EffectPage(
            EffectRedo redo,
            Termbase termbase,
            Workbench workbench,
            Interface pages,
            ErrorPage errors,
            Who who,
            EffectAnswers answers) {
        this.redo = redo;
        this.termbase = termbase;
        this.workbench = workbench;
        this.pages = pages;
        this.errors = errors;
        this.who = who;
        this.answers = answers;
    }

    /// What the form of a term sends, beside its lines.
    public static final class Asked {
        @RestForm
        @DefaultValue("save")
        String what = "save";

        @RestForm
        @DefaultValue("0")
        long id;

        @RestForm
        @DefaultValue("0")
        int version;

        @RestForm
        @DefaultValue("0")
        int offset;

        @RestForm @Nullable String fitting;
        @RestForm @Nullable String model;
        @RestForm @Nullable String maxCost;
        @RestForm @Nullable String maxTokens;
        @RestForm @Nullable String seal;

        EffectForm form(TermsPage.Lines lines) {
            boolean removes =
                    switch (what) {
                        case "save" -> false;
                        case "remove" -> true;
                        default -> throw Problem.badInput("what: use save or remove.");
                    };
            return new EffectForm(
                    removes,
                    id,
                    version,
                    removes ? null : lines.concept(),
                    EffectChoice.of(fitting, model, offset, maxCost, maxTokens));
        }
    }

    /// The language of the page was changed, or somebody kept the address: there is nothing to be
    /// shown without a change.
    @Needs(Right.READ)
    @GET
    public Response nothing() {
        return Response.seeOther(URI.create("/terms")).build();
    }

    @POST
    public Response effect(
            @BeanParam Asked asked,
            @BeanParam TermsPage.Lines lines,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return page(asked.form(lines), null, Response.Status.OK, headers, uri);
    }

    private Response page(
            EffectForm form,
            @Nullable Problem trouble,
            Response.Status status,
            HttpHeaders headers,
            UriInfo uri) {
        Ui ui = Interface.ui(headers);
        Editor editor = who.editor();
        Concept before = form.id() == 0 ? null : termbase.entry(form.id()).concept();
        EffectView view =
                new EffectViews(ui, pages.chrome(ui, uri), workbench.models(), form.choice())
                        .terms(
                                redo.preview(form.wish(), editor),
                                before,
                                form,
                                trouble == null ? null : ui.told(trouble),
                                editor.may(Right.DRAFT, null));
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(Interface.in(ui, Templates.effect(view)).render())
                .build();
    }

    /// Makes the change and has the texts redone, as it was shown; else shows how it stands now.
    @POST
    @Path("apply")
    public Response apply(
            @BeanParam Asked asked,
            @BeanParam TermsPage.Lines lines,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        EffectForm form = asked.form(lines);
        Optional<Batches.Created> made;
        try {
            made =
                    redo.apply(
                            form.wish(),
                            Objects.requireNonNullElse(asked.seal, ""),
                            form.choice().budget(),
                            who.editor());
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.CONFLICT) {
                throw problem;
            }
            return page(form, problem, Response.Status.CONFLICT, headers, uri);
        }
        if (made.isEmpty()) {
            return Response.seeOther(URI.create("/terms")).build();
        }
        return Response.seeOther(URI.create("/batches/" + answers.told(made.get()))).build();
    }

    /// Back to the form, with what is not saved yet.
    @POST
    @Path("edit")
    public TemplateInstance edit(
            @BeanParam Asked asked,
            @BeanParam TermsPage.Lines lines,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        List<TermEntry> history =
                asked.id == 0 ? List.of() : termbase.history(termbase.entry(asked.id).id());
        return Interface.in(
                ui,
                TermsPage.Templates.form(
                        new TermViews(ui)
                                .form(
                                        pages.chrome(ui, uri),
                                        asked.id,
                                        asked.version,
                                        lines.concept(),
                                        history,
                                        "",
                                        true)));
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
