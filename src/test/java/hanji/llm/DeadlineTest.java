package hanji.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeadlineTest {

    private static final Duration SOON = Duration.ofMillis(20);

    @Test
    void who_waits_longer_is_interrupted_and_keeps_no_trace_of_it() {
        try (Deadline deadline = new Deadline(SOON)) {
            assertThatThrownBy(() -> Thread.sleep(Duration.ofMinutes(1)))
                    .isInstanceOf(InterruptedException.class);
            assertThat(deadline.passed()).isTrue();
            Thread.currentThread().interrupt();
        }
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void who_is_done_in_time_is_left_alone() throws InterruptedException {
        Deadline deadline = new Deadline(SOON);
        deadline.close();
        Thread.sleep(SOON.multipliedBy(3));

        assertThat(deadline.passed()).isFalse();
    }

    @Test
    void what_others_interrupt_stays_interrupted() {
        try (Deadline deadline = new Deadline(Duration.ofMinutes(1))) {
            Thread.currentThread().interrupt();
            assertThat(deadline.passed()).isFalse();
        }
        assertThat(Thread.interrupted()).isTrue();
    }
}
