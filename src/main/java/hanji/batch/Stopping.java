package hanji.batch;

import hanji.batch.BatchProgress.Counts;
import hanji.batch.Budgets.Shortage;
import hanji.store.Database;
import java.time.Clock;

/// Ends batches that cannot go on, and says why.
record Stopping(
        Database database, BatchStore store, Budgets budgets, UnderWay underWay, Clock clock) {

    /// Unless somebody has raised the budget meanwhile.
    void atBudget(Batch batch, Shortage shortage) {
        String sentence = sentence(batch, shortage);
        boolean stopped =
                database.write(handle ->
                        store.locked(handle, batch.id())
                                        .filter(now -> now.budget().equals(shortage.budget()))
                                        .isPresent()
                                && store.end(
                                        handle,
                                        batch.id(),
                                        BatchState.FAILED,
                                        sentence,
                                        clock.instant()));
        if (stopped) {
            underWay.stop(batch.id());
        }
    }

    void because(Batch batch, String problem) {
        database.write(handle ->
                store.end(handle, batch.id(), BatchState.FAILED, problem, clock.instant()));
        underWay.stop(batch.id());
    }

    private String sentence(Batch batch, Shortage shortage) {
        Budget budget = shortage.day() ? budgets.daily() : shortage.budget();
        Counts counts = database.read(handle -> store.counts(handle, batch.id()));
        return "%s is spent but for less than the next request may take: %s. %,d of %,d texts are there. Raise the budget to go on."
                .formatted(
                        shortage.day() ? "The budget of the day" : "The budget",
                        budget.maxCost() != null
                                ? "%s of %s went"
                                        .formatted(
                                                shortage.spent()
                                                        .cost()
                                                        .stripTrailingZeros()
                                                        .toPlainString(),
                                                budget.maxCost()
                                                        .stripTrailingZeros()
                                                        .toPlainString())
                                : "%,d of %,d tokens went"
                                        .formatted(shortage.spent().tokens(), budget.maxTokens()),
                        counts.done(),
                        counts.total());
    }
}
