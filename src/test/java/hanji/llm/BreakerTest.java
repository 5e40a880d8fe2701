package hanji.llm;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.llm.Breaker.Rest;
import hanji.testing.SettableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private final SettableClock clock = new SettableClock();
    private final Breaker breaker = new Breaker(clock);

    @Test
    void a_few_failures_are_borne_when_an_answer_comes_between() {
        failures(Breaker.FAILURES - 1);
        breaker.answered();
        failures(Breaker.FAILURES - 1);

        assertThat(breaker.start()).isNull();
    }

    @Test
    void after_failures_in_a_row_nobody_asks_for_a_while() {
        failures(Breaker.FAILURES);
        clock.forward(Duration.ofSeconds(5));

        assertThat(breaker.start()).isEqualTo(new Rest(Duration.ofSeconds(15), "no"));
    }

    @Test
    void then_one_call_tries_and_the_others_wait_for_what_it_finds() {
        failures(Breaker.FAILURES);
        clock.forward(Breaker.REST);

        assertThat(breaker.start()).isNull();
        assertThat(breaker.start()).isEqualTo(new Rest(Duration.ofSeconds(1), "no"));
        breaker.answered();
        assertThat(breaker.start()).isNull();
        assertThat(breaker.start()).isNull();
    }

    @Test
    void a_model_that_is_still_down_rests_again() {
        failures(Breaker.FAILURES);
        clock.forward(Breaker.REST);
        breaker.start();

        breaker.failed("still not");

        assertThat(breaker.start()).isEqualTo(new Rest(Breaker.REST, "still not"));
    }

    @Test
    void late_failures_do_not_prolong_a_rest() {
        failures(Breaker.FAILURES);
        clock.forward(Duration.ofSeconds(19));
        failures(3);

        assertThat(breaker.start()).isEqualTo(new Rest(Duration.ofSeconds(1), "no"));
    }

    @Test
    void when_the_trying_call_is_stopped_the_next_one_tries() {
        failures(Breaker.FAILURES);
        clock.forward(Breaker.REST);
        breaker.start();

        breaker.stopped();

        assertThat(breaker.start()).isNull();
    }

    private void failures(int number) {
        IntStream.range(0, number).forEach(_ -> breaker.failed("no"));
    }
}
