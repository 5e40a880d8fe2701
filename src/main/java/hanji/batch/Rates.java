package hanji.batch;

import hanji.batch.BatchProgress.Counts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// How far batches are, and how fast.
record Rates(BatchStore store, Clock clock) {

    /// The rate is that of this time.
    private static final Duration OF_LATE = Duration.ofSeconds(30);

    BatchProgress progress(Handle handle, Batch batch) {
        Counts counts = store.counts(handle, batch.id());
        Double perMinute = null;
        Long secondsLeft = null;
        if (batch.state() == BatchState.RUNNING && batch.startedAt() != null) {
            Instant now = clock.instant();
            Instant since = now.minus(OF_LATE);
            Instant from = since.isAfter(batch.startedAt()) ? since : batch.startedAt();
            double seconds = Math.max(1, Duration.between(from, now).toMillis() / 1000.0);
            int units = store.since(handle, batch.id(), from);
            perMinute = units * 60 / seconds;
            secondsLeft = units == 0 ? null : Math.round(counts.open() * seconds / units);
        }
        return new BatchProgress(
                batch,
                store.scope(handle, batch.id()),
                counts,
                store.spent(handle, batch.id()),
                perMinute,
                secondsLeft,
                store.failures(handle, batch.id()));
    }
}
