package hanji.web;

import hanji.account.Right;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.workbench.Workbench;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Keeps that somebody looked at an approved text again.
@Needs(Right.EDIT)
@Path("/digests/{key}/units/{id}/read")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class ReadActions {

    private final Workbench workbench;
    private final RowAnswers rows;
    private final Who who;
    private final ErrorPage errors;

    ReadActions(Workbench workbench, RowAnswers rows, Who who, ErrorPage errors) {
        this.workbench = workbench;
        this.rows = rows;
        this.who = who;
        this.errors = errors;
    }

    /// @param version that she saw
    /// @param millis that the text was before her
    @POST
    public TemplateInstance read(
            @PathParam("key") String key,
            @PathParam("id") String id,
            @RestForm int version,
            @RestForm long millis,
            @Context HttpHeaders headers) {
        UnitId unit = UnitId.of(id);
        workbench.lookOver(unit, new Workbench.Seen(version, millis), who.editor());
        return rows.changed(
                Interface.ui(headers),
                key,
                unit.language(),
                List.of(unit),
                _ -> BenchView.ToastView.NONE);
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
