package hanji.web;

import hanji.account.Right;
import hanji.draft.DraftRequest;
import hanji.draft.Drafter;
import hanji.draft.Estimate;
import hanji.draft.Prepared;
import hanji.draft.Wording;
import hanji.fixture.CaseResult;
import hanji.fixture.FixtureReport;
import hanji.fixture.Fixtures;
import hanji.fixture.Version;
import hanji.fixture.Versions;
import hanji.llm.Model;
import hanji.prompt.PromptCatalog;
import hanji.prompt.PromptTemplate;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.workbench.Workbench;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// The prompts, their cases with what came of them, and what would be sent for a unit. Asks no
/// model.
@Needs(Right.READ)
@Path("/prompts")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PromptsPage {

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance prompts(PromptsView view);

        static native TemplateInstance prompt(PromptsView.One view);
    }

    private final PromptCatalog prompts;
    private final ServerConfig config;
    private final Workbench workbench;
    private final Drafter drafter;
    private final Interface pages;
    private final ErrorPage errors;

    PromptsPage(
            PromptCatalog prompts,
            ServerConfig config,
            Workbench workbench,
            Drafter drafter,
            Interface pages,
            ErrorPage errors) {
        this.prompts = prompts;
        this.config = config;
        this.workbench = workbench;
        this.drafter = drafter;
        this.pages = pages;
        this.errors = errors;
    }

    @GET
    public TemplateInstance list(@Context HttpHeaders headers, @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        FixtureReport report = fixtures().check(() -> null, Set.of());
        PromptViews views = new PromptViews(ui);
        return Interface.in(
                ui,
                Templates.prompts(
                        new PromptsView(
                                pages.chrome(ui, uri),
                                prompts.templates().stream()
                                        .map(prompt -> views.prompt(prompt, report))
                                        .toList())));
    }

    /// @param unit the id of a unit to fill the prompt in for
    /// @param before a git revision, or a model whose answers are recorded, to compare with
    /// @param after the same; the files as they stand when it is blank
    @GET
    @Path("{id}")
    public TemplateInstance one(
            @PathParam("id") String id,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("before") @DefaultValue("") String before,
            @QueryParam("after") @DefaultValue("") String after,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        PromptTemplate prompt =
                prompts.templates().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("There is no prompt \"%s\".", id));
        Fixtures fixtures = fixtures();
        FixtureReport report = fixtures.check(() -> null, Set.of());
        Map<String, String> answers = fixtures.answers();
        PromptViews views = new PromptViews(ui);
        List<CaseResult> own =
                report.results().stream().filter(one -> id.equals(one.prompt())).toList();
        boolean asked = unit != null && !unit.isBlank();
        return Interface.in(
                ui,
                Templates.prompt(
                        new PromptsView.One(
                                pages.chrome(ui, uri),
                                views.prompt(prompt, report),
                                views.settings(prompt),
                                prompt.system(),
                                prompt.user(),
                                own.stream()
                                        .map(one -> views.result(one, answers.get(one.id())))
                                        .toList(),
                                asked ? unit.strip() : "",
                                asked ? tried(views, prompt, UnitId.of(unit.strip())) : null,
                                Stream.concat(Stream.of("HEAD"), fixtures.models().stream())
                                        .toList(),
                                before.isBlank()
                                        ? null
                                        : views.compared(
                                                prompt,
                                                before.strip(),
                                                after.strip(),
                                                versions(fixtures, before, after)))));
    }

    private Versions versions(Fixtures fixtures, String before, String after) {
        return Versions.of(
                config.home(),
                Version.named(before, fixtures.models()),
                Version.named(after, fixtures.models()));
    }

    private PromptsView.Tried tried(PromptViews views, PromptTemplate prompt, UnitId unit) {
        if (!Wording.promptId(unit.kind()).equals(prompt.id())) {
            throw Problem.badInput(
                    "Unit %s is asked for by prompt %s: open that one.",
                    unit, Wording.promptId(unit.kind()));
        }
        Model model = workbench.model(null);
        DraftRequest request = workbench.request(workbench.work(unit), null);
        Prepared prepared = drafter.prepare(request, model).getFirst();
        Estimate estimate = drafter.estimate(request, model);
        return views.tried(workbench.unit(unit).place(), model, prepared, estimate);
    }

    private Fixtures fixtures() {
        return Fixtures.of(config.home(), prompts);
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
