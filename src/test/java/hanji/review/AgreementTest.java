package hanji.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Kappa against tables whose value is known.
class AgreementTest {

    private static final Offset<Double> EXACT = within(0.0001);

    /// The tables that introductions use: two readers of fifty grant proposals, and the two that
    /// show how the same share of agreement is worth more or less.
    @ParameterizedTest
    @CsvSource({
        "20,  5, 10, 15, 0.7, 0.4",
        "45, 15, 25, 15, 0.6, 0.1304",
        "25, 35,  5, 35, 0.6, 0.2593",
    })
    void kappa_of_the_textbook(
            long both, long flagged, long changed, long neither, double observed, double kappa) {
        Agreement agreement = new Agreement(both, flagged, changed, neither);

        assertThat(agreement.observed()).hasValueCloseTo(observed, EXACT);
        assertThat(agreement.kappa()).hasValueCloseTo(kappa, EXACT);
    }

    @Test
    void full_agreement_is_one_and_full_disagreement_below_zero() {
        assertThat(new Agreement(3, 0, 0, 7).kappa()).hasValueCloseTo(1.0, EXACT);
        assertThat(new Agreement(0, 5, 5, 0).kappa()).hasValueCloseTo(-1.0, EXACT);
    }

    @Test
    void where_chance_explains_all_there_is_no_kappa() {
        assertThat(new Agreement(0, 0, 0, 9).kappa()).isEmpty();
        assertThat(new Agreement(0, 0, 0, 9).observed()).hasValueCloseTo(1.0, EXACT);
        assertThat(new Agreement(9, 0, 0, 0).kappa()).isEmpty();
    }

    @Test
    void nothing_decided_says_nothing() {
        assertThat(Agreement.NONE.observed()).isEmpty();
        assertThat(Agreement.NONE.kappa()).isEmpty();
    }

    @Test
    void each_text_is_counted_in_one_place() {
        Agreement all =
                Agreement.NONE
                        .and(true, true)
                        .and(true, false)
                        .and(false, true)
                        .and(false, false)
                        .plus(new Agreement(1, 2, 3, 4));

        assertThat(all).isEqualTo(new Agreement(2, 3, 4, 5));
        assertThat(all.texts()).isEqualTo(14);
    }
}
