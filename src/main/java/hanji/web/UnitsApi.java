package hanji.web;

import hanji.account.AuditAction;
import hanji.account.Right;
import hanji.review.Decision;
import hanji.review.FindingRef;
import hanji.review.Outcome;
import hanji.review.ReviewItem;
import hanji.review.TextMerge;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.workbench.Workbench;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Units: read, edit, decide.
@Needs(Right.EDIT)
@Path("/api/v1/units")
@Tag(name = "units")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, ProblemJson.MEDIA_TYPE})
final class UnitsApi {

    private final Workbench workbench;
    private final Who who;
    private final Audit audit;

    UnitsApi(Workbench workbench, Who who, Audit audit) {
        this.audit = audit;
        this.workbench = workbench;
        this.who = who;
    }

    record Units(List<UnitJson> units) {}

    /// @param approve whether the text is approved at once
    /// @param reason needed to approve over a critical finding
    record Edit(@Nullable String text, boolean approve, @Nullable String reason) {}

    record Why(@Nullable String reason) {}

    /// @param finding check and places of a finding on the text, as `numbers 5-7 3-5`, `*` for no
    ///   place
    record Dismissed(@Nullable String finding, @Nullable String reason) {}

    /// @param instruction "shorter", "formal", or any other wish
    record Wish(@Nullable String instruction, @Nullable String model) {}

    @Needs(Right.READ)
    @GET
    @Operation(
            summary = "Units of a digest in a language, in page order or with the riskiest first")
    public Units list(
            @QueryParam("digest") @Nullable String digest,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("state") @Nullable String state,
            @Parameter(description = "page or risk") @QueryParam("order") @DefaultValue("page")
                    String order) {
        if (digest == null || digest.isBlank()) {
            throw Problem.badInput("Which digest? Add ?digest= with its key, as 2024-01-26.");
        }
        Language language = Targets.required(lang);
        Stream<ReviewItem> items = workbench.items(workbench.digest(digest), language).stream();
        if (state != null) {
            TargetState wanted = TargetState.of(state);
            items = items.filter(item -> item.state() == wanted);
        }
        return new Units(ordered(items, order).map(UnitJson::of).toList());
    }

    private static Stream<ReviewItem> ordered(Stream<ReviewItem> items, String order) {
        return switch (order) {
            case "page" -> items;
            case "risk" -> items.sorted(Comparator.comparingInt(ReviewItem::risk).reversed());
            default -> throw Problem.badInput("Unknown order \"%s\": use page or risk.", order);
        };
    }

    @Needs(Right.READ)
    @GET
    @Path("{id}")
    @Operation(summary = "A unit with its history; its version is the ETag")
    public Response get(@PathParam("id") String id) {
        UnitId unit = UnitId.of(id);
        return answer(UnitJson.of(workbench.item(unit), workbench.history(unit)));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replace the text; 412 with both versions when somebody was faster",
            description =
                    "Then \"current\" is the unit as it stands, \"yours\" the text that was sent, and \"merged\" both in one, unless they changed the same words.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "edit",
                                            value =
                                                    "{\"text\":\"A mended sentence.\",\"approve\":false}")))
    public Response put(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Edit edit) {
        if (edit == null || edit.text() == null) {
            throw Problem.badInput("The body needs a \"text\".");
        }
        if (ifMatch == null) {
            return ProblemJson.of(
                            428,
                            "Send If-Match with the ETag of the version you edited, so that nobody's work is lost.")
                    .response();
        }
        Decision decision = new Decision.Amend(edit.text(), edit.approve(), edit.reason());
        return decide(UnitId.of(id), ifMatch, decision, edit.text());
    }

    @Needs(Right.APPROVE)
    @POST
    @Path("{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Stand behind the text")
    @RequestBody(
            description = "may be left out",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "over a critical finding",
                                            value = "{\"reason\":\"the number is right\"}")))
    public Response approve(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Why why) {
        return decide(
                UnitId.of(id),
                ifMatch,
                new Decision.Approve(why == null ? null : why.reason()),
                null);
    }

    @POST
    @Path("{id}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Send the text back with a reason")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "why",
                                            value = "{\"reason\":\"the number is wrong\"}")))
    public Response reject(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Why why) {
        String reason = why == null || why.reason() == null ? "" : why.reason();
        return decide(UnitId.of(id), ifMatch, new Decision.Reject(reason), null);
    }

    @POST
    @Path("{id}/undo")
    @Operation(summary = "Take the last decision back")
    public Response undo(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return decide(UnitId.of(id), ifMatch, new Decision.Undo(), null);
    }

    @POST
    @Path("{id}/dismiss")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Call a finding no error",
            description =
                    "It counts no more on exactly this source and text. \"finding\" is its check with its places in source and target.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "not an error",
                                            value =
                                                    "{\"finding\":\"numbers 5-7 3-5\",\"reason\":\"the source is wrong\"}")))
    public Response dismiss(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Dismissed dismissed) {
        return decide(
                UnitId.of(id),
                ifMatch,
                new Decision.Dismiss(
                        finding(dismissed), dismissed == null ? null : dismissed.reason()),
                null);
    }

    @POST
    @Path("{id}/restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Let a dismissed finding count again")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "an error after all",
                                            value = "{\"finding\":\"numbers 5-7 3-5\"}")))
    public Response restore(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Dismissed dismissed) {
        return decide(UnitId.of(id), ifMatch, new Decision.Restore(finding(dismissed)), null);
    }

    private static FindingRef finding(@Nullable Dismissed dismissed) {
        if (dismissed == null || dismissed.finding() == null) {
            throw Problem.badInput("The body needs a \"finding\", as \"numbers 5-7 3-5\".");
        }
        return FindingRef.of(dismissed.finding());
    }

    @POST
    @Path("{id}/redo")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Ask a model again; a text that a person stands behind gets a proposal beside it, and a draft that was replaced stays as one")
    @RequestBody(
            description = "may be left out",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "wish",
                                            value =
                                                    "{\"instruction\":\"shorter\",\"model\":\"mini\"}")))
    public Response redo(@PathParam("id") String id, @Nullable Wish wish) {
        String instruction = wish == null ? null : wish.instruction();
        String model = wish == null ? null : wish.model();
        UnitJson unit =
                UnitJson.of(workbench.redo(UnitId.of(id), instruction, model, who.editor()));
        audit.write(who.editor(), AuditAction.DRAFTING, id, "redo");
        return answer(unit);
    }

    private Response decide(
            UnitId id, @Nullable String ifMatch, Decision decision, @Nullable String yours) {
        int expected = ifMatch == null ? workbench.item(id).version() : version(ifMatch);
        Outcome outcome = workbench.decide(id, expected, decision, who.editor());
        UnitJson unit = UnitJson.of(outcome.item());
        return switch (outcome) {
            case Outcome.Done _ -> answer(unit);
            case Outcome.Outdated outdated ->
                    ProblemJson.outdated(unit, yours, merged(outdated.item(), expected, yours))
                            .response();
            case Outcome.NotPossible no -> ProblemJson.of(409, no.why().toString()).response();
            case Outcome.ReasonNeeded _ ->
                    ProblemJson.of(
                                    409,
                                    "A critical finding stands against this text: give a \"reason\" to approve it all the same.")
                            .response();
        };
    }

    /// What she made of the text she knew, and what stands now, in one; null where a person has to
    /// choose.
    private @Nullable String merged(ReviewItem now, int expected, @Nullable String yours) {
        if (yours == null || now.target() == null) {
            return null;
        }
        String known =
                workbench.history(now.unit().id()).stream()
                        .filter(entry -> entry.version() <= expected && entry.target() != null)
                        .findFirst()
                        .map(entry -> entry.target().text())
                        .orElse("");
        TextMerge both =
                TextMerge.of(known, yours, now.target().text(), now.unit().id().language());
        return both.conflicting() ? null : both.text();
    }

    /// An ETag as this interface writes it; `*` is no version.
    private static int version(String etag) {
        String number = etag.strip().replaceFirst("^W/", "").replace("\"", "");
        if (!number.matches("\\d{1,9}")) {
            throw Problem.badInput("If-Match is %s, and an ETag of a unit looks like \"3\".", etag);
        }
        return Integer.parseInt(number);
    }

    private static Response answer(UnitJson unit) {
        return Response.ok(unit).header("ETag", unit.etag()).build();
    }
}
