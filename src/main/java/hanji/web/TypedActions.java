package hanji.web;

import hanji.account.Right;
import hanji.qa.Fix;
import hanji.qa.Inspector;
import hanji.qa.QaFinding;
import hanji.qa.Severity;
import hanji.review.Decision;
import hanji.review.FindingRef;
import hanji.review.Outcome;
import hanji.review.ReviewItem;
import hanji.review.Target;
import hanji.review.Typed;
import hanji.review.TypedTexts;
import hanji.review.Unit;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.workbench.Workbench;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// A text while it is being written: kept before it is saved, inspected as it stands in its field,
/// and mended by what a check offers. What is kept is shown to nobody but who typed it.
@Needs(Right.EDIT)
@Path("/digests/{key}/units/{id}")
@RunOnVirtualThread
public class TypedActions {

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance live(LiveView live);
    }

    /// What the checks say of the text in a field.
    record LiveView(String lang, List<FindingView> findings) {}

    /// No page goes on from more texts than one person can have typed.
    private static final int MOST_TABS = 16;

    private final Workbench workbench;
    private final TypedTexts typed;
    private final Inspector inspector;
    private final Writings writings;
    private final RowAnswers rows;
    private final Who who;
    private final ErrorPage errors;

    TypedActions(
            Workbench workbench,
            TypedTexts typed,
            Inspector inspector,
            Writings writings,
            RowAnswers rows,
            Who who,
            ErrorPage errors) {
        this.workbench = workbench;
        this.typed = typed;
        this.inspector = inspector;
        this.writings = writings;
        this.rows = rows;
        this.who = who;
        this.errors = errors;
    }

    /// What whoever asks has typed here and not saved, the newest first.
    @GET
    @Path("typed")
    @Produces(MediaType.APPLICATION_JSON)
    public List<Typed> typed(@PathParam("id") String id) {
        return typed.of(who.editor(), workbench.unit(UnitId.of(id)).id());
    }

    /// Keeps what is in a field now.
    ///
    /// @param continued pages whose texts this one goes on from, divided by blanks
    @POST
    @Path("typed")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(
            @PathParam("id") String id,
            @RestForm @Nullable String tab,
            @RestForm int version,
            @RestForm @Nullable String base,
            @RestForm @Nullable String text,
            @RestForm @Nullable String continued) {
        Unit unit = workbench.unit(UnitId.of(id));
        typed.keep(
                who.editor(),
                unit,
                new Typed(
                        unit.id(),
                        tab == null ? "" : tab,
                        version,
                        base == null ? "" : base,
                        text == null ? "" : text,
                        Instant.EPOCH),
                tabs(continued));
        return Response.noContent().build();
    }

    @DELETE
    @Path("typed")
    public Response discard(@PathParam("id") String id, @QueryParam("tabs") @Nullable String tabs) {
        typed.discard(who.editor(), workbench.unit(UnitId.of(id)).id(), tabs(tabs));
        return Response.noContent().build();
    }

    private static List<String> tabs(@Nullable String tabs) {
        return tabs == null || tabs.isBlank()
                ? List.of()
                : List.of(tabs.strip().split(" +", MOST_TABS));
    }

    /// What the checks say of a text that is not saved.
    @POST
    @Path("inspect")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance inspect(
            @PathParam("id") String id,
            @RestForm @Nullable String text,
            @Context HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        Unit unit = workbench.unit(UnitId.of(id));
        String now = text == null ? "" : text.replace("\r\n", "\n");
        if (now.length() > TypedTexts.LONGEST_TEXT) {
            throw new Problem(Problem.Kind.TOO_LARGE, "The text is too long to be inspected.");
        }
        List<QaFinding> findings =
                inspector
                        .inspect(unit.id().kind(), unit.id().language(), unit.source(), now)
                        .findings()
                        .stream()
                        .filter(finding -> finding.severity().atLeast(Severity.MINOR))
                        .toList();
        return Interface.in(
                ui,
                Templates.live(
                        new LiveView(
                                unit.id().language().tag(),
                                new FindingViews(new Words(ui), writings.fixes())
                                        .of(
                                                unit.id(),
                                                unit.source(),
                                                unit.source(),
                                                now,
                                                findings))));
    }

    /// Saves the text with a finding's fix, as the editor's own: edited, not approved.
    @POST
    @Path("fix")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance fix(
            @PathParam("id") String id,
            @RestForm int version,
            @RestForm @Nullable String finding,
            @Context HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        UnitId unit = UnitId.of(id);
        ReviewItem item = workbench.item(unit);
        Decision.Amend amend =
                new Decision.Amend(
                        fixed(item, FindingRef.of(finding == null ? "" : finding)), false, null);
        try {
            Outcome outcome = workbench.decide(unit, version, amend, who.editor());
            RowNote note = Said.note(ui, outcome, amend);
            return rows.answer(ui, unit, note, note == null ? toast(ui, outcome.item()) : null);
        } catch (Problem problem) {
            return rows.answer(ui, unit, RowNote.problem(ui.told(problem), null), null);
        }
    }

    private static BenchView.ToastView toast(Ui ui, ReviewItem item) {
        return new BenchView.ToastView(
                Writings.words(ui).didFix(item.unit().place()),
                Glyph.of(item.mark()),
                item.unit().id().toString(),
                true);
    }

    private String fixed(ReviewItem item, FindingRef wanted) {
        Target text = item.target();
        Optional<Fix> fix =
                text == null
                        ? Optional.empty()
                        : text.report().findings().stream()
                                .filter(finding -> FindingRef.of(finding).equals(wanted))
                                .findFirst()
                                .flatMap(finding ->
                                        writings.fixes()
                                                .of(
                                                        item.unit().id().kind(),
                                                        item.unit().id().language(),
                                                        text.source(),
                                                        text.text(),
                                                        finding));
        if (text == null || fix.isEmpty()) {
            throw Problem.conflict(
                    "There is no such fix for the text that stands now: reload the row.");
        }
        return fix.get().on(text.text());
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
