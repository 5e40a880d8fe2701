package hanji.web;

import hanji.account.AuditAction;
import hanji.account.Editor;
import hanji.account.Right;
import hanji.batch.Batches;
import hanji.batch.Run;
import hanji.llm.Model;
import hanji.publish.Publication;
import hanji.publish.Publisher;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.workbench.DigestSummary;
import hanji.workbench.Workbench;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// The bench of a digest in one language, and what is done to the digest as a whole. What is done
/// to one unit is in [UnitActions].
@Needs(Right.READ)
@Path("/digests/{key}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class BenchPage {

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance bench(BenchView view);

        static native TemplateInstance changed(BenchView.Changed changed);

        static native TemplateInstance inspector(InspectorView inspector);

        static native TemplateInstance row(RowView row, boolean oob);
    }

    private final Workbench workbench;
    private final Batches batches;
    private final Publisher publisher;
    private final Who who;
    private final Interface pages;
    private final ErrorPage errors;
    private final Audit audit;
    private final Benches benches;
    private final Inspectors inspectors;

    BenchPage(
            Workbench workbench,
            Batches batches,
            Publisher publisher,
            Who who,
            Interface pages,
            ErrorPage errors,
            Audit audit,
            Benches benches,
            Inspectors inspectors) {
        this.inspectors = inspectors;
        this.benches = benches;
        this.audit = audit;
        this.workbench = workbench;
        this.batches = batches;
        this.publisher = publisher;
        this.who = who;
        this.pages = pages;
        this.errors = errors;
    }

    @GET
    public TemplateInstance bench(
            @PathParam("key") String key,
            @QueryParam("lang") @DefaultValue("en") String lang,
            @QueryParam("published") @Nullable Integer published,
            @QueryParam("withdrawn") @Nullable String withdrawn,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        Language language = Language.target(lang);
        BenchView.ToastView toast =
                published != null && justNow(key, language, Publication::at)
                        ? told(ui.say().didPublish(published, language.endonym()), Mark.FINAL)
                        : withdrawn != null && justNow(key, language, Publication::withdrawnAt)
                                ? told(ui.pub().didWithdraw(language.endonym()), Mark.APPROVED)
                                : last(ui, key, language);
        return page(ui, key, language, null, toast, uri);
    }

    private static BenchView.ToastView told(String text, Mark mark) {
        return new BenchView.ToastView(text, Glyph.of(mark), "", false);
    }

    /// What the editor did last, with its undo: a page that is loaded again has it too.
    private BenchView.ToastView last(Ui ui, String key, Language language) {
        return who.visitor()
                .flatMap(editor -> workbench.lastOf(editor, key, language))
                .map(act -> LastActs.toast(ui, act, items(key, language, act.units())))
                .orElse(BenchView.ToastView.NONE);
    }

    private List<ReviewItem> items(String key, Language language, List<UnitId> units) {
        return workbench.items(workbench.digest(key), language).stream()
                .filter(item -> units.contains(item.unit().id()))
                .toList();
    }

    private TemplateInstance page(
            Ui ui,
            String key,
            Language language,
            @Nullable Told problem,
            BenchView.ToastView toast,
            UriInfo uri) {
        return Interface.in(ui, Templates.bench(view(ui, key, language, problem, toast, uri)));
    }

    BenchView view(Ui ui, String key, String lang, UriInfo uri) {
        return view(ui, key, Language.target(lang), null, BenchView.ToastView.NONE, uri);
    }

    private BenchView view(
            Ui ui,
            String key,
            Language language,
            @Nullable Told problem,
            BenchView.ToastView toast,
            UriInfo uri) {
        BenchViews views = benches.views(ui, key, language);
        DigestSummary summary = workbench.summary(key);
        Workbench.Neighbours beside = workbench.neighbours(key);
        Optional<ReviewItem> first = views.first();
        List<String> models = workbench.models().stream().map(Model::id).toList();
        return new BenchView(
                pages.chrome(ui, uri),
                key,
                views.title(),
                views.sub(),
                beside.before(),
                beside.after(),
                views.path(),
                language.tag(),
                language.endonym(),
                views.tabs(summary),
                views.progress(false),
                views.queue(),
                views.entries(),
                first.map(item -> "u-" + item.unit().id()).orElse(null),
                first.map(item -> inspectors.of(ui, views.digest(), item)).orElse(null),
                views.run(),
                views.untouched(),
                views.condensable(),
                views.digest().digest().bulletCount(),
                models.size() > 1 ? models : List.of(),
                problem,
                toast,
                may(language));
    }

    private String may(Language language) {
        return Stream.of(Right.DRAFT, Right.EDIT, Right.APPROVE, Right.PUBLISH)
                .filter(right -> who.editor().may(right, language))
                .map(right -> right.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /// Starts drafting what is missing in a language.
    @Needs(Right.DRAFT)
    @POST
    @Path("run")
    public Response run(
            @PathParam("key") String key,
            @QueryParam("lang") @DefaultValue("en") String lang,
            @RestForm @DefaultValue("false") boolean condense,
            @RestForm @Nullable String model) {
        Language language = Language.target(lang);
        batches.start(
                key,
                language,
                condense,
                model == null || model.isBlank() ? null : model,
                who.editor());
        audit.write(
                who.editor(), AuditAction.DRAFTING, "%s %s".formatted(key, language.tag()), "run");
        return Response.seeOther(bench(key, language, "")).build();
    }

    /// How far the run is, and the rows that changed since the page last asked.
    @GET
    @Path("run")
    public TemplateInstance progress(
            @PathParam("key") String key,
            @QueryParam("lang") @DefaultValue("en") String lang,
            @QueryParam("since") @DefaultValue("0") long since,
            @Context HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        Optional<Run> latest = batches.latest(key, Language.target(lang));
        BenchViews views = benches.views(ui, key, Language.target(lang));
        boolean over = latest.filter(Run::running).isEmpty();
        List<ReviewItem> changed =
                views.items().stream()
                        .filter(item -> changedSince(item, since) || (over && item.version() == 0))
                        .toList();
        return Interface.in(
                ui,
                Templates.changed(views.changed(changed, BenchView.ToastView.NONE, views.run())));
    }

    private static boolean changedSince(ReviewItem item, long since) {
        return item.at() != null
                && !item.at().isBefore(Instant.ofEpochMilli(since).minusSeconds(1));
    }

    @Needs(Right.PUBLISH)
    @POST
    @Path("publish")
    public Response publish(
            @PathParam("key") String key,
            @QueryParam("lang") @DefaultValue("en") String lang,
            @QueryParam("only") @DefaultValue("approved") String only,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Language language = Language.target(lang);
        try {
            int texts =
                    benches.views(Interface.ui(headers), key, language)
                            .progress(false)
                            .publishable();
            publish(publisher, key, language, only, who.editor());
            return Response.seeOther(bench(key, language, "&published=" + texts)).build();
        } catch (Problem problem) {
            Ui ui = Interface.ui(headers);
            return Response.status(ProblemJson.status(problem.kind()))
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                    .entity(
                            page(ui, key, language, ui.told(problem), BenchView.ToastView.NONE, uri)
                                    .render())
                    .build();
        }
    }

    /// @param only `approved`, or `all`: then every bullet has to be
    static Publication publish(
            Publisher publisher, String key, Language language, String only, Editor editor) {
        return switch (only) {
            case "approved" -> publisher.publish(key, language, editor);
            case "all" -> publisher.publishAll(key, language, editor);
            default ->
                    throw Problem.badInput(
                            "Unknown choice \"%s\" of what to publish: use approved or all.", only);
        };
    }

    private static URI bench(String key, Language language, String rest) {
        return URI.create(Ui.path(key) + "?lang=" + language.tag() + rest);
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }

    /// The address alone says nothing: it can be reloaded, or written by anybody.
    private boolean justNow(
            String key, Language language, Function<Publication, @Nullable Instant> at) {
        return publisher
                .latest(key, language)
                .map(at)
                .filter(done -> done.isAfter(Instant.now().minusSeconds(20)))
                .isPresent();
    }
}
