package hanji.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import hanji.account.AuditAction;
import hanji.account.Right;
import hanji.digest.DigestJson;
import hanji.digest.DigestParser;
import hanji.exchange.DigestExchange;
import hanji.exchange.FileFormat;
import hanji.publish.DigestExport;
import hanji.publish.Publication;
import hanji.publish.Publisher;
import hanji.publish.Which;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.workbench.DigestSummary;
import hanji.workbench.ImportOutcome;
import hanji.workbench.Judging;
import hanji.workbench.Workbench;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Digests in and out.
@Needs(Right.READ)
@Path("/api/v1/digests")
@Tag(name = "digests")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, ProblemJson.MEDIA_TYPE})
final class DigestsApi {

    /// More would make one answer of a megabyte.
    private static final int MOST_ON_A_PAGE = 200;

    private static final String MARKDOWN =
            """
            ## Daily Papers (2026-03-09)

            ### [A paper](https://arxiv.org/abs/1706.03762)

            - 오픈 소스로 공개했습니다.
            """;

    private static final String JSON =
            """
            {"key":"2026-03-09","entries":[{"title":"A paper","link":"https://arxiv.org/abs/1706.03762",
             "bullets":["오픈 소스로 공개했습니다."]}]}
            """;

    private final Workbench workbench;
    private final Publisher publisher;
    private final DigestExport export;
    private final DigestExchange exchange;
    private final Judging judging;
    private final Who who;
    private final Audit audit;

    DigestsApi(
            Workbench workbench,
            Publisher publisher,
            DigestExport export,
            DigestExchange exchange,
            Judging judging,
            Who who,
            Audit audit) {
        this.audit = audit;
        this.workbench = workbench;
        this.publisher = publisher;
        this.export = export;
        this.exchange = exchange;
        this.judging = judging;
        this.who = who;
    }

    /// A page of digests.
    record Page(List<DigestSummary> digests, int total, int offset) {}

    /// @param outcome `created`, `unchanged` or `updated`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Imported(
            String key,
            String outcome,
            int entries,
            int segments,
            @Nullable Integer kept,
            @Nullable Integer changed,
            @Nullable Integer added,
            @Nullable Integer removed,
            List<hanji.digest.ParseFinding> findings) {}

    @Needs(Right.DRAFT)
    @POST
    @Consumes({"text/markdown", MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @Operation(
            summary =
                    "Import a digest: 201 when it is new or changed, 200 when the same content is there already")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "text/markdown",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "digest", value = MARKDOWN)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "digest", value = MARKDOWN)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Object.class),
                        examples = @ExampleObject(name = "digest", value = JSON))
            })
    public Response importDigest(
            InputStream body,
            @HeaderParam("Content-Type") @DefaultValue("text/markdown") String type,
            @Parameter(description = "for files without a date") @QueryParam("key")
                    @Nullable String key) {
        byte[] bytes = read(body);
        String name = key == null ? "upload.md" : key + ".md";
        if (MediaType.valueOf(type).isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            DigestJson.MarkdownFile file = new DigestJson().toMarkdown(bytes);
            return answer(
                    workbench.importDigest(
                            file.fileName(), file.bytes(), key == null ? file.key() : key));
        }
        return answer(workbench.importDigest(name, bytes, key));
    }

    private static byte[] read(InputStream body) {
        try (body) {
            return body.readNBytes(DigestParser.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new Problem(Problem.Kind.BAD_INPUT, "The upload broke off: send it again.")
                    .causedBy(e);
        }
    }

    private Response answer(ImportOutcome outcome) {
        audit.told(who.editor(), outcome);
        URI location = URI.create("/api/v1/digests/" + Percent.encoded(outcome.digest().key()));
        return (outcome instanceof ImportOutcome.Unchanged
                        ? Response.ok()
                        : Response.created(location))
                .location(location)
                .entity(imported(outcome))
                .build();
    }

    static Imported imported(ImportOutcome outcome) {
        var digest = outcome.digest().digest();
        return switch (outcome) {
            case ImportOutcome.Created _ ->
                    new Imported(
                            digest.key(),
                            "created",
                            digest.entries().size(),
                            digest.bulletCount(),
                            null,
                            null,
                            null,
                            null,
                            digest.findings());
            case ImportOutcome.Unchanged _ ->
                    new Imported(
                            digest.key(),
                            "unchanged",
                            digest.entries().size(),
                            digest.bulletCount(),
                            null,
                            null,
                            null,
                            null,
                            digest.findings());
            case ImportOutcome.Updated updated ->
                    new Imported(
                            digest.key(),
                            "updated",
                            digest.entries().size(),
                            digest.bulletCount(),
                            updated.kept(),
                            updated.changed(),
                            updated.added(),
                            updated.removed(),
                            digest.findings());
        };
    }

    @GET
    @Operation(summary = "Digests, newest first, with progress per language")
    public Page list(
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (offset < 0 || limit < 1 || limit > MOST_ON_A_PAGE) {
            throw Problem.badInput(
                    "offset is 0 or more, and limit between 1 and %d.", MOST_ON_A_PAGE);
        }
        return new Page(workbench.digests(offset, limit), workbench.digestCount(), offset);
    }

    @GET
    @Path("{key}")
    @Operation(summary = "A digest with its entries and segments")
    public DigestView get(@PathParam("key") String key) {
        return DigestView.of(workbench.digest(key));
    }

    @Needs(Right.PUBLISH)
    @POST
    @Path("{key}/publish")
    @Operation(
            summary =
                    "Publish what is approved; 409 when nothing is, or not all and all is asked for")
    public Publication publish(
            @PathParam("key") String key,
            @QueryParam("lang") String lang,
            @Parameter(description = "approved, or all: then every bullet has to be approved")
                    @QueryParam("only")
                    @DefaultValue("approved")
                    String only) {
        return BenchPage.publish(publisher, key, Targets.required(lang), only, who.editor());
    }

    @Needs(Right.PUBLISH)
    @POST
    @Path("{key}/withdraw")
    @Operation(summary = "Take a publication away from its readers; 409 when nothing stands")
    public Publication withdraw(@PathParam("key") String key, @QueryParam("lang") String lang) {
        return publisher.withdraw(key, Targets.required(lang), who.editor());
    }

    @Needs(Right.DRAFT)
    @POST
    @Path("{key}/judge")
    @Operation(
            summary =
                    "Have the texts judged that nobody has judged; 409 when no judge is configured")
    public Judging.Result judge(@PathParam("key") String key, @QueryParam("lang") String lang) {
        Language language = Targets.required(lang);
        who.editor().require(Right.DRAFT, language);
        Judging.Result result = judging.judge(key, language);
        audit.write(
                who.editor(),
                AuditAction.DRAFTING,
                "%s %s".formatted(key, language.tag()),
                "judge");
        return result;
    }

    @GET
    @Path("{key}/export")
    @Produces({
        "text/markdown",
        MediaType.APPLICATION_JSON,
        MediaType.TEXT_HTML,
        "application/xliff+xml",
        "application/x-xliff+xml",
        "application/x-tmx+xml",
        ProblemJson.MEDIA_TYPE
    })
    @Operation(
            summary = "Download a digest with its approved (or any) targets",
            description =
                    "xliff is XLIFF 2.1, xliff12 XLIFF 1.2: all bullets with the targets in one language. tmx is TMX 1.4b: the bullets that have a target, without ?lang= in all languages.")
    public Response export(
            @PathParam("key") String key,
            @QueryParam("lang") @Nullable String lang,
            @Parameter(description = "md, json, html, xliff, xliff12 or tmx")
                    @QueryParam("format")
                    @DefaultValue("md")
                    String format,
            @Parameter(description = "reviewed or any")
                    @QueryParam("state")
                    @DefaultValue("reviewed")
                    String state) {
        DigestExport.File file = file(key, lang, format, Which.of(state));
        audit.write(
                who.editor(),
                AuditAction.EXPORT,
                "%s %s".formatted(key, lang == null ? "*" : Language.target(lang).tag()),
                "%s %s".formatted(format, state));
        return Response.ok(file.content(), file.mediaType())
                .header("Content-Disposition", ContentDisposition.attachment(file.name()))
                .build();
    }

    private DigestExport.File file(String key, @Nullable String lang, String format, Which which) {
        Optional<FileFormat> other = FileFormat.find(format);
        return other.isPresent()
                ? exchange.file(
                        key, lang == null ? null : Targets.required(lang), other.get(), which)
                : export.file(key, Targets.required(lang), format, which);
    }
}
