package hanji.batch;

import hanji.llm.Model;
import hanji.llm.Priority;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.TargetState;
import hanji.workbench.StoredDigest;
import hanji.workbench.Work;
import hanji.workbench.Workbench;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Drafts whole digests in the background, each entry as soon as its answer comes. Lives in this
/// process only: what was drafted is kept, what was not is asked for by the next run.
public final class Runs implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Runs.class);

    /// Finished runs that are remembered for the pages.
    private static final int REMEMBERED = 100;

    private final Workbench workbench;
    private final Clock clock;

    /// How long the end of the program waits for answers that are being paid for.
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

    private final Map<String, Running> runs = new ConcurrentHashMap<>();
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    private final AtomicLong numbers = new AtomicLong();

    public Runs(Workbench workbench, Clock clock) {
        this.workbench = workbench;
        this.clock = clock;
    }

    /// A run whose state moves on.
    private static final class Running {

        private Run now;

        Running(Run start) {
            this.now = start;
        }

        synchronized Run now() {
            return now;
        }

        synchronized void move(UnaryOperator<Run> change) {
            now = change.apply(now);
        }
    }

    /// Starts drafting what is missing; a run of the same digest and language that is under way is
    /// returned instead.
    ///
    /// @throws Problem for an unknown digest or model
    public synchronized Run start(
            String digestKey, Language language, boolean condense, @Nullable String modelId) {
        Optional<Run> running =
                latest(digestKey, language).filter(run -> run.state() == Run.State.RUNNING);
        if (running.isPresent()) {
            return running.get();
        }
        Model model = workbench.model(modelId);
        StoredDigest digest = workbench.digest(digestKey);
        List<Work> works = workbench.open(digest, language, condense);
        int total = works.stream().mapToInt(work -> work.open().size()).sum();
        Running run =
                new Running(
                        new Run(
                                String.valueOf(numbers.incrementAndGet()),
                                digestKey,
                                language,
                                total == 0 ? Run.State.DONE : Run.State.RUNNING,
                                total,
                                0,
                                0,
                                null,
                                clock.instant()));
        forget();
        runs.put(run.now().id(), run);
        if (total > 0) {
            Thread thread =
                    Thread.ofVirtual()
                            .name("run-" + run.now().id())
                            .unstarted(() -> work(run, works, model));
            working.add(thread);
            thread.start();
        }
        return run.now();
    }

    private void work(Running run, List<Work> works, Model model) {
        try (var scope = Executors.newVirtualThreadPerTaskExecutor()) {
            works.forEach(work -> scope.execute(() -> one(run, work, model)));
        }
        run.move(now -> now.state() == Run.State.RUNNING ? with(now, Run.State.DONE) : now);
        working.remove(Thread.currentThread());
    }

    private void one(Running run, Work work, Model model) {
        if (run.now().state() != Run.State.RUNNING) {
            return;
        }
        try {
            List<ReviewItem> items = workbench.draft(work, model, Priority.BACKGROUND);
            List<ReviewItem> failed =
                    items.stream().filter(item -> item.state() == TargetState.INITIAL).toList();
            String reason = failed.isEmpty() ? null : failed.getFirst().reason();
            run.move(now -> counted(now, items.size() - failed.size(), failed.size(), reason));
        } catch (Problem e) {
            run.move(now -> counted(now, 0, work.open().size(), e.sentence()));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Drafting entry %d failed", work.entry().entry().number());
            run.move(now ->
                    counted(now, 0, work.open().size(), "Hanji failed; its log says where."));
        }
    }

    private static Run counted(Run now, int done, int failed, @Nullable String problem) {
        return new Run(
                now.id(),
                now.digest(),
                now.language(),
                now.state(),
                now.total(),
                now.done() + done,
                now.failed() + failed,
                now.problem() == null ? problem : now.problem(),
                now.startedAt());
    }

    private static Run with(Run now, Run.State state) {
        return new Run(
                now.id(),
                now.digest(),
                now.language(),
                state,
                now.total(),
                now.done(),
                now.failed(),
                now.problem(),
                now.startedAt());
    }

    private void forget() {
        runs.values().stream()
                .map(Running::now)
                .filter(run -> run.state() != Run.State.RUNNING)
                .sorted(Comparator.comparingLong((Run run) -> Long.parseLong(run.id())).reversed())
                .skip(REMEMBERED)
                .forEach(run -> runs.remove(run.id()));
    }

    public Optional<Run> latest(String digestKey, Language language) {
        return recent().stream()
                .filter(run -> run.digest().equals(digestKey) && run.language() == language)
                .findFirst();
    }

    /// A run by its id.
    ///
    /// @throws Problem (not found)
    public Run run(String id) {
        return running(id).now();
    }

    /// All that are remembered, the newest first.
    public List<Run> recent() {
        return runs.values().stream()
                .map(Running::now)
                .sorted(Comparator.comparingLong((Run run) -> Long.parseLong(run.id())).reversed())
                .toList();
    }

    /// Stops after the calls in flight; what they bring is kept.
    public Run cancel(String id) {
        Running run = running(id);
        run.move(now -> now.state() == Run.State.RUNNING ? with(now, Run.State.CANCELLED) : now);
        return run.now();
    }

    private Running running(String id) {
        Running run = runs.get(id);
        if (run == null) {
            throw Problem.notFound("There is no run \"%s\".".formatted(id));
        }
        return run;
    }

    /// Stops all runs, and waits for the answers in flight: they are paid for.
    @Override
    public void close() {
        runs.keySet().forEach(this::cancel);
        Instant end = Instant.now().plus(LAST_ANSWERS);
        for (Thread thread : working) {
            try {
                thread.join(Duration.between(Instant.now(), end));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
