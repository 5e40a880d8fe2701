package hanji.batch;

import hanji.batch.ItemStore.Finished;
import hanji.batch.UnitResult.How;
import hanji.review.Arrival;
import hanji.review.Judged;
import hanji.review.Target;
import hanji.review.Unit;
import hanji.segment.Provenance;
import hanji.store.Database;
import hanji.store.GroupCommit;
import hanji.workbench.Judging;
import hanji.workbench.Workbench;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Keeps what items brought: drafts and the item that they are for in one transaction, and many
/// items in it. An item that is finished already, because two processes worked on it, changes
/// nothing any more.
final class Finishing implements AutoCloseable {

    /// Pages see a draft that much later when many come.
    private static final Duration LINGER = Duration.ofMillis(150);

    /// What an item brought.
    ///
    /// @param reused units that need nothing any more
    /// @param judged what a judge said of its drafts
    record Brought(
            Item item, List<Arrival> arrivals, List<UnitResult> reused, List<Judged> judged) {}

    private final Database database;
    private final Workbench workbench;
    private final Judging judging;
    private final ItemStore items;
    private final BatchStore batches;
    private final Clock clock;
    private final GroupCommit<Brought> commits =
            new GroupCommit<>("hanji-drafts", LINGER, this::write);

    Finishing(
            Database database,
            Workbench workbench,
            Judging judging,
            ItemStore items,
            BatchStore batches,
            Clock clock) {
        this.database = database;
        this.workbench = workbench;
        this.judging = judging;
        this.items = items;
        this.batches = batches;
        this.clock = clock;
    }

    /// @return completed when it is kept, or with what prevented it
    CompletableFuture<Void> add(Brought brought) {
        return commits.add(brought);
    }

    /// Has nothing wait for more to be written with.
    void hurry() {
        commits.flush();
    }

    /// All are written as if they were open. To look first would cost as much as to finish them,
    /// and only where a slow process was taken for dead has another one finished some.
    private void write(List<Brought> all) {
        // everybody writes in the same order
        List<Brought> sorted =
                all.stream()
                        .sorted(
                                Comparator.comparing((Brought one) -> one.item().batch())
                                        .thenComparing(one -> one.item().number()))
                        .toList();
        if (!database.write(handle -> written(handle, sorted))
                && !database.write(handle -> written(handle, stillOpen(handle, sorted)))) {
            throw new IllegalStateException("an item is in the group twice");
        }
    }

    private List<Brought> stillOpen(Handle handle, List<Brought> all) {
        List<Boolean> open = items.lock(handle, all.stream().map(Brought::item).toList());
        return IntStream.range(0, all.size()).filter(open::get).mapToObj(all::get).toList();
    }

    /// @return false, and nothing is written, when not all items are open
    private boolean written(Handle handle, List<Brought> all) {
        List<@Nullable Integer> numbers =
                workbench.keep(
                        handle, all.stream().flatMap(one -> one.arrivals().stream()).toList());
        judging.keep(handle, all.stream().flatMap(one -> one.judged().stream()).toList());
        List<Finished> finished = new ArrayList<>();
        int next = 0;
        for (Brought one : all) {
            int end = next + one.arrivals().size();
            finished.add(finished(one, numbers.subList(next, end)));
            next = end;
        }
        if (items.finish(handle, finished, clock.instant()) < finished.size()) {
            handle.rollback();
            return false;
        }
        all.stream()
                .collect(
                        Collectors.groupingBy(
                                one -> one.item().batch(), TreeMap::new, Collectors.counting()))
                .forEach((batch, count) ->
                        batches.finished(handle, batch, count.intValue(), clock.instant()));
        return true;
    }

    private static Finished finished(Brought brought, List<@Nullable Integer> numbers) {
        List<UnitResult> results = new ArrayList<>(brought.reused());
        String reason = null;
        for (int i = 0; i < numbers.size(); i++) {
            switch (brought.arrivals().get(i)) {
                case Arrival.Draft draft ->
                        results.add(result(draft.unit(), paidBefore(draft.text()), numbers.get(i)));
                case Arrival.Remembered known ->
                        results.add(
                                new UnitResult(
                                        known.unit().id(), How.REUSED, numbers.get(i), null));
                case Arrival.Repaired both -> {
                    boolean paid = paidBefore(both.first()) && paidBefore(both.second());
                    results.add(result(both.unit(), paid, numbers.get(i)));
                }
                case Arrival.Failure failure -> {
                    reason = failure.reason();
                    results.add(new UnitResult(failure.unit().id(), How.FAILED, null, reason));
                }
            }
        }
        return new Finished(brought.item(), results, reason);
    }

    private static UnitResult result(Unit unit, boolean paidBefore, @Nullable Integer number) {
        return new UnitResult(unit.id(), paidBefore ? How.CACHED : How.DRAFTED, number, null);
    }

    private static boolean paidBefore(Target text) {
        return text.provenance() instanceof Provenance.Machine machine && machine.cached();
    }

    @Override
    public void close() {
        commits.close();
    }
}
