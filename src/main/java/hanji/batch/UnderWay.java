package hanji.batch;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// The batches that this process works on, and which of them nobody wants any more. What another
/// process decided is seen within half a second.
final class UnderWay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(UnderWay.class);

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Map<String, AtomicInteger> chunks = new ConcurrentHashMap<>();
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();
    private final Function<Collection<String>, Set<String>> over;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("hanji-batches").factory());
    private volatile boolean closing;

    /// @param over those of some batches that have ended
    UnderWay(Function<Collection<String>, Set<String>> over) {
        this.over = over;
        looking.scheduleWithFixedDelay(
                this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// A chunk of a batch that is being worked on.
    final class Entry implements AutoCloseable {

        private final String batch;

        private Entry(String batch) {
            this.batch = batch;
        }

        boolean wanted() {
            return !closing && !stopped.contains(batch);
        }

        /// Whether no other chunk is being worked on, so that nothing else comes soon.
        boolean alone() {
            AtomicInteger own = chunks.get(batch);
            return chunks.size() == 1 && own != null && own.get() == 1;
        }

        @Override
        public void close() {
            chunks.computeIfPresent(
                    batch, (_, count) -> count.decrementAndGet() == 0 ? null : count);
        }
    }

    Entry enter(String batch) {
        chunks.compute(
                batch,
                (_, count) -> {
                    AtomicInteger some = count == null ? new AtomicInteger() : count;
                    some.incrementAndGet();
                    return some;
                });
        return new Entry(batch);
    }

    void stop(String batch) {
        stopped.add(batch);
    }

    void resume(String batch) {
        stopped.remove(batch);
    }

    private void look() {
        try {
            stopped.retainAll(chunks.keySet());
            if (!chunks.isEmpty()) {
                stopped.addAll(over.apply(chunks.keySet()));
            }
        } catch (RuntimeException e) {
            LOG.debug("The database does not say which batches have ended", e);
        }
    }

    /// Whether the process ends.
    boolean closing() {
        return closing;
    }

    /// Nothing is wanted any more.
    @Override
    public void close() {
        closing = true;
        // without an interrupt: H2 closes its file under a thread that is interrupted
        looking.shutdown();
    }
}
