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
    private final AsyncCache<String, PaidAnswer> recent =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_TEXT)
                    .weigher((String key, PaidAnswer answer) ->
                            key.length() + answer.text().length())
                    .executor(EXECUTOR)
                    .buildAsync();

    CompletionCache(CompletionStore store) {
        this.store = store;
    }

    /// @param paidBefore whether this caller's answer cost nothing new
    record Lookup(Asking.Result result, boolean paidBefore) {}

    /// A failure to answer, on its way through a future: only answers stay in the cache.
    private static final class NoAnswer extends RuntimeException {

        private final transient Asking.Result.Useless result;

        NoAnswer(Asking.Result.Useless result) {
            super(result.reason(), null, false, false);
            this.result = result;
        }
    }

    /// @param fresh asks again although an answer is there, unless somebody is waiting for one
    ///   right now; the new answer takes its place
    Lookup get(CompletionKey key, boolean fresh, Supplier<Asking.Result> asking) {
        AtomicBoolean asked = new AtomicBoolean();
        CompletableFuture<PaidAnswer> answer =
                recent.asMap()
                        .compute(
                                key.hex(),
                                (_, known) ->
                                        known == null || (fresh && known.isDone())
                                                ? CompletableFuture.supplyAsync(
                                                        () -> load(key, fresh, asking, asked),
                                                        EXECUTOR)
                                                : known);
        try {
            return new Lookup(new Asking.Result.Useful(answer.join()), !asked.get());
        } catch (CompletionException e) {
            if (e.getCause() instanceof NoAnswer none) {
                return new Lookup(none.result, false);
            }
            throw e.getCause() instanceof Problem problem ? problem : e;
        }
    }

    private PaidAnswer load(
            CompletionKey key, boolean fresh, Supplier<Asking.Result> asking, AtomicBoolean asked) {
        Optional<PaidAnswer> kept = fresh ? Optional.empty() : store.find(key);
        if (kept.isPresent()) {
            return kept.get();
        }
        asked.set(true);
        return switch (asking.get()) {
            case Asking.Result.Useful useful -> {
                keep(key, useful.answer());
                yield useful.answer();
            }
            case Asking.Result.Useless useless -> throw new NoAnswer(useless);
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
