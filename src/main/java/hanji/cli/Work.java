package hanji.cli;

import hanji.draft.Asker;
import hanji.draft.DraftRequest;
import hanji.draft.DraftResult;
import hanji.draft.Drafter;
import hanji.draft.Estimate;
import hanji.draft.Prepared;
import hanji.draft.Repairs;
import hanji.llm.Model;
import java.io.Console;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// Drafts many requests at once, with a bar on a terminal.
final class Work {

    private final Drafter drafter;
    private final Repairs repairs;
    private final Model model;

    Work(Drafter drafter, Repairs repairs, Model model) {
        this.drafter = drafter;
        this.repairs = repairs;
        this.model = model;
    }

    /// In the order of the requests; as many at a time as the model takes.
    List<DraftResult> all(List<? extends DraftRequest> requests) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                ProgressBar bar = bar(requests.size())) {
            List<List<Prepared>> prepared =
                    requests.stream().map(request -> drafter.prepare(request, model)).toList();
            drafter.recall(prepared.stream().flatMap(List::stream).toList());
            List<Future<DraftResult>> answers = new ArrayList<>();
            for (int i = 0; i < prepared.size(); i++) {
                DraftRequest request = requests.get(i);
                List<Prepared> portions = prepared.get(i);
                answers.add(
                        threads.submit(() -> {
                            DraftResult result = draft(request, portions);
                            bar.step();
                            return result;
                        }));
            }
            List<DraftResult> results = new ArrayList<>();
            for (Future<DraftResult> answer : answers) {
                results.add(answer.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e);
        }
    }

    private DraftResult draft(DraftRequest request, List<Prepared> portions) {
        DraftResult result = drafter.draft(portions, Asker.UNATTENDED);
        return result instanceof DraftResult.Drafted drafted
                ? repairs.better(request, drafted, model, Asker.UNATTENDED)
                : result;
    }

    private static ProgressBar bar(int size) {
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return new ProgressBarBuilder()
                .setTaskName("Asking")
                .setInitialMax(size)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(terminal ? new ConsoleProgressBarConsumer(System.err) : new Silence())
                .build();
    }

    /// What the requests would take.
    String estimate(List<? extends DraftRequest> requests) {
        Estimate all =
                requests.stream()
                        .map(request -> drafter.estimate(request, model))
                        .reduce(Estimate.PAID, Estimate::and);
        BigDecimal cost = all.cost();
        String price =
                cost == null || model.priceIn() == null
                        ? "no prices configured"
                        : "about " + cost.stripTrailingZeros().toPlainString();
        return "%d requests, %d of them to be asked of %s: about %,d tokens in, %,d out, %s%n"
                .formatted(
                        requests.size(),
                        all.calls(),
                        model.id(),
                        all.tokensIn(),
                        all.tokensOut(),
                        price);
    }
}
