package hanji.draft;

import hanji.llm.Priority;
import hanji.segment.Problem;
import hanji.store.GroupCommit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Writes every call down, and with it the answer that was paid for.
final class CallLog implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CallLog.class);

    /// With a journal the answers are safe already, and a commit of many is cheaper for each.
    private static final Duration JOURNALED = Duration.ofMillis(150);

    private static final Duration UNJOURNALED = Duration.ofMillis(5);

    private final @Nullable CallJournal journal;
    private final GroupCommit<Call> commits;

    /// @param folder of the journal; null where the database itself is quick to commit
    CallLog(CompletionStore store, @Nullable Path folder) {
        this.journal = folder == null ? null : CallJournal.start(folder, store::keepLeft);
        this.commits =
                new GroupCommit<>(
                        "hanji-calls", journal == null ? UNJOURNALED : JOURNALED, store::keep);
    }

    /// An answer that was paid for is used even if it cannot be kept. Whoever looks on sees it
    /// kept; a batch goes on as soon as it is safe.
    void add(Call call, Priority priority) {
        if (journal != null) {
            journal.add(call);
        }
        CompletableFuture<Void> kept =
                commits.add(call).whenComplete((_, failure) -> ended(failure));
        if (journal == null || priority == Priority.INTERACTIVE) {
            try {
                kept.join();
            } catch (CompletionException e) {
                LOG.debug("was told already", e);
            }
        }
    }

    private void ended(@Nullable Throwable failure) {
        if (failure == null && journal != null) {
            journal.kept();
        } else if (failure != null) {
            LOG.warnf(
                    "A call could not be written down: %s",
                    failure instanceof Problem problem ? problem.sentence() : failure.toString());
        }
    }

    void flush() {
        commits.flush();
    }

    @Override
    public void close() {
        commits.close();
        if (journal != null) {
            journal.close();
        }
    }
}
