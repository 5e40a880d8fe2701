package hanji.batch;

import hanji.batch.BatchQueue.Next;
import hanji.batch.Budgets.Shortage;
import hanji.draft.Asker;
import hanji.draft.DraftRequest;
import hanji.draft.DraftResult;
import hanji.draft.Drafter;
import hanji.draft.Prepared;
import hanji.llm.Model;
import hanji.review.Arrival;
import hanji.review.Judged;
import hanji.review.Unit;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.workbench.Judging;
import hanji.workbench.Leveraged;
import hanji.workbench.StoredDigest;
import hanji.workbench.Work;
import hanji.workbench.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Works on one chunk: asks for all of its items at once (the model's limits decide how many are
/// under way), and keeps each as its answer comes.
final class ChunkRun {

    private static final Logger LOG = Logger.getLogger(ChunkRun.class);

    /// Reserves of others come back as fast as their calls end.
    private static final Duration SOON = Duration.ofMillis(300);

    private final Workbench workbench;
    private final Drafter drafter;
    private final Judging judging;
    private final Finishing finishing;
    private final Batch batch;
    private final Model model;
    private final UnderWay.Entry entry;
    private final Purse purse;
    private final Purse judgePurse;
    private final Lookahead lookahead;
    private final AtomicInteger brought = new AtomicInteger();
    private final List<CompletableFuture<Void>> kept = new ArrayList<>();

    /// @param entry asked before every call whether the batch is wanted
    /// @param judgePurse for the judge's calls, at its own prices; when it is empty, drafts come
    ///   unjudged
    /// @param lookahead of the model
    ChunkRun(
            Workbench workbench,
            Drafter drafter,
            Judging judging,
            Finishing finishing,
            Batch batch,
            Model model,
            UnderWay.Entry entry,
            Purse purse,
            Purse judgePurse,
            Lookahead lookahead) {
        this.workbench = workbench;
        this.drafter = drafter;
        this.judging = judging;
        this.finishing = finishing;
        this.batch = batch;
        this.model = model;
        this.entry = entry;
        this.purse = purse;
        this.judgePurse = judgePurse;
        this.lookahead = lookahead;
    }

    /// An item, ready to be asked for.
    ///
    /// @param known what the memory gave for it
    private record Ready(
            Item item,
            List<Arrival> known,
            Work work,
            DraftRequest request,
            List<Prepared> prepared) {}

    /// Why a budget ends the batch; empty when it does not.
    record Result(Next next, List<Shortage> stop) {}

    Result work(List<Item> items) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            planned(items).forEach(threads::execute);
        }
        purse.close();
        judging.model().ifPresent(_ -> judgePurse.close());
        await();
        Shortage shortage = purse.shortage();
        if (shortage == null) {
            return new Result(new Next.Finished(), List.of());
        }
        if (shortage.moving() || purse.waiting()) {
            return new Result(new Next.Later(SOON), List.of());
        }
        return brought.get() > 0
                ? new Result(new Next.Later(Duration.ZERO), List.of())
                : new Result(new Next.Finished(), List.of(shortage));
    }

    private List<Runnable> planned(List<Item> items) {
        try (Lookahead.Share share = lookahead.take()) {
            if (!entry.wanted()) {
                return List.of();
            }
            List<Ready> ready = ready(items);
            drafter.recall(ready.stream().flatMap(one -> one.prepared().stream()).toList());
            return ready.stream().map(one -> task(one, share.hold())).toList();
        }
    }

    private Runnable task(Ready ready, Runnable sent) {
        return () -> {
            try {
                one(ready, sent);
            } finally {
                sent.run();
            }
        };
    }

    private List<Ready> ready(List<Item> items) {
        record Part(String digest, Language language) {}
        Map<Part, List<Item>> parts = new HashMap<>();
        for (Item item : items) {
            parts.computeIfAbsent(new Part(item.digest(), item.language()), _ -> new ArrayList<>())
                    .add(item);
        }
        List<Ready> ready = new ArrayList<>();
        parts.forEach((part, some) -> ready.addAll(ready(part.digest(), part.language(), some)));
        return ready;
    }

    /// The digest may have changed since the batch was planned, and editors may have written.
    private List<Ready> ready(String key, Language language, List<Item> items) {
        StoredDigest digest = workbench.digest(key);
        List<UnitId> wantedUnits = items.stream().flatMap(item -> item.units().stream()).toList();
        List<Work> planned = workbench.works(digest, language, wantedUnits, batch.only());
        List<Leveraged> leveraged = workbench.leverage(planned, batch.only());
        Map<UnitId, Leveraged> works = new HashMap<>();
        for (int i = 0; i < planned.size(); i++) {
            Leveraged own = leveraged.get(i);
            planned.get(i).open().forEach(item -> works.put(item.unit().id(), own));
        }
        List<Ready> ready = new ArrayList<>();
        for (Item item : items) {
            List<Leveraged> own =
                    item.units().stream()
                            .filter(works::containsKey)
                            .map(works::get)
                            .distinct()
                            .toList();
            List<Arrival> known = own.isEmpty() ? List.of() : own.getFirst().arrivals();
            Work work = own.isEmpty() ? null : own.getFirst().rest();
            if (work == null) {
                bring(item, known, List.of());
            } else {
                DraftRequest request = workbench.request(work, null);
                ready.add(new Ready(item, known, work, request, drafter.prepare(request, model)));
            }
        }
        return ready;
    }

    private void one(Ready ready, Runnable sent) {
        try {
            Asker asker = Asker.batch(batch.id(), purse.permit(() -> wanted(sent)));
            DraftResult result = drafter.draft(ready.prepared(), asker);
            if (!(result instanceof DraftResult.Withdrawn)) {
                List<Arrival> arrivals =
                        workbench.inspect(ready.work(), ready.request(), result, model, asker);
                bring(ready.item(), both(ready.known(), arrivals), judged(ready, arrivals));
            }
        } catch (Problem e) {
            LOG.warnf("Item %d of batch %s: %s", ready.item().number(), batch.id(), e.sentence());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Item %d of batch %s failed", ready.item().number(), batch.id());
            bring(
                    ready.item(),
                    both(ready.known(), failed(ready.work(), "Hanji failed; its log says where.")),
                    List.of());
        }
    }

    /// Asked when a call's turn has come.
    private boolean wanted(Runnable sent) {
        sent.run();
        return entry.wanted();
    }

    private List<Judged> judged(Ready ready, List<Arrival> arrivals) {
        Asker asker = Asker.batch(batch.id(), judgePurse.permit(entry::wanted));
        return judging.read(ready.work(), ready.request(), arrivals, asker);
    }

    private static List<Arrival> both(List<Arrival> known, List<Arrival> asked) {
        return Stream.concat(known.stream(), asked.stream()).toList();
    }

    private static List<Arrival> failed(Work work, String reason) {
        return work.open().stream()
                .<Arrival>map(item -> new Arrival.Failure(item.unit(), reason))
                .toList();
    }

    /// Units of the item that nothing came for have what they need already, or are gone.
    private void bring(Item item, List<Arrival> arrivals, List<Judged> judged) {
        List<UnitId> come = arrivals.stream().map(Arrival::unit).map(Unit::id).toList();
        List<UnitResult> reused =
                item.units().stream()
                        .filter(unit -> !come.contains(unit))
                        .map(unit -> new UnitResult(unit, UnitResult.How.REUSED, null, null))
                        .toList();
        brought.incrementAndGet();
        synchronized (kept) {
            kept.add(finishing.add(new Finishing.Brought(item, arrivals, reused, judged)));
        }
    }

    /// What could not be kept is asked for again later, out of the paid answers.
    private void await() {
        if (entry.alone()) {
            finishing.hurry();
        }
        try {
            CompletableFuture.allOf(kept.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
