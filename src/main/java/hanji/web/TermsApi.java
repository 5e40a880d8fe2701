package hanji.web;

import hanji.account.AuditAction;
import hanji.account.Right;
import hanji.segment.Problem;
import hanji.termbase.Concept;
import hanji.termbase.ImportFile;
import hanji.termbase.ImportPlan;
import hanji.termbase.TbxWriter;
import hanji.termbase.TermCsvWriter;
import hanji.termbase.TermEntry;
import hanji.termbase.Termbase;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/// The termbase for scripts.
@Needs(Right.READ)
@Path("/api/v1/terms")
@Tag(name = "terms")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, ProblemJson.MEDIA_TYPE})
final class TermsApi {

    private static final int MOST_ON_A_PAGE = 1_000;

    private static final String CONCEPT =
            "{\"terms\":[{\"language\":\"ko\",\"text\":\"확산 모델\",\"status\":\"preferred\"},{\"language\":\"en\",\"text\":\"diffusion model\",\"status\":\"preferred\"}]}";

    private static final String CSV = "ko,en\n확산 모델,diffusion model\n";

    private static final String TBX =
            """
            <tbx style="dca" type="TBX-Basic" xml:lang="ko" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
            <conceptEntry id="c1"><langSec xml:lang="ko"><termSec><term>확산 모델</term></termSec></langSec></conceptEntry>
            </body></text></tbx>
            """;

    private final Termbase termbase;
    private final Who who;
    private final Audit audit;

    TermsApi(Termbase termbase, Who who, Audit audit) {
        this.termbase = termbase;
        this.who = who;
        this.audit = audit;
    }

    record Page(List<TermEntry> terms, int total, int offset) {}

    /// What an import did or would do.
    record Imported(
            int added, int changed, int same, List<ImportFile.Unusable> unusable, boolean dryRun) {}

    @GET
    @Operation(summary = "Concepts with their terms, those added first before others")
    public Page list(
            @QueryParam("q") @Nullable String query,
            @QueryParam("in") @Nullable String language,
            @QueryParam("status") @Nullable String status,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (offset < 0 || limit < 1 || limit > MOST_ON_A_PAGE) {
            throw Problem.badInput(
                    "Use an offset of 0 or more and a limit of 1 to %,d.", MOST_ON_A_PAGE);
        }
        List<TermEntry> found =
                TermSearch.of(query, language, status).in(termbase.terms().entries());
        int from = Math.min(offset, found.size());
        return new Page(
                found.subList(from, Math.min(found.size(), from + limit)), found.size(), offset);
    }

    @Needs(Right.APPROVE)
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a concept: 201 with its place")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "two terms", value = CONCEPT)))
    public Response add(@Nullable Concept concept) {
        TermEntry entry = termbase.add(required(concept), who.editor());
        return Response.created(URI.create("/api/v1/terms/" + entry.id()))
                .entity(entry)
                .tag(String.valueOf(entry.version()))
                .build();
    }

    private static Concept required(@Nullable Concept concept) {
        if (concept == null) {
            throw Problem.badInput("The body is empty: send a concept with its terms.");
        }
        return concept;
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One concept; its version is the ETag")
    public Response get(@PathParam("id") long id) {
        TermEntry entry = termbase.entry(id);
        return Response.ok(entry).tag(String.valueOf(entry.version())).build();
    }

    @Needs(Right.APPROVE)
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change a concept, with the version that was read in If-Match")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "two terms", value = CONCEPT)))
    public Response change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String version,
            @Nullable Concept concept) {
        TermEntry entry = termbase.change(id, version(version), required(concept), who.editor());
        return Response.ok(entry).tag(String.valueOf(entry.version())).build();
    }

    @Needs(Right.APPROVE)
    @DELETE
    @Path("{id}")
    @Operation(summary = "Take a concept out, with the version that was read in If-Match")
    public Response remove(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String version) {
        termbase.remove(id, version(version), who.editor());
        return Response.noContent().build();
    }

    private static int version(@Nullable String given) {
        if (given == null || !given.matches("\"?\\d{1,9}\"?")) {
            throw Problem.badInput("If-Match: send the version that you read, as in its ETag.");
        }
        return Integer.parseInt(given.replace("\"", ""));
    }

    @Needs(Right.APPROVE)
    @POST
    @Path("import")
    @Consumes({"text/csv", MediaType.APPLICATION_XML})
    @Operation(summary = "Bring in TBX or CSV; ?dryRun=true tells what it would change")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "two languages", value = CSV)),
                @Content(
                        mediaType = MediaType.APPLICATION_XML,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "TBX", value = TBX))
            })
    public Imported bring(
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, InputStream body)
            throws IOException {
        ImportFile file = ImportFile.read(body.readNBytes(ImportFile.MOST_BYTES + 1));
        ImportPlan plan =
                dryRun
                        ? termbase.plan(file)
                        : termbase.apply(file, "by the interface", who.editor());
        return new Imported(
                plan.added().size(),
                plan.changed().size(),
                plan.same().size(),
                plan.unusable(),
                dryRun);
    }

    /// @param format `tbx`, `tbx2008` or `csv`
    @GET
    @Path("export")
    @Produces({"application/x-tbx", "text/csv", ProblemJson.MEDIA_TYPE})
    @Operation(summary = "All terms as a file: tbx (2019), tbx2008 or csv")
    public Response export(@QueryParam("format") @DefaultValue("tbx") String format) {
        List<TermEntry> entries = termbase.terms().entries();
        Response answer =
                switch (format) {
                    case "tbx" ->
                            file(
                                    "terms.tbx",
                                    "application/x-tbx",
                                    TbxWriter.write(entries, TbxWriter.Edition.V3));
                    case "tbx2008" ->
                            file(
                                    "terms-2008.tbx",
                                    "application/x-tbx",
                                    TbxWriter.write(entries, TbxWriter.Edition.V2008));
                    case "csv" -> file("terms.csv", "text/csv", TermCsvWriter.write(entries));
                    default ->
                            throw Problem.badInput(
                                    "Unknown format \"%s\": use tbx, tbx2008 or csv.", format);
                };
        audit.write(who.editor(), AuditAction.EXPORT, "terms", format);
        return answer;
    }

    private static Response file(String name, String type, byte[] bytes) {
        return Response.ok(bytes, type)
                .header("Content-Disposition", ContentDisposition.attachment(name))
                .build();
    }
}
