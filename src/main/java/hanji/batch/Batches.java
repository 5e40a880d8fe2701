package hanji.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.account.Editor;
import hanji.account.Right;
import hanji.batch.BatchQueue.Next;
import hanji.batch.ItemStore.Finished;
import hanji.draft.Drafter;
import hanji.draft.Estimate;
import hanji.llm.Model;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.SourceHash;
import hanji.store.Database;
import hanji.termbase.Terms;
import hanji.workbench.Judging;
import hanji.workbench.Workbench;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Many units at once: planned whole, drafted in the background by every process on the database,
/// each answer kept as it comes. What a process was doing when it died is done by another, or by
/// the next one that starts.
public final class Batches implements AutoCloseable {

    /// A year of digests in one batch; more would hold one transaction open for long.
    public static final int MOST_DIGESTS = 1_000;

    /// Units that one batch may name; its order is kept in a column of a million characters.
    static final int MOST_UNITS = 20_000;

    public static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Workbench workbench;
    private final Drafter drafter;
    private final Judging judging;
    private final Clock clock;
    private final BatchStore store = new BatchStore();
    private final ItemStore items = new ItemStore();
    private final Finishing finishing;
    private final Budgets budgets;
    private final BatchQueue queue;
    private final UnderWay underWay;
    private final BatchPlanning planning;
    private final Rates rates;
    private final Stopping stopping;

    /// By model: one that is slow holds up no other.
    private final Map<String, Lookahead> lookaheads = new ConcurrentHashMap<>();

    /// Does nothing until [#start].
    ///
    /// @param daily what may be spent in a day (UTC)
    /// @param heartbeat how often this process says that it lives; see [#HEARTBEAT]
    public Batches(
            Database database,
            Workbench workbench,
            Drafter drafter,
            Judging judging,
            Budget daily,
            Duration heartbeat,
            Clock clock) {
        this.database = database;
        this.workbench = workbench;
        this.drafter = drafter;
        this.judging = judging;
        this.clock = clock;
        this.planning = new BatchPlanning(workbench, drafter, judging);
        this.finishing = new Finishing(database, workbench, judging, items, store, clock);
        this.budgets = new Budgets(database, drafter, daily, clock);
        this.queue = new BatchQueue(database, heartbeat, this::work, this::sweep);
        this.underWay = new UnderWay(ids -> database.read(handle -> store.over(handle, ids)));
        this.rates = new Rates(store, clock);
        this.stopping = new Stopping(database, store, budgets, underWay, clock);
    }

    /// How many batches of a database are not over.
    public static int underWay(Database database) {
        return database.read(handle -> new BatchStore().underWay(handle));
    }

    /// Begins to work, on batches of earlier processes too.
    public void start() {
        queue.start();
    }

    /// What came of a call for a batch.
    ///
    /// @param known whether it was there already, under its key
    public record Created(Batch batch, boolean known) {}

    /// Plans a batch and hands it out; returns before anything is drafted.
    ///
    /// @param key the caller's own name for the batch; the same one again gives the same batch
    /// @throws Problem (bad input) that names the field, and then nothing is created; (conflict)
    ///   when the key names another order
    public Created create(BatchOrder order, @Nullable String key, Editor actor) {
        return create(order, key, Duration.ZERO, actor);
    }

    /// As above.
    ///
    /// @param rest before anybody begins, where several processes work: until all of them know what
    ///   the batch was made for
    Created create(BatchOrder order, @Nullable String key, Duration rest, Editor actor) {
        order.tasks().stream()
                .flatMap(task -> task.targets().stream())
                .forEach(language -> actor.require(Right.DRAFT, language));
        Model model = planning.check(order);
        String request = json(order);
        String hash = SourceHash.of(request).hex();
        Optional<BatchStore.Keyed> known =
                key == null ? Optional.empty() : database.read(handle -> store.keyed(handle, key));
        if (known.isPresent()) {
            return same(known.get(), hash);
        }
        Instant now = clock.instant();
        Batch batch =
                new Batch(
                        newId(),
                        model.id(),
                        order.only(),
                        BatchState.QUEUED,
                        null,
                        order.budget(),
                        actor.name(),
                        now,
                        null,
                        null);
        List<Finished> planned = planning.items(batch.id(), order, model);
        int open = (int) planned.stream().filter(one -> one.results().isEmpty()).count();
        boolean mine =
                database.write(handle -> {
                    boolean added = store.add(handle, batch, open, request, hash, key);
                    if (added) {
                        items.add(handle, planned, now);
                        store.finished(handle, batch.id(), 0, now);
                    }
                    return added;
                });
        if (!mine && key != null) {
            return same(database.read(handle -> store.keyed(handle, key)).orElseThrow(), hash);
        }
        queue.add(
                batch.id(),
                database.read(handle -> items.chunks(handle, batch.id())),
                database.embedded() ? Duration.ZERO : rest);
        return new Created(get(batch.id()), false);
    }

    /// What is missing of a digest in a language; a batch of it that is under way is returned
    /// instead.
    ///
    /// @throws Problem for an unknown digest or model
    public synchronized Run start(
            String digest,
            Language language,
            boolean condense,
            @Nullable String model,
            Editor actor) {
        Optional<Run> running = latest(digest, language).filter(Run::running);
        if (running.isPresent()) {
            return running.get();
        }
        Batch batch =
                create(BatchOrder.missing(digest, language, condense, model), null, actor).batch();
        return latest(digest, language)
                .orElseGet(() ->
                        new Run(
                                batch.id(),
                                digest,
                                language,
                                batch.state(),
                                0,
                                0,
                                0,
                                null,
                                batch.createdAt()));
    }

    private Created same(BatchStore.Keyed known, String hash) {
        if (!known.hash().equals(hash)) {
            throw Problem.conflict(
                    "This Idempotency-Key belongs to batch %s, which was asked for something else: use a new key.",
                    known.id());
        }
        return new Created(get(known.id()), true);
    }

    /// Short enough for an address, and nobody guesses it.
    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    /// What a batch would take.
    ///
    /// @param units to be drafted
    /// @param reused units that have a text already, or for which the memory has one
    /// @param requests of them, of which `estimate.calls` are to be paid
    public record DryRun(String model, int units, int reused, int requests, Estimate estimate) {}

    /// As [#create], but nothing is created and nobody asked.
    public DryRun dryRun(BatchOrder order) {
        return planning.dryRun(order, work -> workbench.request(work, null));
    }

    /// The same with other terms than those that hold.
    DryRun dryRun(BatchOrder order, Terms terms) {
        return planning.dryRun(order, work -> workbench.requestWith(work, terms));
    }

    /// @throws Problem for an order that could not be created
    void check(BatchOrder order) {
        planning.check(order);
    }

    /// The batch that was made under a key.
    Optional<Batch> keyed(String key) {
        return database.read(
                handle -> store.keyed(handle, key).flatMap(one -> store.find(handle, one.id())));
    }

    /// One chunk, on a thread of the queue.
    private Next work(String id, int chunk) {
        Optional<Batch> found =
                database.write(handle -> {
                    store.begin(handle, id, clock.instant());
                    return store.find(handle, id);
                });
        if (found.isEmpty() || found.get().state().over()) {
            return new Next.Finished();
        }
        Batch batch = found.get();
        List<Item> open = database.read(handle -> items.open(handle, id, chunk));
        Optional<Model> model = workbench.findModel(batch.model());
        if (model.isEmpty()) {
            stopping.because(batch, "Model %s is no longer configured.".formatted(batch.model()));
            return new Next.Finished();
        }
        if (open.isEmpty()) {
            return new Next.Finished();
        }
        Purse purse = new Purse(budgets, batch, chunk, model.get());
        // a reserve of its own, under a number that no chunk has
        Purse judgePurse =
                new Purse(budgets, batch, -1 - chunk, judging.model().orElse(model.get()));
        try (UnderWay.Entry entry = underWay.enter(id)) {
            ChunkRun run =
                    new ChunkRun(
                            workbench,
                            drafter,
                            judging,
                            finishing,
                            batch,
                            model.get(),
                            entry,
                            purse,
                            judgePurse,
                            lookaheads.computeIfAbsent(batch.model(), _ -> new Lookahead()));
            ChunkRun.Result result = run.work(open);
            result.stop().forEach(shortage -> stopping.atBudget(batch, shortage));
            return underWay.closing() ? new Next.Later(Duration.ZERO) : result.next();
        }
    }

    /// A process may have died between a batch and its queue.
    private void sweep() {
        database.read(handle -> items.forgotten(handle))
                .forEach(chunk -> queue.add(chunk.batch(), List.of(chunk.number())));
    }

    /// A batch by its id.
    ///
    /// @throws Problem (not found)
    public Batch get(String id) {
        return database.read(handle -> store.find(handle, id)).orElseThrow(() -> unknown(id));
    }

    private static Problem unknown(String id) {
        return Problem.notFound("There is no batch \"%s\".", id);
    }

    /// How far a batch is. When it is over, what it spent is whole: its last calls are waited for,
    /// which are written in groups of their own.
    ///
    /// @throws Problem (not found)
    public BatchProgress progress(String id) {
        if (get(id).state().over()) {
            drafter.flush();
        }
        return database.read(handle ->
                rates.progress(handle, store.find(handle, id).orElseThrow(() -> unknown(id))));
    }

    /// The newest first.
    public List<BatchProgress> page(int offset, int limit) {
        return database.read(handle ->
                store.page(handle, offset, limit).stream()
                        .map(batch -> rates.progress(handle, batch))
                        .toList());
    }

    /// The newest batch that concerns a digest in a language.
    public Optional<Run> latest(String digest, Language language) {
        return database.read(handle -> store.latest(handle, digest, language));
    }

    private void requireAll(String id, Editor actor) {
        database.read(handle -> items.languages(handle, id))
                .forEach(language -> actor.require(Right.DRAFT, language));
    }

    /// Stops after the calls in flight; what they bring is kept.
    ///
    /// @throws Problem (not found); (forbidden) for who may not draft in all its languages
    public BatchProgress cancel(String id, Editor actor) {
        requireAll(get(id).id(), actor);
        database.write(
                handle -> store.end(handle, id, BatchState.CANCELLED, null, clock.instant()));
        underWay.stop(id);
        return progress(id);
    }

    /// Asks again for what failed; a batch that stopped at its budget goes on where it stopped.
    ///
    /// @param budget in the place of the old one; null leaves it
    /// @throws Problem (not found), (conflict) for a batch that is under way or was cancelled;
    ///   (forbidden) for who may not draft in all its languages
    public BatchProgress retry(String id, @Nullable Budget budget, Editor actor) {
        Batch batch = get(id);
        requireAll(id, actor);
        Budget next = budget == null ? batch.budget() : budget;
        workbench.findModel(batch.model()).ifPresent(model -> planning.checkBudget(next, model));
        List<Integer> chunks =
                database.write(handle -> {
                    Batch now = store.locked(handle, id).orElseThrow(() -> unknown(id));
                    switch (now.state()) {
                        case QUEUED, RUNNING ->
                                throw Problem.conflict(
                                        "The batch is under way: wait for its end, or cancel it.");
                        case CANCELLED ->
                                throw Problem.conflict(
                                        "The batch was cancelled: send it again, what is drafted is not paid twice.");
                        case DONE, FAILED -> {}
                    }
                    int reopened = items.reopen(handle, id);
                    List<Integer> todo = items.chunks(handle, id);
                    if (!todo.isEmpty()) {
                        store.resume(handle, id, reopened, next);
                    }
                    return todo;
                });
        underWay.resume(id);
        queue.add(id, chunks);
        return progress(id);
    }

    /// Reads a batch's results as they come.
    public BatchResults results(String id) {
        get(id);
        return new BatchResults(database, items, workbench, id);
    }

    private static String json(BatchOrder order) {
        try {
            return JSON.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records are always JSON", e);
        }
    }

    /// Withdraws what waits, and waits for the answers in flight: they are paid for.
    @Override
    public void close() {
        underWay.close();
        queue.close();
        finishing.close();
    }
}
