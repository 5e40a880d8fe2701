package hanji.draft;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hanji.llm.CompletionKey;
import hanji.segment.Problem;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Answers that were paid for once: Caffeine in front, the database behind it. Whoever asks for a
/// key while somebody else is waiting for it waits for the same call.
final class CompletionCache {

    /// In UTF-16 code units of answer text: 32 MiB of heap at two bytes each, some 5,000 entries'
    /// answers.
    private static final long MOST_TEXT = 16L << 20;

    private final CompletionStore store;
    private final AsyncCache<String, Asking.Result> recent =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_TEXT)
                    .weigher((String key, Asking.Result result) -> key.length() + length(result))
                    .executor(Runnable::run)
                    .buildAsync();

    /// Keys whose answer is known not to be in the database: a batch has looked for all of its
    /// requests at once.
    private final Cache<String, Boolean> absent =
            Caffeine.newBuilder()
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .executor(Runnable::run)
                    .build();

    CompletionCache(CompletionStore store) {
        this.store = store;
    }

    /// Fetches answers that are there, all at once.
    void recall(Collection<String> keys) {
        List<String> unknown =
                keys.stream().filter(key -> !recent.asMap().containsKey(key)).toList();
        Map<String, PaidAnswer> found = store.find(unknown);
        for (String key : unknown) {
            PaidAnswer answer = found.get(key);
            if (answer == null) {
                absent.put(key, true);
            } else {
                recent.asMap()
                        .putIfAbsent(
                                key,
                                CompletableFuture.completedFuture(
                                        new Asking.Result.Useful(answer)));
            }
        }
    }

    /// Whether the answer is known without asking anybody.
    boolean holds(CompletionKey key) {
        CompletableFuture<Asking.Result> known = recent.asMap().get(key.hex());
        return (known != null && known.isDone() && serves(known, false))
                || store.find(key).isPresent();
    }

    /// @param paidBefore whether this caller asked nobody
    record Lookup(Asking.Result result, boolean paidBefore) {}

    /// @param fresh asks again although an answer is there, unless somebody is waiting for one
    ///   right now; the new answer takes its place
    Lookup get(CompletionKey key, boolean fresh, Supplier<Asking.Result> asking) {
        while (true) {
            Lookup lookup = once(key, fresh, asking);
            boolean others =
                    lookup.result() instanceof Asking.Result.Withdrawn && lookup.paidBefore();
            if (!others) {
                return lookup;
            }
            // somebody else took back what both wanted
        }
    }

    private Lookup once(CompletionKey key, boolean fresh, Supplier<Asking.Result> asking) {
        CompletableFuture<Asking.Result> own = new CompletableFuture<>();
        CompletableFuture<Asking.Result> answer =
                recent.asMap()
                        .compute(
                                key.hex(),
                                (_, known) -> known != null && serves(known, fresh) ? known : own);
        if (answer == own) {
            return load(key, fresh, asking, own);
        }
        try {
            return new Lookup(answer.join(), true);
        } catch (CompletionException e) {
            throw e.getCause() instanceof Problem problem ? problem : e;
        }
    }

    /// @param answer told to those who wait for it
    private Lookup load(
            CompletionKey key,
            boolean fresh,
            Supplier<Asking.Result> asking,
            CompletableFuture<Asking.Result> answer) {
        try {
            boolean sought = absent.asMap().remove(key.hex()) != null;
            Optional<PaidAnswer> kept = fresh || sought ? Optional.empty() : store.find(key);
            Asking.Result result =
                    kept.<Asking.Result>map(Asking.Result.Useful::new).orElseGet(asking);
            answer.complete(result);
            return new Lookup(result, kept.isPresent());
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
            throw e;
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

    private static int length(Asking.Result result) {
        return switch (result) {
            case Asking.Result.Useful useful -> useful.answer().text().length();
            case Asking.Result.Useless useless -> useless.reason().length();
            case Asking.Result.Withdrawn _ -> 0;
        };
    }
}
