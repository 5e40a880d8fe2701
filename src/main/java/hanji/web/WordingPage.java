package hanji.web;

import hanji.account.Right;
import hanji.batch.Batch;
import hanji.batch.Batches;
import hanji.batch.EffectRedo;
import hanji.review.ReviewItem;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.workbench.Cause;
import hanji.workbench.Workbench;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// What an approved wording would do to the other texts of its original, shown before anything is
/// done, and then done as it was shown.
@Needs(Right.READ)
@Path("/memory/effect")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class WordingPage {

    private final EffectRedo redo;
    private final EffectAnswers answers;
    private final Batches batches;
    private final Workbench workbench;
    private final Interface pages;
    private final ErrorPage errors;
    private final Who who;

    WordingPage(
            EffectRedo redo,
            EffectAnswers answers,
            Batches batches,
            Workbench workbench,
            Interface pages,
            ErrorPage errors,
            Who who) {
        this.redo = redo;
        this.answers = answers;
        this.batches = batches;
        this.workbench = workbench;
        this.pages = pages;
        this.errors = errors;
        this.who = who;
    }

    static String address(UnitId unit) {
        return "/memory/effect?unit=" + unit;
    }

    /// @param batch that was made of it, for whoever comes from there
    @GET
    public Response effect(
            @QueryParam("unit") @DefaultValue("") String unit,
            @QueryParam("model") @Nullable String model,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("batch") @Nullable String batch,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        if (unit.isEmpty()) {
            return Response.seeOther(URI.create("/memory")).build();
        }
        return page(
                UnitId.of(unit),
                EffectChoice.of(null, model, offset, null, null),
                batch == null ? null : batches.get(batch),
                null,
                Response.Status.OK,
                headers,
                uri);
    }

    private Response page(
            UnitId unit,
            EffectChoice choice,
            @Nullable Batch batch,
            @Nullable Problem trouble,
            Response.Status status,
            HttpHeaders headers,
            UriInfo uri) {
        Ui ui = Interface.ui(headers);
        EffectRedo.Preview preview = redo.preview(wish(unit, choice), who.editor());
        ReviewItem approved = workbench.item(unit);
        EffectView view =
                new EffectViews(ui, pages.chrome(ui, uri), workbench.models(), choice)
                        .wording(
                                preview,
                                approved,
                                batch,
                                trouble == null ? null : ui.told(trouble),
                                who.editor().may(Right.DRAFT, unit.language()));
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(Interface.in(ui, EffectPage.Templates.effect(view)).render())
                .build();
    }

    private static EffectRedo.Wish wish(UnitId unit, EffectChoice choice) {
        return new EffectRedo.Wish(new Cause.Wording(unit), false, choice.model());
    }

    /// Does it as it was shown; else shows how it stands now.
    @Needs(Right.DRAFT)
    @POST
    @Path("apply")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response apply(
            @RestForm @DefaultValue("") String unit,
            @RestForm @Nullable String model,
            @RestForm @Nullable String maxCost,
            @RestForm @Nullable String maxTokens,
            @RestForm @Nullable String seal,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        UnitId id = UnitId.of(unit);
        EffectChoice choice = EffectChoice.of(null, model, 0, maxCost, maxTokens);
        Optional<Batches.Created> made;
        try {
            made =
                    redo.apply(
                            wish(id, choice),
                            Objects.requireNonNullElse(seal, ""),
                            choice.budget(),
                            who.editor());
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.CONFLICT) {
                throw problem;
            }
            return page(id, choice, null, problem, Response.Status.CONFLICT, headers, uri);
        }
        String batch = made.map(one -> "&batch=" + answers.told(one)).orElse("");
        return Response.seeOther(URI.create(address(id) + batch)).build();
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
