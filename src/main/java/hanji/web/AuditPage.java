package hanji.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.account.AuditAction;
import hanji.account.AuditEntry;
import hanji.account.Right;
import hanji.segment.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What people did here, and whether the log of it is whole.
@Needs(Right.ADMIN)
@Path("/audit")
@RunOnVirtualThread
public class AuditPage {

    private static final int PAGE = 100;

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance audit(View view);
    }

    /// @param checked whether the chain was looked at
    /// @param broken where the chain is broken; empty when it is whole
    /// @param older the number to go on from; 0 at the end
    record View(Chrome chrome, boolean checked, String broken, List<Line> lines, long older) {}

    record Line(
            String number, String at, String actor, String address, String action, String what) {}

    private final Audit audit;
    private final Who who;
    private final Interface pages;
    private final ErrorPage errors;
    private final ObjectMapper json;

    AuditPage(Audit audit, Who who, Interface pages, ErrorPage errors, ObjectMapper json) {
        this.audit = audit;
        this.who = who;
        this.pages = pages;
        this.errors = errors;
        this.json = json;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(
            @QueryParam("before") @DefaultValue("9223372036854775807") long before,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        List<AuditEntry> entries = audit.page(before, PAGE);
        // all lines are read for it: once, on the first page
        boolean checked = before == Long.MAX_VALUE;
        return Interface.in(
                ui,
                Templates.audit(
                        new View(
                                pages.chrome(ui, uri),
                                checked,
                                checked ? audit.broken().orElse("") : "",
                                entries.stream().map(entry -> line(ui, entry)).toList(),
                                entries.size() < PAGE ? 0 : entries.getLast().number())));
    }

    private static Line line(Ui ui, AuditEntry entry) {
        return new Line(
                ui.number(entry.number()),
                ui.exactly(entry.at()),
                entry.actor(),
                Objects.requireNonNullElse(entry.address(), ""),
                new AccountWords(ui.work()).action(entry.action()),
                Stream.of(entry.subject(), entry.detail())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · ")));
    }

    /// All lines, the oldest first, as JSON Lines.
    @GET
    @Path("export")
    @Produces("application/x-ndjson")
    public Response export() {
        audit.write(who.editor(), AuditAction.EXPORT, "audit", null);
        StreamingOutput lines =
                out -> {
                    try {
                        audit.each(entry -> {
                            try {
                                out.write(json.writeValueAsBytes(entry));
                                out.write('\n');
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
                    } catch (UncheckedIOException e) {
                        throw e.getCause();
                    }
                };
        return Response.ok(lines)
                .header("Content-Disposition", ContentDisposition.attachment("audit.jsonl"))
                .build();
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
