package hanji.batch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import hanji.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

/// Hands chunks of batches to processes, each to one at a time: db-scheduler over the project's own
/// database. What a process that died had in hand is handed to another when its heartbeat has been
/// missing for a while.
final class BatchQueue implements AutoCloseable {

    static final String TASK = "batch";

    /// Chunks in hand at once. Each holds half of the calls that a model takes (see
    /// [BatchPlanning]), and is in hand until its slowest call is kept: with as many as this, a few
    /// slow ones keep no turn idle, and other processes still find enough.
    private static final int THREADS = 16;

    /// How soon a process sees what another one was given to do.
    private static final Duration POLLING = Duration.ofSeconds(1);

    /// A chunk that could not be finished, because the database failed for instance.
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private static final int MISSED_HEARTBEATS = 6;

    /// What becomes of a chunk.
    sealed interface Next {
        record Finished() implements Next {}

        record Later(Duration after) implements Next {}
    }

    /// Works on a chunk.
    interface Worker {
        Next work(String batch, int chunk);
    }

    private final Scheduler scheduler;
    private final CustomTask<Void> task;

    /// @param heartbeat how often a process says that it lives; after six missed ones its chunks go
    ///   to others. Shorter hands them over sooner, and takes a process that is only slow for dead
    /// @param sweep run now and then, to find what was forgotten
    BatchQueue(Database database, Duration heartbeat, Worker worker, Runnable sweep) {
        if (database.embedded()) {
            free(database);
        }
        this.task =
                Tasks.custom(TASK, Void.class)
                        .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                        .onDeadExecutionRevive()
                        .execute((instance, _) -> done(work(worker, instance.getId())));
        RecurringTask<Void> sweeping =
                Tasks.recurring("batch-sweep", FixedDelay.ofSeconds(30))
                        .execute((_, _) -> sweep.run());
        SchedulerBuilder builder =
                Scheduler.create(database.source(), List.of(task))
                        .startTasks(sweeping)
                        // several processes of one machine are several
                        .schedulerName(
                                new SchedulerName.Fixed(
                                        "hanji-"
                                                + ProcessHandle.current().pid()
                                                + "-"
                                                + UUID.randomUUID()))
                        .threads(THREADS)
                        .executorService(
                                Executors.newFixedThreadPool(THREADS, Thread.ofVirtual().factory()))
                        .pollingInterval(POLLING)
                        .heartbeatInterval(heartbeat)
                        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                        .shutdownMaxWait(Duration.ofSeconds(35))
                        .alwaysPersistTimestampInUTC()
                        .enableImmediateExecution();
        // only PostgreSQL can skip rows that others hold; there, what is fetched is taken
        this.scheduler =
                (database.embedded()
                                ? builder.pollUsingFetchAndLockOnExecute(0.5, 3.0)
                                : builder.pollUsingLockAndFetch(0.75, 1.0))
                        .build();
    }

    /// Only one process can have an embedded database, so what is in hand is nobody's.
    private static void free(Database database) {
        database.write(handle ->
                handle.createUpdate(
                                "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null where picked")
                        .execute());
    }

    void start() {
        scheduler.start();
    }

    /// Hands out chunks; those that are handed out already stay where they are.
    void add(String batch, List<Integer> chunks) {
        add(batch, chunks, Duration.ZERO);
    }

    /// The same, to be begun after a while.
    void add(String batch, List<Integer> chunks, Duration rest) {
        Instant now = Instant.now().plus(rest);
        for (int i = 0; i < chunks.size(); i++) {
            // in their order
            scheduler.scheduleIfNotExists(
                    task.instance(batch + "/" + chunks.get(i)), now.plusNanos(i * 1_000L));
        }
    }

    private static Next work(Worker worker, String instance) {
        int slash = instance.lastIndexOf('/');
        return worker.work(
                instance.substring(0, slash), Integer.parseInt(instance.substring(slash + 1)));
    }

    private static CompletionHandler<Void> done(Next next) {
        return switch (next) {
            case Next.Finished _ -> new CompletionHandler.OnCompleteRemove<>();
            case Next.Later later ->
                    (complete, operations) ->
                            operations.reschedule(complete, Instant.now().plus(later.after()));
        };
    }

    /// Waits for the chunks in hand.
    @Override
    public void close() {
        scheduler.stop();
    }
}
