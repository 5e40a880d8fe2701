package hanji.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EffortTest {

    private static final Duration LITTLE = Duration.ofMillis(50);

    @Test
    void waiting_is_no_effort() {
        String done =
                Effort.within(
                        LITTLE,
                        () -> {
                            Thread.sleep(LITTLE.multipliedBy(2));
                            return "done";
                        });

        assertThat(done).isEqualTo("done");
    }

    @Test
    void work_is() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Effort.within(LITTLE, () -> busy(LITTLE.multipliedBy(2))))
                .withMessageContaining("to be less than");
    }

    private static void busy(Duration time) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + time.toNanos();
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }
}
