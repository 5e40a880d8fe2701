package hanji.llm;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Interrupts the thread that made it, unless it is closed in time. For what waits without a
/// time-out of its own.
final class Deadline implements AutoCloseable {

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Thread waiting = Thread.currentThread();
    private final Future<?> end;
    private boolean passed;
    private boolean closed;

    Deadline(Duration timeout) {
        this.end = CLOCK.schedule(this::pass, timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("hanji-deadlines").factory());
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private synchronized void pass() {
        if (!closed) {
            passed = true;
            waiting.interrupt();
        }
    }

    synchronized boolean passed() {
        return passed;
    }

    /// Afterwards nobody is interrupted; a thread that was keeps no trace of it.
    @Override
    public synchronized void close() {
        closed = true;
        end.cancel(false);
        if (passed) {
            Thread.interrupted();
        }
    }
}
