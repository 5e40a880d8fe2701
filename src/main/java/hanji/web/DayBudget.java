package hanji.web;

import hanji.batch.Budget;
import hanji.draft.Asker;
import hanji.draft.Drafter;
import hanji.draft.Permit;
import hanji.draft.Usage;
import hanji.llm.Priority;
import hanji.llm.TokenUsage;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// Holds programs of others to the day's budget, as batches are: they translate without anybody
/// looking on. What was answered before costs nothing and is given all the same.
@Singleton
final class DayBudget {

    private final Drafter drafter;
    private final Budget budget;
    private final Clock clock;

    DayBudget(Drafter drafter, ServerConfig config, Clock clock) {
        this.drafter = drafter;
        this.budget = config.daily();
        this.clock = clock;
    }

    /// What was spent today, of what.
    record Spent(BigDecimal cost, long tokens, Budget budget) {

        static Spent of(List<Usage> usage, LocalDate day, Budget budget) {
            List<Usage> today = usage.stream().filter(one -> one.day().equals(day)).toList();
            return new Spent(
                    today.stream()
                            .map(Usage::cost)
                            .filter(Objects::nonNull)
                            .reduce(BigDecimal.ZERO, BigDecimal::add),
                    today.stream().mapToLong(one -> one.tokensIn() + one.tokensOut()).sum(),
                    budget);
        }

        boolean all() {
            return budget.maxTokens() != null && tokens >= budget.maxTokens()
                    || budget.maxCost() != null && cost.compareTo(budget.maxCost()) >= 0;
        }
    }

    Spent today() {
        drafter.flush();
        return Spent.of(
                drafter.usage(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), budget);
    }

    /// Somebody whose program waits.
    Asker asker() {
        return new Asker(Priority.INTERACTIVE, false, null, null, permit());
    }

    private Permit permit() {
        return budget.unlimited()
                ? Permit.FREE
                : new Permit() {
                    @Override
                    public boolean granted(Supplier<Price> price) {
                        return !today().all();
                    }

                    @Override
                    public void used(TokenUsage usage) {}
                };
    }
}
