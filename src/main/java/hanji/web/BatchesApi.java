package hanji.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.account.AuditAction;
import hanji.account.Right;
import hanji.batch.BatchProgress;
import hanji.batch.Batches;
import hanji.segment.Problem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Many units at once, for scripts.
@Needs(Right.READ)
@Path("/api/v1/batches")
@Tag(name = "batches")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, ProblemJson.MEDIA_TYPE})
final class BatchesApi {

    /// A thousand keys and all tasks that there are, several times over.
    static final int MOST_BYTES = 64 * 1024;

    private static final int LONGEST_KEY = 200;

    private static final int MOST_ON_A_PAGE = 200;

    private static final String ORDER =
            """
            {"digests":["2026-03-02"],"tasks":[{"kind":"translate","targets":["en","ja"]},
             {"kind":"condense","styles":["tldr"],"targets":["en"]}],"only":"missing","budget":{"maxTokens":500000}}
            """;

    private final Batches batches;
    private final Who who;
    private final ObjectMapper json;
    private final Audit audit;
    private final Watching watching;

    BatchesApi(Batches batches, Who who, ObjectMapper json, Audit audit, Watching watching) {
        this.watching = watching;
        this.audit = audit;
        this.batches = batches;
        this.who = who;
        this.json = json;
    }

    /// A page of batches.
    record Page(List<BatchJson> batches, int offset) {}

    /// @param budget in the place of the old one
    record Again(BatchAsked.@Nullable BudgetAsked budget) {}

    @Needs(Right.DRAFT)
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Draft many units in the background: 202 with their place. The same Idempotency-Key again gives the same batch; ?dryRun=true tells what it would take")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = BatchAsked.class),
                            examples = @ExampleObject(name = "two languages", value = ORDER)))
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            InputStream body)
            throws IOException {
        BatchAsked asked = read(body, BatchAsked.class);
        if (asked == null) {
            throw Problem.badInput("The body is empty: send what the batch is to do.");
        }
        if (dryRun) {
            return Response.ok(BatchJson.DryRun.of(batches.dryRun(asked.order()))).build();
        }
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Problem.badInput("Idempotency-Key: use 1 to %d characters.", LONGEST_KEY);
        }
        Batches.Created created = batches.create(asked.order(), key, who.editor());
        String id = created.batch().id();
        if (!created.known()) {
            audit.write(who.editor(), AuditAction.DRAFTING, id, "create");
        }
        return Response.accepted(BatchJson.of(batches.progress(id)))
                .location(URI.create("/api/v1/batches/" + id))
                .build();
    }

    /// No more of a body than is needed to know that it is too large.
    private <T> @Nullable T read(InputStream body, Class<T> type) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "The body is larger than %d KiB, more than a batch of %,d digests needs: send several batches.",
                    MOST_BYTES / 1024,
                    Batches.MOST_DIGESTS);
        }
        return bytes.length == 0 ? null : json.readValue(bytes, type);
    }

    @GET
    @Operation(summary = "The batches, the newest first")
    public Page list(
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        if (offset < 0 || limit < 1 || limit > MOST_ON_A_PAGE) {
            throw Problem.badInput(
                    "Use an offset of 0 or more and a limit of 1 to %d.", MOST_ON_A_PAGE);
        }
        return new Page(batches.page(offset, limit).stream().map(BatchJson::of).toList(), offset);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far a batch is")
    public BatchJson get(@PathParam("id") String id) {
        return BatchJson.of(batches.progress(id));
    }

    // a Multi counts as non-blocking, which the class is not
    @Blocking
    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "The same as server-sent events, until the batch is over")
    public Multi<OutboundSseEvent> events(@PathParam("id") String id, @Context Sse sse) {
        batches.get(id);
        return watching.progress(
                id,
                progress ->
                        sse.newEventBuilder()
                                .name(progress.batch().state().over() ? "end" : "progress")
                                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                                .data(BatchJson.of(progress))
                                .build(),
                () -> sse.newEventBuilder().comment("still here").build());
    }

    @GET
    @Path("{id}/results")
    @Produces("application/jsonl")
    @Operation(
            summary =
                    "What the units brought, a JSON line each, as they are finished; ends with the batch, or at once with ?follow=false")
    public StreamingOutput results(
            @PathParam("id") String id,
            @QueryParam("follow") @DefaultValue("true") boolean follow) {
        return new ResultLines(batches, id, follow, json);
    }

    @Needs(Right.DRAFT)
    @POST
    @Path("{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Stop after the calls in flight; what they bring is kept")
    public BatchJson cancel(@PathParam("id") String id) {
        BatchJson cancelled = BatchJson.of(batches.cancel(id, who.editor()));
        audit.write(who.editor(), AuditAction.DRAFTING, id, "cancel");
        return cancelled;
    }

    @Needs(Right.DRAFT)
    @POST
    @Path("{id}/retry")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary =
                    "Ask again for what failed alone; a batch that stopped at its budget goes on, with {\"budget\":{…}} a new one")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Again.class),
                            examples =
                                    @ExampleObject(
                                            name = "a larger budget",
                                            value = "{\"budget\":{\"maxTokens\":900000}}")))
    public Response retry(@PathParam("id") String id, InputStream body) throws IOException {
        Again again = read(body, Again.class);
        BatchProgress progress =
                batches.retry(
                        id,
                        again == null || again.budget() == null ? null : again.budget().budget(),
                        who.editor());
        audit.write(
                who.editor(),
                AuditAction.DRAFTING,
                id,
                "retry, budget " + progress.batch().budget());
        return Response.accepted(BatchJson.of(progress))
                .location(URI.create("/api/v1/batches/" + id))
                .build();
    }
}
