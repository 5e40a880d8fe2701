package hanji.web;

import hanji.account.Right;
import hanji.batch.Batches;
import hanji.digest.DigestJson;
import hanji.digest.DigestParser;
import hanji.segment.Problem;
import hanji.workbench.DigestSummary;
import hanji.workbench.ImportOutcome;
import hanji.workbench.Workbench;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// The list of digests, and the place to bring new ones.
@Needs(Right.READ)
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class IndexPage {

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance index(IndexView view);

        static native TemplateInstance imported(
                List<IndexView.Imported> imported, IndexView.Days days);
    }

    /// Batches looked at for the side of the page.
    private static final int RECENT = 10;

    private final Workbench workbench;
    private final Batches batches;
    private final Interface pages;
    private final ErrorPage errors;
    private final Who who;
    private final Audit audit;

    IndexPage(
            Workbench workbench,
            Batches batches,
            Interface pages,
            ErrorPage errors,
            Who who,
            Audit audit) {
        this.who = who;
        this.audit = audit;
        this.workbench = workbench;
        this.batches = batches;
        this.pages = pages;
        this.errors = errors;
    }

    @GET
    public TemplateInstance index(
            @QueryParam("offset") @DefaultValue("0") int offset,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return page(Math.max(0, offset), List.of(), headers, uri);
    }

    private TemplateInstance page(
            int offset, List<IndexView.Imported> imported, HttpHeaders headers, UriInfo uri) {
        Ui ui = Interface.ui(headers);
        IndexViews views = new IndexViews(ui);
        List<DigestSummary> digests = workbench.digests(offset, IndexViews.PAGE);
        IndexView view =
                new IndexView(
                        pages.chrome(ui, uri),
                        views.lead(digests),
                        views.next(digests),
                        views.days(digests, workbench.digestCount(), offset, false),
                        views.batches(batches.page(0, RECENT)),
                        imported);
        return Interface.in(ui, Templates.index(view));
    }

    @Needs(Right.DRAFT)
    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public TemplateInstance bring(
            @RestForm("file") @Nullable List<FileUpload> files,
            @HeaderParam("HX-Request") @Nullable String htmx,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        IndexViews views = new IndexViews(ui);
        List<IndexView.Imported> imported = new ArrayList<>();
        for (FileUpload file : files == null ? List.<FileUpload>of() : files) {
            imported.add(bring(views, file));
        }
        if (htmx == null) {
            return page(0, imported, headers, uri);
        }
        List<DigestSummary> digests = workbench.digests(0, IndexViews.PAGE);
        return Interface.in(
                ui,
                Templates.imported(
                        imported, views.days(digests, workbench.digestCount(), 0, true)));
    }

    private IndexView.Imported bring(IndexViews views, FileUpload file) {
        String name = file.fileName() == null ? "" : file.fileName();
        try {
            byte[] bytes = start(file.uploadedFile());
            if (name.endsWith(".json")) {
                DigestJson.MarkdownFile digest = new DigestJson().toMarkdown(bytes);
                return views.imported(
                        name,
                        told(
                                workbench.importDigest(
                                        digest.fileName(), digest.bytes(), digest.key())));
            }
            return views.imported(name, told(workbench.importDigest(name, bytes, null)));
        } catch (Problem problem) {
            return views.refused(name, problem);
        } catch (IOException e) {
            return views.refused(
                    name,
                    Problem.badInput(
                            "The upload of \"%s\" could not be read: send it again.", name));
        }
    }

    private ImportOutcome told(ImportOutcome outcome) {
        return audit.told(who.editor(), outcome);
    }

    /// As much of an upload as is needed to know that it is too large.
    private static byte[] start(java.nio.file.Path upload) throws IOException {
        try (InputStream in = Files.newInputStream(upload)) {
            return in.readNBytes(DigestParser.MAX_BYTES + 1);
        }
    }

    @GET
    @Path("digests")
    public Response list() {
        return Response.seeOther(URI.create("/")).build();
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
