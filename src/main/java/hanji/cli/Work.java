package hanji.cli;

import hanji.draft.Asker;
import hanji.draft.DraftRequest;
import hanji.draft.DraftResult;
import hanji.draft.Drafter;
import hanji.draft.Estimate;
import hanji.draft.Guide;
import hanji.draft.Prepared;
import hanji.draft.Repairs;
import hanji.llm.Model;
import hanji.memory.MemoryMatch;
import java.io.Console;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Drafts many requests at once, with a bar on a terminal.
final class Work {

    private final Drafter drafter;
    private final Repairs repairs;
    private final Guide guide;
    private final Model model;

    Work(Drafter drafter, Repairs repairs, Guide guide, Model model) {
        this.drafter = drafter;
        this.repairs = repairs;
        this.guide = guide;
        this.model = model;
    }

    /// What one entry takes.
    ///
    /// @param known what the memory has of its texts
    /// @param rest what is to be asked; null when it is nothing
    private record Asked(Map<String, String> known, @Nullable DraftRequest rest) {}

    private List<Asked> asked(List<? extends DraftRequest> requests) {
        List<Map<String, MemoryMatch>> known = guide.remembered(requests);
        List<Asked> all = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Map<String, String> texts = new HashMap<>();
            known.get(i).forEach((id, match) -> texts.put(id, match.pair().target()));
            all.add(new Asked(texts, rest(requests.get(i), known.get(i))));
        }
        return all;
    }

    private @Nullable DraftRequest rest(DraftRequest request, Map<String, MemoryMatch> known) {
        if (known.isEmpty()) {
            return guide.guided(request);
        }
        return known.size() == request.ids().size()
                ? null
                : request instanceof DraftRequest.Translate translate
                        ? guide.guided(translate.without(known))
                        : request;
    }

    /// In the order of the requests; as many at a time as the model takes.
    List<EntryTexts> all(List<? extends DraftRequest> requests) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                ProgressBar bar = bar(requests.size())) {
            List<Asked> asked = asked(requests);
            List<List<Prepared>> prepared =
                    asked.stream()
                            .map(one ->
                                    one.rest() == null
                                            ? List.<Prepared>of()
                                            : drafter.prepare(one.rest(), model))
                            .toList();
            drafter.recall(prepared.stream().flatMap(List::stream).toList());
            List<Future<EntryTexts>> answers = new ArrayList<>();
            for (int i = 0; i < prepared.size(); i++) {
                Asked one = asked.get(i);
                List<Prepared> portions = prepared.get(i);
                answers.add(
                        threads.submit(() -> {
                            EntryTexts result = texts(one, portions);
                            bar.step();
                            return result;
                        }));
            }
            List<EntryTexts> results = new ArrayList<>();
            for (Future<EntryTexts> answer : answers) {
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

    private EntryTexts texts(Asked asked, List<Prepared> portions) {
        int known = asked.known().size();
        if (asked.rest() == null) {
            return new EntryTexts.Whole(asked.known(), known, false);
        }
        return switch (drafter.draft(portions, Asker.UNATTENDED)) {
            case DraftResult.Drafted drafted -> {
                Map<String, String> texts = new HashMap<>(asked.known());
                texts.putAll(
                        repairs.better(asked.rest(), drafted, model, Asker.UNATTENDED).texts());
                yield new EntryTexts.Whole(texts, known, drafted.provenance().recorded());
            }
            case DraftResult.NotDrafted none -> new EntryTexts.Missing(none.reason());
            case DraftResult.Withdrawn _ -> new EntryTexts.Missing("it was not asked for");
        };
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
        List<Asked> asked = asked(requests);
        int remembered = asked.stream().mapToInt(one -> one.known().size()).sum();
        Estimate all =
                asked.stream()
                        .map(Asked::rest)
                        .filter(Objects::nonNull)
                        .map(request -> drafter.estimate(request, model))
                        .reduce(Estimate.PAID, Estimate::and);
        BigDecimal cost = all.cost();
        String price =
                cost == null || model.priceIn() == null
                        ? "no prices configured"
                        : "about " + cost.stripTrailingZeros().toPlainString();
        return (remembered == 0 ? "" : "%,d texts from memory; ".formatted(remembered))
                + "%d requests, %d of them to be asked of %s: about %,d tokens in, %,d out, %s%n"
                        .formatted(
                                requests.size(),
                                all.calls(),
                                model.id(),
                                all.tokensIn(),
                                all.tokensOut(),
                                price);
    }
}
