package hanji.workbench;

import hanji.draft.Asker;
import hanji.draft.DraftRequest;
import hanji.draft.Judge;
import hanji.llm.Model;
import hanji.qa.QaReport;
import hanji.review.Arrival;
import hanji.review.Judged;
import hanji.review.ReviewDesk;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.review.Target;
import hanji.review.Unit;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Has a model judge texts, where one is configured for that. Without an answer there is no
/// judgement, and nothing else is different.
public final class Judging {

    private static final Logger LOG = Logger.getLogger(Judging.class);

    private final Workbench workbench;
    private final ReviewDesk reviews;
    private final @Nullable Judge judge;

    /// @param reviews a desk that shows the judgements of the same model
    /// @param judge null for nobody
    public Judging(Workbench workbench, ReviewDesk reviews, @Nullable Judge judge) {
        this.workbench = workbench;
        this.reviews = reviews;
        this.judge = judge;
    }

    /// Who judges; empty when nobody does.
    public Optional<Model> model() {
        return Optional.ofNullable(judge).map(Judge::model);
    }

    /// Judges the texts that came of a piece of work, before they are kept.
    ///
    /// @param request what the work was asked with
    public List<Judged> read(Work work, DraftRequest request, List<Arrival> arrivals, Asker asker) {
        Map<Unit, Target> texts = new LinkedHashMap<>();
        for (Arrival arrival : arrivals) {
            switch (arrival) {
                case Arrival.Draft draft -> texts.put(draft.unit(), draft.text());
                case Arrival.Repaired both -> texts.put(both.unit(), both.better());
                // a person stands behind that text already
                case Arrival.Remembered _ -> {}
                case Arrival.Failure _ -> {}
            }
        }
        return read(work, request, texts, asker);
    }

    private List<Judged> read(
            Work work, DraftRequest request, Map<Unit, Target> targets, Asker asker) {
        if (judge == null || targets.isEmpty()) {
            return List.of();
        }
        Map<String, String> texts = new HashMap<>();
        targets.forEach((unit, target) -> texts.put(work.pieceId(unit), target.text()));
        try {
            Map<String, QaReport> reports = judge.read(request, texts, asker);
            List<Judged> judged = new ArrayList<>();
            targets.forEach((unit, target) -> {
                QaReport report = reports.get(work.pieceId(unit));
                if (report != null) {
                    judged.add(new Judged(unit, target, report));
                }
            });
            return judged;
        } catch (Problem e) {
            LOG.warnf("Entry %d is not judged: %s", work.entry().entry().number(), e.sentence());
            return List.of();
        }
    }

    /// Keeps judgements in the transaction that has written their texts.
    public void keep(Handle handle, List<Judged> judged) {
        reviews.judge(handle, judged);
    }

    /// @param judged now
    /// @param before texts that were judged already
    /// @param failed texts without a usable answer
    public record Result(String model, int judged, int before, int failed) {}

    /// Judges all texts of a digest in a language that stand and that nobody has judged.
    ///
    /// @throws Problem (not found); (conflict) when no judge is configured
    public Result judge(String key, Language language) {
        StoredDigest digest = workbench.digest(key);
        if (judge == null) {
            throw Problem.conflict(
                    "No model is configured to judge: set hanji.judge.model to one's id.");
        }
        List<ReviewItem> standing =
                workbench.items(digest, language).stream()
                        .filter(item -> item.state() != TargetState.INITIAL)
                        .filter(item -> item.staleness() != Staleness.SOURCE_CHANGED)
                        .toList();
        List<UnitId> open =
                standing.stream()
                        .filter(item -> item.judgement() == null)
                        .map(item -> item.unit().id())
                        .toList();
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (Work work : workbench.works(digest, language, open, Only.ALL)) {
            tasks.add(() -> judgeOne(work));
        }
        int judged = sum(tasks);
        return new Result(
                judge.model().id(), judged, standing.size() - open.size(), open.size() - judged);
    }

    private int judgeOne(Work work) {
        Map<Unit, Target> texts = new LinkedHashMap<>();
        for (ReviewItem item : work.open()) {
            if (item.target() != null) {
                texts.put(item.unit(), item.target());
            }
        }
        List<Judged> judged = read(work, workbench.request(work, null), texts, Asker.UNATTENDED);
        reviews.judge(judged);
        return judged.size();
    }

    /// All at once; the model's limits decide how many are under way.
    private static int sum(List<Callable<Integer>> tasks) {
        int sum = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> one : threads.invokeAll(tasks)) {
                sum += one.get();
            }
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e);
        }
    }
}
