package hanji.web;

import hanji.batch.Batch;
import hanji.batch.BatchProgress;
import hanji.batch.BatchProgress.Counts;
import hanji.batch.BatchState;
import hanji.batch.Budget;
import hanji.segment.Language;
import hanji.segment.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts batches into words.
record BatchViews(Ui ui) {

    static final int PAGE = 20;

    /// More links than this are a list nobody reads; the first page has them all.
    private static final int MOST_DIGESTS = 20;

    BatchesView list(Chrome chrome, List<BatchProgress> page, int offset) {
        return new BatchesView(
                chrome,
                page.stream().limit(PAGE).map(this::row).toList(),
                offset > 0 ? "/batches?offset=" + Math.max(0, offset - PAGE) : null,
                page.size() > PAGE ? "/batches?offset=" + (offset + PAGE) : null);
    }

    BatchesView.Row row(BatchProgress progress) {
        BatchMessages say = ui.work();
        Batch batch = progress.batch();
        Counts counts = progress.counts();
        String sentence =
                say.batchCounts(ui.number(counts.done()), ui.number(counts.total()))
                        + (counts.failed() == 0
                                ? ""
                                : " " + ui.say().runFailed(ui.number(counts.failed())));
        return new BatchesView.Row(
                batch.id(),
                "/batches/" + batch.id(),
                what(progress.scope().digests()),
                progress.scope().languages().stream()
                        .map(tag -> Language.of(tag).endonym())
                        .collect(Collectors.joining(", ")),
                word(batch.state()),
                !batch.state().over(),
                Meter.drafting(counts.done(), counts.failed(), counts.total(), sentence),
                sentence,
                spent(progress.spent()),
                say.batchBy(batch.actor(), ui.when(batch.createdAt())),
                batch.problem() == null ? null : ui.told(Sentence.of(batch.problem())));
    }

    private String what(List<String> digests) {
        return switch (digests.size()) {
            case 0 -> ui.work().batchEmpty();
            case 1 -> digests.getFirst();
            default -> ui.work().batchDigests(digests.getFirst(), ui.number(digests.size() - 1L));
        };
    }

    private String word(BatchState state) {
        BatchMessages say = ui.work();
        return switch (state) {
            case QUEUED -> say.batchQueued();
            case RUNNING -> say.batchRunning();
            case DONE -> say.batchDone();
            case CANCELLED -> say.batchCancelled();
            case FAILED -> say.batchStopped();
        };
    }

    private String spent(BatchProgress.Spent spent) {
        String tokens = ui.work().batchTokens(ui.number(spent.tokensIn() + spent.tokensOut()));
        return spent.cost() == null ? tokens : tokens + " · " + ui.money(spent.cost());
    }

    BatchView view(Chrome chrome, BatchProgress progress) {
        List<String> digests = progress.scope().digests();
        int more = digests.size() - MOST_DIGESTS;
        return new BatchView(
                chrome,
                progress(progress),
                digests.stream()
                        .limit(MOST_DIGESTS)
                        .map(key -> new BatchView.Digest(key, benches(key, progress)))
                        .toList(),
                more > 0 ? ui.work().batchMore(ui.number(more)) : null);
    }

    private static List<BatchView.Bench> benches(String key, BatchProgress progress) {
        return progress.scope().languages().stream()
                .map(Language::of)
                .filter(Language.TARGETS::contains)
                .map(language ->
                        new BatchView.Bench(
                                Ui.path(key) + "?lang=" + language.tag(),
                                language.tag(),
                                language.endonym()))
                .toList();
    }

    BatchView.Progress progress(BatchProgress progress) {
        Batch batch = progress.batch();
        boolean atBudget = batch.state() == BatchState.FAILED && progress.counts().open() > 0;
        boolean failed = batch.state().over() && progress.counts().failed() > 0;
        return new BatchView.Progress(
                row(progress),
                facts(progress),
                progress.failures().stream()
                        .map(failure ->
                                new BatchView.Failure(
                                        ui.number(failure.units()),
                                        ui.told(Sentence.of(failure.reason()))))
                        .toList(),
                batch.state().over()
                        ? row(progress).word() + ". " + row(progress).sentence()
                        : null,
                batch.state() != BatchState.CANCELLED && (failed || atBudget),
                atBudget);
    }

    private List<BatchView.Fact> facts(BatchProgress progress) {
        BatchMessages say = ui.work();
        Counts counts = progress.counts();
        List<BatchView.Fact> facts = new ArrayList<>();
        facts.add(new BatchView.Fact(say.factDone(), of(counts.done(), counts.total())));
        facts.add(new BatchView.Fact(say.factReused(), ui.number(counts.reused())));
        facts.add(new BatchView.Fact(say.factCached(), ui.number(counts.cached())));
        facts.add(new BatchView.Fact(say.factFailed(), ui.number(counts.failed())));
        if (progress.perMinute() != null) {
            facts.add(
                    new BatchView.Fact(
                            say.factRate(),
                            say.perMinute(ui.number(Math.round(progress.perMinute())))));
        }
        if (progress.batch().state() == BatchState.RUNNING) {
            facts.add(new BatchView.Fact(say.factLeft(), left(progress.secondsLeft())));
        }
        facts.add(
                new BatchView.Fact(
                        say.factTokens(),
                        say.tokensInOut(
                                ui.number(progress.spent().tokensIn()),
                                ui.number(progress.spent().tokensOut()))));
        BigDecimal cost = progress.spent().cost();
        facts.add(
                new BatchView.Fact(say.factCost(), cost == null ? say.noPrices() : ui.money(cost)));
        Budget budget = progress.batch().budget();
        if (!budget.unlimited()) {
            facts.add(new BatchView.Fact(say.factBudget(), budget(budget, progress)));
        }
        facts.add(new BatchView.Fact(say.factModel(), progress.batch().model()));
        return facts;
    }

    private String of(long part, long whole) {
        return ui.work().partOf(ui.number(part), ui.number(whole));
    }

    private String budget(Budget budget, BatchProgress progress) {
        List<String> parts = new ArrayList<>();
        if (budget.maxCost() != null) {
            BigDecimal cost = progress.spent().cost();
            parts.add(
                    ui.work()
                            .partOf(
                                    ui.money(cost == null ? BigDecimal.ZERO : cost),
                                    ui.money(budget.maxCost())));
        }
        if (budget.maxTokens() != null) {
            long tokens = progress.spent().tokensIn() + progress.spent().tokensOut();
            parts.add(ui.work().batchTokens(of(tokens, budget.maxTokens())));
        }
        return String.join(" · ", parts);
    }

    private String left(@Nullable Long seconds) {
        if (seconds == null) {
            return ui.work().leftUnknown();
        }
        return seconds < 90
                ? ui.work().leftSeconds(ui.number(seconds))
                : ui.work().leftMinutes(ui.number((seconds + 30) / 60));
    }
}
