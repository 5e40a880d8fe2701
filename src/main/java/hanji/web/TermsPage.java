package hanji.web;

import hanji.account.Right;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.termbase.Concept;
import hanji.termbase.PartOfSpeech;
import hanji.termbase.Term;
import hanji.termbase.TermEntry;
import hanji.termbase.TermStatus;
import hanji.termbase.Termbase;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
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
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// The termbase for people: look, add, change, take out, bring in.
@Needs(Right.READ)
@Path("/terms")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class TermsPage {

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance terms(TermsView view, TermsView.@Nullable Plan plan);

        static native TemplateInstance plan(TermsView.Plan plan);

        static native TemplateInstance form(TermsView.Form form);
    }

    private final Termbase termbase;
    private final TermImports imports;
    private final Interface pages;
    private final ErrorPage errors;
    private final Who who;

    TermsPage(Termbase termbase, TermImports imports, Interface pages, ErrorPage errors, Who who) {
        this.imports = imports;
        this.termbase = termbase;
        this.pages = pages;
        this.errors = errors;
        this.who = who;
    }

    @GET
    public TemplateInstance list(
            @QueryParam("q") @Nullable String query,
            @QueryParam("in") @Nullable String language,
            @QueryParam("status") @Nullable String status,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        return page(ui, TermSearch.of(query, language, status), offset, null, uri);
    }

    private TemplateInstance page(
            Ui ui, TermSearch search, int offset, TermsView.@Nullable Plan plan, UriInfo uri) {
        TermsView view =
                new TermViews(ui)
                        .list(
                                pages.chrome(ui, uri),
                                termbase.terms().entries(),
                                search,
                                offset,
                                changes());
        return Interface.in(ui, Templates.terms(view, plan));
    }

    private boolean changes() {
        return who.editor().may(Right.APPROVE, null);
    }

    @GET
    @Path("new")
    public TemplateInstance blank(@Context HttpHeaders headers, @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        return Interface.in(
                ui,
                Templates.form(
                        new TermViews(ui)
                                .form(
                                        pages.chrome(ui, uri),
                                        0,
                                        0,
                                        null,
                                        List.of(),
                                        "",
                                        changes())));
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(
            @PathParam("id") long id, @Context HttpHeaders headers, @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        return form(ui, termbase.entry(id), "", uri);
    }

    private TemplateInstance form(Ui ui, TermEntry entry, String trouble, UriInfo uri) {
        return Interface.in(
                ui,
                Templates.form(
                        new TermViews(ui)
                                .form(
                                        pages.chrome(ui, uri),
                                        entry.id(),
                                        entry.version(),
                                        entry.concept(),
                                        termbase.history(entry.id()),
                                        trouble,
                                        changes())));
    }

    /// The terms of a form, line by line.
    public static final class Lines {
        @RestForm @Nullable List<String> language;
        @RestForm @Nullable List<String> term;
        @RestForm @Nullable List<String> status;
        @RestForm @Nullable List<String> capitals;
        @RestForm @Nullable List<String> part;
        @RestForm @Nullable List<String> termNote;
        @RestForm @Nullable String note;
        @RestForm @Nullable String source;

        Concept concept() {
            List<Term> terms = new ArrayList<>();
            List<String> texts = term == null ? List.of() : term;
            for (int i = 0; i < texts.size(); i++) {
                if (!texts.get(i).isBlank()) {
                    String spoken = at(part, i);
                    terms.add(
                            new Term(
                                    Language.of(at(language, i)),
                                    texts.get(i),
                                    TermStatus.of(at(status, i)),
                                    at(capitals, i).equals("written"),
                                    spoken.isEmpty() ? null : PartOfSpeech.of(spoken),
                                    at(termNote, i)));
                }
            }
            return new Concept(terms, note, source);
        }

        private static String at(@Nullable List<String> values, int index) {
            return values == null || index >= values.size() ? "" : values.get(index);
        }
    }

    @Needs(Right.APPROVE)
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@BeanParam Lines lines) {
        TermEntry entry = termbase.add(lines.concept(), who.editor());
        return Response.seeOther(URI.create("/terms?q=" + Ui.encoded(entry.concept().name())))
                .build();
    }

    @Needs(Right.APPROVE)
    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("id") long id,
            @RestForm @DefaultValue("0") int version,
            @BeanParam Lines lines) {
        termbase.change(id, version, lines.concept(), who.editor());
        return Response.seeOther(URI.create("/terms/" + id)).build();
    }

    @Needs(Right.APPROVE)
    @POST
    @Path("{id}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@PathParam("id") long id, @RestForm @DefaultValue("0") int version) {
        termbase.remove(id, version, who.editor());
        return Response.seeOther(URI.create("/terms")).build();
    }

    /// @param apply `true`: bring it in, `redo`: and have the texts redone as they were shown; else
    ///   it is only shown what would be done
    /// @param seal of what was shown
    @Needs(Right.APPROVE)
    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response bring(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm @Nullable String apply,
            @RestForm @Nullable String seal,
            @HeaderParam("HX-Request") @Nullable String htmx,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        return switch (imports.brought(ui, file, apply, seal)) {
            case TermImports.Shown shown ->
                    Response.ok(
                                    (htmx == null
                                                    ? page(
                                                            ui,
                                                            TermSearch.of(null, null, null),
                                                            0,
                                                            shown.plan(),
                                                            uri)
                                                    : Interface.in(
                                                            ui, Templates.plan(shown.plan())))
                                            .render(),
                                    MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                            .build();
            case TermImports.Begun begun ->
                    htmx == null
                            ? Response.seeOther(begun.batch()).build()
                            : Response.noContent().header("HX-Redirect", begun.batch()).build();
        };
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
