package hanji.batch;

import hanji.batch.ItemStore.Finished;
import hanji.batch.UnitResult.How;
import hanji.draft.DraftRequest;
import hanji.draft.Drafter;
import hanji.draft.Estimate;
import hanji.llm.Model;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.workbench.Judging;
import hanji.workbench.Leveraged;
import hanji.workbench.Plan;
import hanji.workbench.StoredDigest;
import hanji.workbench.Work;
import hanji.workbench.Workbench;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// From an order to the requests it takes.
final class BatchPlanning {

    /// So many items a chunk at most: a process takes them together and plans them in memory.
    private static final int LARGEST_CHUNK = 64;

    /// What its column cannot hold.
    private static final BigDecimal LARGEST_COST = BigDecimal.valueOf(1_000_000_000);

    private final Workbench workbench;
    private final Drafter drafter;
    private final Judging judging;

    BatchPlanning(Workbench workbench, Drafter drafter, Judging judging) {
        this.workbench = workbench;
        this.drafter = drafter;
        this.judging = judging;
    }

    /// Everything is looked at before anything is planned.
    Model check(BatchOrder order) {
        if (order.digests().size() > Batches.MOST_DIGESTS) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "digests: %,d of them, and a batch takes %,d; send several.",
                    order.digests().size(),
                    Batches.MOST_DIGESTS);
        }
        if (order.units() != null && order.units().size() > Batches.MOST_UNITS) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "units: %,d of them, and a batch takes %,d; send several.",
                    order.units().size(),
                    Batches.MOST_UNITS);
        }
        for (int i = 0; i < order.digests().size(); i++) {
            try {
                workbench.digest(order.digests().get(i));
            } catch (Problem e) {
                throw new Problem(Problem.Kind.BAD_INPUT, "digests[%d]: %s", i, e.said())
                        .causedBy(e);
            }
        }
        Model model;
        try {
            model = workbench.model(order.model());
        } catch (Problem e) {
            throw new Problem(Problem.Kind.BAD_INPUT, "model: %s", e.said()).causedBy(e);
        }
        checkBudget(order.budget(), model);
        return model;
    }

    void checkBudget(Budget budget, Model model) {
        if (budget.maxCost() != null && budget.maxCost().signum() < 0) {
            throw Problem.badInput("budget.maxCost: it is negative, use 0 or more.");
        }
        if (budget.maxCost() != null && budget.maxCost().compareTo(LARGEST_COST) >= 0) {
            throw Problem.badInput(
                    "budget.maxCost: it is %,d or more, use less or none.",
                    LARGEST_COST.longValue());
        }
        if (budget.maxTokens() != null && budget.maxTokens() < 0) {
            throw Problem.badInput("budget.maxTokens: it is negative, use 0 or more.");
        }
        priced(budget, model);
        judging.model().ifPresent(judge -> priced(budget, judge));
    }

    private static void priced(Budget budget, Model model) {
        if (budget.maxCost() != null && model.live() && model.priceIn() == null) {
            throw Problem.badInput(
                    "budget.maxCost: model %s has no prices, so nobody could tell when it is spent; set hanji.llm.models.%s.price-in and .price-out, or use maxTokens.",
                    model.id(), model.id());
        }
    }

    /// The requests of a batch; and for each digest and language one item of what stands already.
    List<Finished> items(String batch, BatchOrder order, Model model) {
        int chunk = Math.clamp(model.maxConcurrency() / 2, 1, LARGEST_CHUNK);
        List<Finished> planned = new ArrayList<>();
        int requests = 0;
        for (Part part : parts(order)) {
            for (Work work : part.plan().works()) {
                planned.add(
                        new Finished(
                                item(batch, planned.size(), requests++ / chunk, part, work),
                                List.of(),
                                null));
            }
            if (!part.plan().standing().isEmpty()) {
                planned.add(standing(batch, planned.size(), part));
            }
        }
        return planned;
    }

    private record Part(StoredDigest digest, Language language, Plan plan) {}

    private List<Part> parts(BatchOrder order) {
        List<Part> parts = new ArrayList<>();
        Set<UnitId> units = order.units() == null ? Set.of() : Set.copyOf(order.units());
        for (Map.Entry<Language, Set<UnitKind>> wanted : order.kinds().entrySet()) {
            for (String key : order.digests()) {
                StoredDigest digest = workbench.digest(key);
                Language language = wanted.getKey();
                Plan plan =
                        order.units() == null
                                ? workbench.plan(digest, language, wanted.getValue(), order.only())
                                : new Plan(
                                        workbench.works(digest, language, units, order.only()),
                                        List.of());
                parts.add(new Part(digest, language, plan));
            }
        }
        return parts;
    }

    private static Item item(String batch, int number, int chunk, Part part, Work work) {
        List<UnitId> units = work.open().stream().map(item -> item.unit().id()).toList();
        return new Item(
                batch, number, chunk, part.digest().key(), part.language(), work.kind(), units);
    }

    private static Finished standing(String batch, int number, Part part) {
        List<ReviewItem> standing = part.plan().standing();
        return new Finished(
                new Item(
                        batch,
                        number,
                        -1,
                        part.digest().key(),
                        part.language(),
                        standing.getFirst().unit().id().kind(),
                        List.of()),
                standing.stream()
                        .map(item ->
                                new UnitResult(
                                        item.unit().id(),
                                        How.REUSED,
                                        item.target() == null ? null : item.target().number(),
                                        null))
                        .toList(),
                null);
    }

    /// What it would take; asks nobody.
    ///
    /// @param asking what would be asked for a piece of work
    Batches.DryRun dryRun(BatchOrder order, Function<Work, DraftRequest> asking) {
        Model model = check(order);
        int units = 0;
        int reused = 0;
        int requests = 0;
        Estimate estimate = Estimate.PAID;
        for (Part part : parts(order)) {
            reused += part.plan().standing().size();
            for (Leveraged one : workbench.leverage(part.plan().works(), order.only())) {
                reused += one.arrivals().size();
                Work work = one.rest();
                if (work != null) {
                    units += work.open().size();
                    requests++;
                    estimate = estimate.and(drafter.estimate(asking.apply(work), model));
                }
            }
        }
        return new Batches.DryRun(model.id(), units, reused, requests, estimate);
    }
}
