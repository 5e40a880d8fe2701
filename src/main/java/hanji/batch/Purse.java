package hanji.batch;

import hanji.batch.Budgets.Amount;
import hanji.batch.Budgets.Shortage;
import hanji.draft.Permit;
import hanji.llm.Model;
import hanji.llm.TokenUsage;
import java.math.BigDecimal;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one chunk may spend. Before a call it sets aside the most that the call may take; a call
/// that would pass a budget does not go out.
///
/// The most is four times what is expected of the answer, until the model has answered once; then
/// twice the longest answer seen, compared with what was expected of it; never more than where the
/// answer is cut. A budget can only be passed by an answer longer than that, and by its surplus.
final class Purse {

    /// Calls that are reserved for at once: each look at the budget waits for the database.
    private static final int PORTION = 8;

    private static final double MARGIN = 2;

    private static final double UNKNOWN = 4;

    private final Budgets budgets;
    private final Batch batch;
    private final int chunk;
    private final Model model;
    private Amount free = Amount.NOTHING;
    private Amount inFlight = Amount.NOTHING;
    private @Nullable Shortage shortage;
    private boolean waiting;

    Purse(Budgets budgets, Batch batch, int chunk, Model model) {
        this.budgets = budgets;
        this.batch = batch;
        this.chunk = chunk;
        this.model = model;
    }

    /// For one item.
    ///
    /// @param wanted whether the item is still wanted
    Permit permit(BooleanSupplier wanted) {
        boolean limited = budgets.concern(batch);
        return new Permit() {

            private Amount aside = Amount.NOTHING;
            private int expected = 1;

            @Override
            public boolean granted(Supplier<Price> price) {
                if (!wanted.getAsBoolean()) {
                    return false;
                }
                if (!limited) {
                    return true;
                }
                Price all = price.get();
                expected = Math.max(1, all.out());
                aside = take(all);
                return !aside.equals(Amount.NOTHING);
            }

            @Override
            public void used(TokenUsage usage) {
                if (limited) {
                    settle(aside, usage, expected);
                }
            }
        };
    }

    private synchronized Amount take(Permit.Price price) {
        if (shortage != null) {
            return Amount.NOTHING;
        }
        Amount need = most(price);
        if (!free.covers(need) && !reserve(need.times(PORTION)) && !reserve(need)) {
            return Amount.NOTHING;
        }
        free = free.minus(need);
        inFlight = inFlight.plus(need);
        return need;
    }

    private boolean reserve(Amount more) {
        shortage = budgets.reserve(batch, chunk, inFlight.plus(more));
        waiting = inFlight.tokens() > 0;
        if (shortage == null) {
            free = more;
            return true;
        }
        return false;
    }

    private Amount most(Permit.Price price) {
        double longest = budgets.longest(model);
        double factor = longest == 0 ? UNKNOWN : MARGIN * Math.max(1, longest);
        double likely = factor * price.out();
        return amount(new TokenUsage(price.in(), (int) Math.min(price.most(), Math.ceil(likely))));
    }

    private synchronized void settle(Amount aside, TokenUsage usage, int expected) {
        inFlight = inFlight.minus(aside);
        free = free.plus(aside).minus(amount(usage));
        if (usage.out() > 0) {
            budgets.answered(model, usage.out() / (double) expected);
        }
    }

    private Amount amount(TokenUsage usage) {
        BigDecimal cost = model.cost(usage);
        return new Amount(cost == null ? BigDecimal.ZERO : cost, (long) usage.in() + usage.out());
    }

    /// Why a call did not go out; null when every one did.
    synchronized @Nullable Shortage shortage() {
        return shortage;
    }

    /// Whether calls of its own were in flight when one did not go out: part of what is set aside
    /// for them comes back.
    synchronized boolean waiting() {
        return waiting;
    }

    /// Gives back what was not spent.
    void close() {
        if (budgets.concern(batch)) {
            budgets.release(batch, chunk);
        }
    }
}
