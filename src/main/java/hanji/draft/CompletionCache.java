package hanji.draft;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hanji.llm.CompletionKey;
import hanji.segment.Problem;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Answers that were paid for once: Caffeine in front, the database behind it. Whoever asks for a
/// key while somebody else is waiting for it waits for the same call.
final class CompletionCache {

    private static final Logger LOG = Logger.getLogger(CompletionCache.class);

    /// In UTF-16 code units of answer text: 32 MiB of heap at two bytes each, some 5,000 entries'
    /// answers.
    private static final long MOST_TEXT = 16L << 20;

    private static final ExecutorService EXECUTOR = Executors.newVirtualThreadPerTaskExecutor();

    private final CompletionStore store;
    private final AsyncCache<String, Asking.Result> recent =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_TEXT)
                    .weigher((String key, Asking.Result result) -> key.length() + length(result))
                    .executor(EXECUTOR)
                    .buildAsync();

    CompletionCache(CompletionStore store) {
        this.store = store;
    }

    /// @param paidBefore whether this caller's answer cost nothing new
    record Lookup(Asking.Result result, boolean paidBefore) {}

    /// @param fresh asks again although an answer is there, unless somebody is waiting for one
    ///   right now; the new answer takes its place
    Lookup get(CompletionKey key, boolean fresh, Supplier<Asking.Result> asking) {
        AtomicBoolean asked = new AtomicBoolean();
        CompletableFuture<Asking.Result> answer =
                recent.asMap()
                        .compute(
                                key.hex(),
                                (_, known) ->
                                        known != null && serves(known, fresh)
                                                ? known
                                                : CompletableFuture.supplyAsync(
                                                        () -> load(key, fresh, asking, asked),
                                                        EXECUTOR));
        try {
            Asking.Result result = answer.join();
            return new Lookup(result, result instanceof Asking.Result.Useful && !asked.get());
        } catch (CompletionException e) {
            throw e.getCause() instanceof Problem problem ? problem : e;
        }
    }

    /// A failure is shared by those who wait for it, and by nobody later.
    private static boolean serves(CompletableFuture<Asking.Result> known, boolean fresh) {
        return switch (known.state()) {
            case RUNNING -> true;
            case SUCCESS -> !fresh && known.resultNow() instanceof Asking.Result.Useful;
            case FAILED, CANCELLED -> false;
        };
    }

    private Asking.Result load(
            CompletionKey key, boolean fresh, Supplier<Asking.Result> asking, AtomicBoolean asked) {
        Optional<PaidAnswer> kept = fresh ? Optional.empty() : store.find(key);
        if (kept.isPresent()) {
            return new Asking.Result.Useful(kept.get());
        }
        asked.set(true);
        Asking.Result result = asking.get();
        if (result instanceof Asking.Result.Useful useful) {
            keep(key, useful.answer());
        }
        return result;
    }

    private static int length(Asking.Result result) {
        return switch (result) {
            case Asking.Result.Useful useful -> useful.answer().text().length();
            case Asking.Result.Useless useless -> useless.reason().length();
        };
    }

    /// An answer that was paid for is used even if it cannot be kept.
    private void keep(CompletionKey key, PaidAnswer answer) {
        try {
            store.keep(key, answer);
        } catch (Problem e) {
            LOG.warnf("An answer was used but could not be kept: %s", e.sentence());
        }
    }
}
