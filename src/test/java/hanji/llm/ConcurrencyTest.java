package hanji.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    private final Concurrency concurrency = new Concurrency(16);

    @Test
    void it_starts_at_the_most_and_stays_there_while_all_goes_well() {
        answers(100);

        assertThat(concurrency.limit()).isEqualTo(16);
    }

    @Test
    void a_burst_that_fails_together_halves_once() {
        int started = concurrency.round();

        assertThat(IntStream.range(0, 16).filter(_ -> concurrency.overloaded(started)).count())
                .isEqualTo(1);
        assertThat(concurrency.limit()).isEqualTo(8);
    }

    @Test
    void each_round_that_fails_halves_again_down_to_one() {
        assertThat(IntStream.range(0, 6).map(_ -> cut()).toArray())
                .containsExactly(8, 4, 2, 1, 1, 1);
    }

    @Test
    void it_grows_by_about_one_with_each_round_of_answers_up_to_the_most() {
        cut();
        cut();

        answers(5);
        assertThat(concurrency.limit()).isEqualTo(5);
        answers(6);
        assertThat(concurrency.limit()).isEqualTo(6);
        answers(1_000);
        assertThat(concurrency.limit()).isEqualTo(16);
    }

    @Test
    void failures_by_chance_do_not_hold_a_wide_window_down() {
        Concurrency wide = new Concurrency(64);
        Random random = new Random(1);
        int sum = 0;
        for (int call = 0; call < 10_000; call++) {
            if (random.nextInt(100) < 18) {
                wide.overloaded(wide.round());
            } else {
                wide.succeeded(wide.round());
            }
            sum += wide.limit();
        }

        assertThat(sum / 10_000).isBetween(48, 64);
    }

    @Test
    void a_server_that_refuses_most_gets_fewer_calls_soon() {
        Concurrency wide = new Concurrency(64);
        int calls = 0;
        for (; wide.limit() > 8; calls++) {
            if (calls % 4 == 0) {
                wide.succeeded(wide.round());
            } else {
                wide.overloaded(wide.round());
            }
        }

        assertThat(calls).isLessThan(64);
    }

    @Test
    void answers_to_calls_from_before_a_cut_do_not_count() {
        int before = concurrency.round();
        cut();

        IntStream.range(0, 100).forEach(_ -> concurrency.succeeded(before));

        assertThat(concurrency.limit()).isEqualTo(8);
    }

    private void answers(int number) {
        IntStream.range(0, number).forEach(_ -> concurrency.succeeded(concurrency.round()));
    }

    /// Nothing but failures until it is halved.
    private int cut() {
        while (!concurrency.overloaded(concurrency.round())) {}
        return concurrency.limit();
    }
}
