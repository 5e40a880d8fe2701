package hanji.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.function.ThrowingSupplier;

/// What a piece of work takes of a processor: a watch would count what other programs do meanwhile.
public final class Effort {

    /// A piece of work gets this many times its limit before it is given up as one without an end.
    private static final int PATIENCE = 15;

    private Effort() {}

    /// Does it in a thread of its own.
    ///
    /// @param most time of a processor
    public static <T> T within(Duration most, ThrowingSupplier<T> work) {
        return assertTimeoutPreemptively(
                most.multipliedBy(PATIENCE),
                () -> {
                    T result = work.get();
                    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    assertThat(Duration.ofNanos(spent)).isLessThan(most);
                    return result;
                });
    }

    /// Does it in a thread of its own.
    ///
    /// @param most time of a processor
    public static void within(Duration most, Executable work) {
        within(
                most,
                () -> {
                    work.execute();
                    return most;
                });
    }
}
