package hanji.web;

import hanji.account.Right;
import hanji.memory.Memory;
import hanji.memory.MemoryQuery;
import hanji.review.ReviewItem;
import hanji.review.Unit;
import hanji.segment.Problem;
import hanji.segment.SourceHash;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.workbench.Effects;
import hanji.workbench.StoredDigest;
import hanji.workbench.Workbench;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// What the memory has for the row in hand.
@Needs(Right.READ)
@Path("/digests/{key}/units/{id}/memory")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MemoryMatches {

    @CheckedTemplate(basePath = "MemoryPage")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance matches(MemoryView.Matches matches);
    }

    private final Memory memory;
    private final Workbench workbench;
    private final Effects effects;
    private final Who who;
    private final ErrorPage errors;

    MemoryMatches(Memory memory, Workbench workbench, Effects effects, Who who, ErrorPage errors) {
        this.effects = effects;
        this.memory = memory;
        this.workbench = workbench;
        this.who = who;
        this.errors = errors;
    }

    @GET
    public TemplateInstance of(@PathParam("id") String id, @Context HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        ReviewItem item = workbench.item(UnitId.of(id));
        Unit unit = item.unit();
        return Interface.in(
                ui,
                Templates.matches(
                        new MemoryViews(ui)
                                .matches(
                                        unit.source(),
                                        unit.id().language(),
                                        unit.id().kind() == UnitKind.TRANSLATION
                                                ? memory.matches(query(unit))
                                                : List.of(),
                                        memory.ready(),
                                        ElsewhereWords.of(ui, effects.elsewhere(item)),
                                        WordingPage.address(unit.id()),
                                        who.editor().may(Right.EDIT, unit.id().language()))));
    }

    private MemoryQuery query(Unit unit) {
        StoredDigest.Entry entry =
                workbench.digest(unit.digest()).entries().stream()
                        .filter(one -> one.entry().number() == unit.entry())
                        .findFirst()
                        .orElseThrow(
                                () -> Problem.notFound("The entry is no longer in the digest."));
        return new MemoryQuery(
                unit.source(),
                unit.id().language(),
                hash(entry.segments(), unit.number() - 2),
                hash(entry.segments(), unit.number()),
                entry.entry().title(),
                unit.id());
    }

    /// @param index from 0
    private static @Nullable String hash(List<StoredDigest.Segment> segments, int index) {
        return index < 0 || index >= segments.size()
                ? null
                : SourceHash.of(segments.get(index).source()).hex();
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
