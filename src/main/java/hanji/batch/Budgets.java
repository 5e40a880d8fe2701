package hanji.batch;

import hanji.draft.Drafter;
import hanji.llm.Model;
import hanji.store.Database;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/// What may still be spent, of a batch's own budget and of the day's. A chunk that is being worked
/// on reserves before it spends, so that all processes together stay below.
final class Budgets {

    /// An amount of both kinds.
    record Amount(BigDecimal cost, long tokens) {

        static final Amount NOTHING = new Amount(BigDecimal.ZERO, 0);

        Amount plus(Amount other) {
            return new Amount(cost.add(other.cost), tokens + other.tokens);
        }

        Amount minus(Amount other) {
            return new Amount(cost.subtract(other.cost), tokens - other.tokens);
        }

        Amount times(int n) {
            return new Amount(cost.multiply(BigDecimal.valueOf(n)), tokens * n);
        }

        boolean covers(Amount other) {
            return cost.compareTo(other.cost) >= 0 && tokens >= other.tokens;
        }

        boolean within(Budget budget) {
            return (budget.maxCost() == null || cost.compareTo(budget.maxCost()) <= 0)
                    && (budget.maxTokens() == null || tokens <= budget.maxTokens());
        }
    }

    private final Database database;
    private final Drafter drafter;
    private final Budget daily;
    private final Clock clock;
    private final Map<String, Double> longest = new ConcurrentHashMap<>();

    Budgets(Database database, Drafter drafter, Budget daily, Clock clock) {
        this.database = database;
        this.drafter = drafter;
        this.daily = daily;
        this.clock = clock;
    }

    boolean concern(Batch batch) {
        return !batch.budget().unlimited() || !daily.unlimited();
    }

    /// Makes the reserve of a chunk so large; null when it is, else what is in the way.
    @Nullable Shortage reserve(Batch batch, int chunk, Amount wanted) {
        // what was spent is counted by the calls in the database
        drafter.flush();
        return database.write(handle -> {
            lock(handle);
            Amount own = reserved(handle, batch.id(), chunk);
            Amount others = reserved(handle, batch.id(), null).minus(own);
            Amount spent = spent(handle, "batch = :batch", batch.id());
            Budget budget = budget(handle, batch);
            if (!spent.plus(others).plus(wanted).within(budget)) {
                return new Shortage(budget, false, spent, moves(others));
            }
            if (!daily.unlimited()) {
                Amount all = reserved(handle, null, null).minus(own);
                Amount today = spent(handle, "at >= :today", batch.id());
                if (!today.plus(all).plus(wanted).within(daily)) {
                    return new Shortage(budget, true, today, moves(all));
                }
            }
            write(handle, batch.id(), chunk, wanted);
            return null;
        });
    }

    /// What is in the way of a reserve.
    ///
    /// @param budget of the batch, as it was then
    /// @param day whether it is the day's budget
    /// @param spent so far
    /// @param moving whether others hold reserves, of which some may come back
    record Shortage(Budget budget, boolean day, Amount spent, boolean moving) {}

    private static boolean moves(Amount others) {
        return others.tokens() > 0 || others.cost().signum() > 0;
    }

    /// Gives a chunk's reserve back.
    void release(Batch batch, int chunk) {
        drafter.flush();
        database.write(handle -> {
            delete(handle, batch.id(), chunk);
            return null;
        });
    }

    Budget daily() {
        return daily;
    }

    /// The longest answer of a model so far, as a multiple of what was expected of it; 0 when it
    /// has not answered yet.
    double longest(Model model) {
        return longest.getOrDefault(model.id(), 0.0);
    }

    void answered(Model model, double multiple) {
        longest.merge(model.id(), multiple, Math::max);
    }

    private static Budget budget(Handle handle, Batch batch) {
        return new BatchStore().find(handle, batch.id()).map(Batch::budget).orElse(batch.budget());
    }

    private static void lock(Handle handle) {
        handle.createQuery("select id from budget_lock for update").mapTo(Integer.class).one();
    }

    private static Amount reserved(Handle handle, @Nullable String batch, @Nullable Integer chunk) {
        return handle.createQuery(
                        "select coalesce(sum(cost), 0) as cost, coalesce(sum(tokens), 0) as tokens from batch_reserve"
                                + " where (:batch is null or batch = :batch) and (:chunk is null or chunk = :chunk)")
                .bindByType("batch", batch, String.class)
                .bindByType("chunk", chunk, Integer.class)
                .map((row, _) -> new Amount(row.getBigDecimal("cost"), row.getLong("tokens")))
                .one();
    }

    private Amount spent(Handle handle, String where, String batch) {
        OffsetDateTime today =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .atStartOfDay()
                        .atOffset(ZoneOffset.UTC);
        return handle.createQuery(
                        "select coalesce(sum(cost), 0) as cost, coalesce(sum(tokens_in + tokens_out), 0) as tokens"
                                + " from model_call where "
                                + where)
                .bind("batch", batch)
                .bind("today", today)
                .configure(SqlStatements.class, settings -> settings.setUnusedBindingAllowed(true))
                .map((row, _) ->
                        new Amount(
                                Objects.requireNonNull(row.getBigDecimal("cost")),
                                row.getLong("tokens")))
                .one();
    }

    private static void write(Handle handle, String batch, int chunk, Amount amount) {
        delete(handle, batch, chunk);
        handle.createUpdate(
                        "insert into batch_reserve (batch, chunk, cost, tokens) values (:batch, :chunk, :cost, :tokens)")
                .bind("batch", batch)
                .bind("chunk", chunk)
                .bind("cost", amount.cost())
                .bind("tokens", amount.tokens())
                .execute();
    }

    private static void delete(Handle handle, String batch, int chunk) {
        handle.createUpdate("delete from batch_reserve where batch = :batch and chunk = :chunk")
                .bind("batch", batch)
                .bind("chunk", chunk)
                .execute();
    }
}
