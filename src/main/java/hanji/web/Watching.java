package hanji.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hanji.batch.BatchProgress;
import hanji.batch.Batches;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tells somebody how far a batch is, whenever that has changed, until it is over or she has gone.
/// However many watch a batch, its units are counted once for all of them.
@Singleton
final class Watching {

    /// Twice a second is as often as a person reads.
    private static final Duration LOOK = Duration.ofMillis(500);

    /// Proxies cut a line that is silent for a minute.
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Batches batches;
    private final Cache<String, BatchProgress> seen =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(LOOK).build();

    Watching(Batches batches) {
        this.batches = batches;
    }

    /// @param event of some progress
    /// @param alive said now and then while nothing changes
    <E> Multi<E> progress(String id, Function<BatchProgress, E> event, Supplier<E> alive) {
        return Multi.createFrom()
                .emitter(emitter -> {
                    // no interrupt: H2 closes its file under a thread that is interrupted
                    CountDownLatch gone = new CountDownLatch(1);
                    emitter.onTermination(gone::countDown);
                    Thread.startVirtualThread(
                            () -> watch(emitter, gone, () -> look(id), event, alive));
                });
    }

    private BatchProgress look(String id) {
        BatchProgress progress = seen.get(id, batches::progress);
        if (progress.batch().state().over()) {
            // it may be retried at any moment
            seen.invalidate(id);
        }
        return progress;
    }

    private static <E> void watch(
            MultiEmitter<? super E> emitter,
            CountDownLatch gone,
            Supplier<BatchProgress> look,
            Function<BatchProgress, E> event,
            Supplier<E> alive) {
        try {
            @Nullable Object told = null;
            Instant last = Instant.now();
            do {
                BatchProgress progress = look.get();
                boolean over = progress.batch().state().over();
                Object now = told(progress);
                if (!now.equals(told)) {
                    emitter.emit(event.apply(progress));
                    told = now;
                    last = Instant.now();
                } else if (last.plus(SILENCE).isBefore(Instant.now())) {
                    emitter.emit(alive.get());
                    last = Instant.now();
                }
                if (over) {
                    emitter.complete();
                    return;
                }
            } while (!gone.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            emitter.fail(e);
        }
    }

    /// What is news: the rate and the rest of the time move by themselves.
    private static Object told(BatchProgress progress) {
        record Told(Object batch, Object counts, Object spent) {}
        return new Told(progress.batch(), progress.counts(), progress.spent());
    }
}
