package hanji.web;

import hanji.batch.Batches;
import hanji.batch.Redos;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.UnitId;
import hanji.workbench.StoredDigest;
import hanji.workbench.Workbench;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers a request on one unit: its row as it stands, and the parts of the page that go with it.
@ApplicationScoped
class RowAnswers {

    private final Workbench workbench;
    private final Batches batches;
    private final Redos redos;
    private final Writings writings;

    RowAnswers(Workbench workbench, Batches batches, Redos redos, Writings writings) {
        this.writings = writings;
        this.workbench = workbench;
        this.batches = batches;
        this.redos = redos;
    }

    /// @param note what stands beside the row, for a request that changed nothing
    TemplateInstance answer(
            Ui ui, UnitId id, @Nullable RowNote note, BenchView.@Nullable ToastView toast) {
        StoredDigest digest = workbench.digest(workbench.unit(id).digest());
        Language language = id.language();
        BenchViews views =
                new BenchViews(
                        new Words(ui),
                        digest,
                        language,
                        redos.growing(),
                        workbench.items(digest, language),
                        batches.latest(digest.key(), language),
                        writings.of(digest.key()));
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
}
