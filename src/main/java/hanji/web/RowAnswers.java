package hanji.web;

import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.UnitId;
import hanji.workbench.Workbench;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers a request on one unit: its row as it stands, and the parts of the page that go with it.
@ApplicationScoped
class RowAnswers {

    private final Workbench workbench;
    private final Benches benches;

    RowAnswers(Workbench workbench, Benches benches) {
        this.workbench = workbench;
        this.benches = benches;
    }

    /// Units that changed, wherever they are on the page.
    ///
    /// @param toast of the items as they stand
    TemplateInstance changed(
            Ui ui,
            String key,
            Language language,
            List<UnitId> units,
            Function<List<ReviewItem>, BenchView.ToastView> toast) {
        BenchViews views = benches.views(ui, key, language);
        List<ReviewItem> items =
                views.items().stream().filter(item -> units.contains(item.unit().id())).toList();
        return Interface.in(
                ui, BenchPage.Templates.changed(views.changed(items, toast.apply(items), null)));
    }

    /// @param note what stands beside the row, for a request that changed nothing
    TemplateInstance answer(
            Ui ui, UnitId id, @Nullable RowNote note, BenchView.@Nullable ToastView toast) {
        BenchViews views = benches.views(ui, workbench.unit(id).digest(), id.language());
        ReviewItem item = views.item(id);
        return Interface.in(
                ui,
                BenchPage.Templates.changed(
                        new BenchView.Changed(
                                views.row(item, note),
                                List.of(),
                                List.of(views.head(item.unit().entry())),
                                views.queue(),
                                views.progress(true),
                                views.tab(),
                                toast == null ? BenchView.ToastView.NONE : toast,
                                null,
                                null)));
    }

    /// Rows that somebody else changed; those that the digest does not hold are left out.
    TemplateInstance changed(Ui ui, String key, Language language, List<UnitId> units) {
        return changed(ui, key, language, units, _ -> BenchView.ToastView.NONE);
    }
}
