package hanji.web;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.batch.Budget;
import hanji.draft.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DayBudgetTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private static final List<Usage> USAGE =
            List.of(
                    new Usage(TODAY, "a", 2, 0, 100, 20, new BigDecimal("0.30")),
                    new Usage(TODAY, "b", 1, 0, 10, 5, null),
                    new Usage(TODAY.minusDays(1), "a", 9, 0, 9_000, 900, BigDecimal.TEN));

    @Test
    void only_today_counts_and_all_models_together() {
        DayBudget.Spent spent = DayBudget.Spent.of(USAGE, TODAY, Budget.UNLIMITED);

        assertThat(spent.tokens()).isEqualTo(135);
        assertThat(spent.cost()).isEqualByComparingTo("0.30");
        assertThat(spent.all()).isFalse();
    }

    @Test
    void either_limit_ends_the_day() {
        assertThat(spent(null, 136L).all()).isFalse();
        assertThat(spent(null, 135L).all()).isTrue();
        assertThat(spent("0.31", null).all()).isFalse();
        assertThat(spent("0.3", 1_000L).all()).isTrue();
    }

    private static DayBudget.Spent spent(@Nullable String cost, @Nullable Long tokens) {
        return DayBudget.Spent.of(
                USAGE, TODAY, new Budget(cost == null ? null : new BigDecimal(cost), tokens));
    }
}
