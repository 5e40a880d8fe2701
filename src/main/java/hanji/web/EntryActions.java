package hanji.web;

import hanji.account.Right;
import hanji.review.Mark;
import hanji.review.Outcome;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.workbench.Workbench;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What an editor does with an entry as a whole.
@Needs(Right.APPROVE)
@Path("/digests/{key}/entries/{number}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class EntryActions {

    private static final Pattern SEEN =
            Pattern.compile("([a-zA-Z0-9-]{1,60}):(\\d{1,9})(?::(\\d{1,12}))?");

    private final Workbench workbench;
    private final Benches benches;
    private final Who who;
    private final ErrorPage errors;

    EntryActions(Workbench workbench, Benches benches, Who who, ErrorPage errors) {
        this.workbench = workbench;
        this.benches = benches;
        this.who = who;
        this.errors = errors;
    }

    @POST
    @Path("approve-clean")
    public TemplateInstance approveClean(
            @PathParam("key") String key,
            @PathParam("number") int number,
            @QueryParam("lang") @DefaultValue("en") String lang,
            @FormParam("seen") @DefaultValue("") String seen,
            @Context HttpHeaders headers) {
        Ui ui = Interface.ui(headers);
        List<ReviewItem> approved =
                workbench
                        .approveClean(key, Language.target(lang), seen(seen), who.editor())
                        .stream()
                        .filter(Outcome.Done.class::isInstance)
                        .map(Outcome::item)
                        .toList();
        BenchViews views = benches.views(ui, key, Language.target(lang));
        long left =
                views.items().stream()
                        .filter(item -> item.unit().entry() == number && RowViews.open(item))
                        .count();
        BenchView.ToastView toast =
                new BenchView.ToastView(
                        ui.say().didApproveClean(approved.size(), number, (int) left),
                        Glyph.of(Mark.APPROVED),
                        String.join(
                                " ",
                                approved.stream()
                                        .map(item -> item.unit().id().toString())
                                        .toList()),
                        true);
        return Interface.in(ui, BenchPage.Templates.changed(views.changed(approved, toast, null)));
    }

    /// Reads `translation-12-en:3:4200 headline-4-en:1`: what the page shows, with versions and,
    /// where they were counted, the milliseconds it was before the editor.
    static Map<UnitId, Workbench.Seen> seen(String units) {
        Map<UnitId, Workbench.Seen> seen = new HashMap<>();
        for (String unit : units.split(" ", -1)) {
            Matcher one = SEEN.matcher(unit);
            if (one.matches()) {
                String millis = one.group(3);
                seen.put(
                        UnitId.of(one.group(1)),
                        new Workbench.Seen(
                                Integer.parseInt(one.group(2)),
                                millis == null ? null : Long.valueOf(millis)));
            }
        }
        return seen;
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return errors.of(problem, headers, uri);
    }
}
