package hanji.web;

import hanji.account.Right;
import hanji.draft.Drafter;
import hanji.draft.Usage;
import hanji.review.Agreements;
import hanji.review.Figures;
import hanji.review.ReviewDesk;
import hanji.review.Worked;
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
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What models wrote, what editors made of it and what it took, as charts with their tables; and
/// how well warnings and editors agree.
@Needs(Right.READ)
@Path("/stats")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class StatsPage {

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance stats(StatsView view);
    }

    private final Figures figures;
    private final Kept<List<Usage>> usage;
    private final Kept<Agreements> agreements;
    private final Clock clock;
    private final Interface pages;
    private final ErrorPage errors;

    StatsPage(
            Drafter drafter,
            Figures figures,
            ReviewDesk reviews,
            Clock clock,
            Interface pages,
            ErrorPage errors) {
        this.figures = figures;
        this.usage = new Kept<>(drafter::usage, clock);
        this.agreements = new Kept<>(reviews::agreements, clock);
        this.clock = clock;
        this.pages = pages;
        this.errors = errors;
    }

    /// @param days one of those that the page offers; anything else is 30
    /// @param by what the lines of the charts are; anything else than the page offers is the
    ///   language
    @GET
    public TemplateInstance stats(
            @QueryParam("days") @DefaultValue("30") int days,
            @QueryParam("by") @DefaultValue("language") String by,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Ui ui = Interface.ui(headers);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int span = StatsViews.SPANS.contains(days) ? days : 30;
        StatsViews views = new StatsViews(ui, today, span, StatsGroup.of(by));
        List<Worked> worked = figures.since(views.from());
        return Interface.in(
                ui,
                Templates.stats(
                        views.view(
                                pages.chrome(ui, uri),
                                ui.when(figures.asOf()),
                                worked,
                                usage.get(),
                                new AgreementViews(ui).rows(agreements.get()))));
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
