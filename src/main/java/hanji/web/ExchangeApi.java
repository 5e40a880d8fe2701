package hanji.web;

import hanji.account.AuditAction;
import hanji.account.Editor;
import hanji.account.Right;
import hanji.exchange.DigestImport;
import hanji.exchange.FileFormat;
import hanji.exchange.ImportReport;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.TargetState;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Texts of other translation tools come in.
@Needs(Right.EDIT)
@Path("/api/v1/digests/{key}/import")
@Tag(name = "digests")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, ProblemJson.MEDIA_TYPE})
final class ExchangeApi {

    private static final String TMX =
            """
            <tmx version="1.4"><header creationtool="a tool" creationtoolversion="1" segtype="paragraph"
             o-tmf="any" adminlang="en" srclang="ko" datatype="plaintext"/><body>
            <tu><tuv xml:lang="ko"><seg>오픈 소스로 공개했습니다.</seg></tuv>
            <tuv xml:lang="en"><seg>Released as open source.</seg></tuv></tu>
            </body></tmx>
            """;

    private final DigestImport imports;
    private final Who who;
    private final Audit audit;

    ExchangeApi(DigestImport imports, Who who, Audit audit) {
        this.imports = imports;
        this.who = who;
        this.audit = audit;
    }

    @POST
    @Consumes({
        MediaType.APPLICATION_XML,
        "application/xliff+xml",
        "application/x-xliff+xml",
        "application/x-tmx+xml"
    })
    @Operation(
            summary = "Bring in texts from TMX or XLIFF; ?dryRun=true tells what it would change",
            description =
                    "The texts come in as amendments of whoever brings them. What is reviewed in the file is approved here, which needs the right to; TMX that tells no states counts as reviewed. A text that somebody worked on since the file was written is a conflict and stays, unless ?force=true. The same file again changes nothing.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "TMX", value = TMX)))
    public ImportReport bring(
            @PathParam("key") String key,
            @Parameter(description = "xliff, xliff12 or tmx") @QueryParam("format")
                    @Nullable String format,
            @Parameter(description = "the only language to take; all without it")
                    @QueryParam("lang")
                    @Nullable String lang,
            @Parameter(description = "translated: what is reviewed in the file comes in to be read")
                    @QueryParam("state")
                    @DefaultValue("reviewed")
                    String state,
            @QueryParam("force") @DefaultValue("false") boolean force,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            InputStream body)
            throws IOException {
        if (format == null) {
            throw Problem.badInput("Which format? Add ?format= with xliff, xliff12 or tmx.");
        }
        FileFormat wanted = FileFormat.of(format);
        Language language = lang == null ? null : Targets.required(lang);
        Editor editor = who.editor();
        ImportReport report =
                imports.bring(
                        key,
                        wanted,
                        body.readNBytes(DigestImport.MOST_BYTES + 1),
                        new DigestImport.Wish(language, most(state), force, dryRun),
                        editor);
        if (!dryRun && report.added() + report.changed() > 0) {
            audit.write(
                    editor,
                    AuditAction.IMPORT,
                    "%s %s".formatted(key, language == null ? "*" : language.tag()),
                    "%s from %s: %d added, %d changed, %d conflicts, %d of no use"
                            .formatted(
                                    wanted.word(),
                                    report.tool(),
                                    report.added(),
                                    report.changed(),
                                    report.conflicts(),
                                    report.unusable()));
        }
        return report;
    }

    private static TargetState most(String state) {
        return switch (state) {
            case "translated" -> TargetState.TRANSLATED;
            case "reviewed" -> TargetState.REVIEWED;
            default ->
                    throw Problem.badInput(
                            "Unknown state \"%s\" of an import: use translated or reviewed.",
                            state);
        };
    }
}
