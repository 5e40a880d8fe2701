package hanji.web;

import hanji.batch.Run;
import hanji.review.LookOver;
import hanji.review.Mark;
import hanji.review.Progress;
import hanji.review.Readings;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Sentence;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.workbench.DigestSummary;
import hanji.workbench.StoredDigest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the parts of the bench for one digest and language.
///
/// @param growing texts of redoes under way, looked up before the items: one that ended in between
///   is then shown as it was, and the page hears its end
/// @param items of the whole digest, in page order
record BenchViews(
        Words words,
        StoredDigest digest,
        Language language,
        Map<UnitId, String> growing,
        List<ReviewItem> items,
        Optional<Run> latest,
        Readings readings,
        Writing writing) {

    /// Without what anybody read, and without help for writing.
    BenchViews(
            Words words,
            StoredDigest digest,
            Language language,
            Map<UnitId, String> growing,
            List<ReviewItem> items,
            Optional<Run> latest) {
        this(words, digest, language, growing, items, latest, Readings.NONE, Writing.NOTHING);
    }

    boolean running() {
        return latest.filter(run -> run.running()).isPresent();
    }

    RowViews rows() {
        return new RowViews(words, running(), growing, readings, writing);
    }

    QueueView queue() {
        return new QueueViews(words, running(), growing.keySet()).queue(digest, items);
    }

    List<EntryView> entries() {
        EntryViews entries = new EntryViews(words, rows());
        return digest.entries().stream().map(entry -> entries.entry(entry, of(entry))).toList();
    }

    EntryView.EntryHead head(int number) {
        StoredDigest.Entry entry = digest.entries().get(number - 1);
        return new EntryViews(words, rows()).head(entry, of(entry));
    }

    ReviewItem item(UnitId id) {
        return items.stream().filter(item -> item.unit().id().equals(id)).findFirst().orElseThrow();
    }

    RowView row(ReviewItem item, @Nullable RowNote note) {
        return rows().row(digest.entries().get(item.unit().entry() - 1), item, note);
    }

    private List<ReviewItem> of(StoredDigest.Entry entry) {
        return items.stream()
                .filter(item -> item.unit().entry() == entry.entry().number())
                .toList();
    }

    /// The parts of the page that go with rows that changed.
    BenchView.Changed changed(
            List<ReviewItem> changed, BenchView.ToastView toast, BenchView.@Nullable RunView run) {
        return new BenchView.Changed(
                null,
                changed.stream().map(item -> row(item, null)).toList(),
                changed.stream()
                        .map(item -> item.unit().entry())
                        .distinct()
                        .map(this::head)
                        .toList(),
                queue(),
                progress(true),
                tab(),
                toast,
                null,
                run);
    }

    BenchView.ProgressView progress(boolean oob) {
        Progress counts = counts();
        int total = digest.digest().bulletCount();
        Messages say = words.ui().say();
        int publishable =
                (int)
                        items.stream()
                                .filter(item ->
                                        item.state() == TargetState.REVIEWED
                                                && item.mark() != Mark.STALE)
                                .count();
        return new BenchView.ProgressView(
                path(),
                language.tag(),
                language.endonym(),
                Meter.of(
                        counts,
                        total,
                        say.progressLabel(
                                counts.done(),
                                total,
                                counts.edited(),
                                counts.drafts(),
                                counts.toDecide())),
                counts,
                words.ui().number(counts.done()),
                words.ui().number(total),
                publishable,
                total - counts.done(),
                LookOverView.of(LookOver.of(items, readings), readings),
                oob);
    }

    /// Counts bullets as the list of digests does; condensations stand in the queue only.
    private Progress counts() {
        return items.stream()
                .filter(EntryViews::bullet)
                .map(Progress::of)
                .reduce(Progress.NOTHING, Progress::plus);
    }

    String path() {
        return Ui.path(digest.key());
    }

    boolean untouched() {
        return latest.isEmpty() && items.stream().allMatch(item -> item.version() == 0);
    }

    boolean condensable() {
        return !untouched()
                && !running()
                && items.stream()
                        .anyMatch(item -> !EntryViews.bullet(item) && item.mark() == Mark.NONE);
    }

    /// Where the page opens: the worst of what is to decide, else the first that is to read.
    Optional<ReviewItem> first() {
        return items.stream()
                .filter(ReviewItem::toDecide)
                .findFirst()
                .or(() -> items.stream().filter(RowViews::open).findFirst())
                .or(() -> items.stream().findFirst());
    }

    List<BenchView.LangTab> tabs(DigestSummary summary) {
        return Language.TARGETS.stream()
                .map(tag ->
                        tag == language
                                ? tab()
                                : tab(tag, summary.progress().getOrDefault(tag, Progress.NOTHING)))
                .toList();
    }

    /// The tab of this language.
    BenchView.LangTab tab() {
        return tab(language, counts());
    }

    private BenchView.LangTab tab(Language tag, Progress progress) {
        int total = digest.digest().bulletCount();
        String caption = IndexViews.caption(words.ui(), progress, total);
        return new BenchView.LangTab(
                path(),
                tag.tag(),
                tag.endonym(),
                tag == language,
                Meter.of(progress, total, tag.endonym() + ": " + caption),
                caption);
    }

    BenchView.@Nullable RunView run() {
        return latest.map(run -> run(words.ui(), run)).orElse(null);
    }

    static BenchView.RunView run(Ui ui, Run run) {
        Messages say = ui.say();
        boolean running = run.running();
        String done = ui.number(run.done());
        String total = ui.number(run.total());
        String sentence =
                switch (run.state()) {
                    case QUEUED, RUNNING -> say.runRunning(done, total);
                    case DONE -> run.total() == 0 ? say.runNothing() : say.runDone(done, total);
                    case CANCELLED, FAILED -> say.runStopped(done, total);
                };
        return new BenchView.RunView(
                run.id(),
                run.digest(),
                Ui.path(run.digest()),
                run.language().tag(),
                run.language().endonym(),
                running,
                Meter.drafting(run.done(), run.failed(), run.total(), sentence),
                run.failed() == 0
                        ? sentence
                        : sentence + " " + say.runFailed(ui.number(run.failed())),
                run.problem() == null ? null : ui.told(Sentence.of(run.problem())),
                !running && run.done() < run.total(),
                ui.now().toEpochMilli());
    }

    String title() {
        return digest.key();
    }

    String sub() {
        Messages say = words.ui().say();
        String size = say.holds(digest.entries().size(), digest.digest().bulletCount());
        return date(digest.key())
                .map(date ->
                        say.dayAndSize(
                                date.getDayOfWeek()
                                        .getDisplayName(TextStyle.FULL, words.ui().locale()),
                                size))
                .orElse(size);
    }

    static Optional<LocalDate> date(String key) {
        try {
            return Optional.of(
                    LocalDate.parse(key, DateTimeFormatter.ISO_LOCAL_DATE.withLocale(Locale.ROOT)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
