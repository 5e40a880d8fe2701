package hanji.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.draft.Asking.Result;
import hanji.llm.CompletionKey;
import hanji.llm.TokenUsage;
import hanji.segment.Problem;
import hanji.testing.SettableClock;
import hanji.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that were paid for are not paid again.
@ParameterizedClass
@EnumSource
@Timeout(20)
class CompletionCacheTest {

    private static final CompletionKey KEY = new CompletionKey("a".repeat(64));

    private final TestDatabase.Kind kind;

    private final AtomicInteger asked = new AtomicInteger();
    @AutoClose private TestDatabase database;
    private CompletionCache cache;

    CompletionCacheTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void cache() {
        database = TestDatabase.of(kind);
        cache = cacheOver();
    }

    private CompletionCache cacheOver() {
        return new CompletionCache(store());
    }

    private CompletionStore store() {
        return new CompletionStore(database.database());
    }

    /// Keeps the answer, as whoever asks a model does.
    private Supplier<Result> asking(String text) {
        return () -> {
            asked.incrementAndGet();
            store().keep(List.of(call(answer(text))));
            return new Result.Useful(answer(text));
        };
    }

    private static Call call(PaidAnswer answer) {
        return new Call(
                new SettableClock().instant(),
                "mini",
                "stub",
                KEY.hex(),
                null,
                "answered",
                answer.usage(),
                null,
                7,
                null,
                answer);
    }

    private static PaidAnswer answer(String text) {
        return new PaidAnswer(text, "stub", new TokenUsage(100, 10), 7, 2);
    }

    private static CompletionCache.Lookup paid(String text, boolean before) {
        return new CompletionCache.Lookup(new Result.Useful(answer(text)), before);
    }

    @Test
    void an_answer_is_paid_once_also_after_a_restart() {
        assertThat(cache.get(KEY, false, asking("one"))).isEqualTo(paid("one", false));
        assertThat(cache.get(KEY, false, asking("two"))).isEqualTo(paid("one", true));

        database.reopen();
        assertThat(cacheOver().get(KEY, false, asking("three"))).isEqualTo(paid("one", true));
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_fresh_answer_takes_the_place_of_the_kept_one() {
        cache.get(KEY, false, asking("one"));

        assertThat(cache.get(KEY, true, asking("two"))).isEqualTo(paid("two", false));

        assertThat(cache.get(KEY, false, asking("three"))).isEqualTo(paid("two", true));
        assertThat(cacheOver().get(KEY, false, asking("three"))).isEqualTo(paid("two", true));
    }

    @Test
    void a_failure_is_not_kept() {
        CompletionCache.Lookup failed =
                cache.get(KEY, false, () -> new Result.Useless("It is down."));

        assertThat(failed)
                .isEqualTo(new CompletionCache.Lookup(new Result.Useless("It is down."), false));
        assertThat(cache.get(KEY, false, asking("one"))).isEqualTo(paid("one", false));
    }

    @Test
    void a_fresh_failure_leaves_the_kept_answer() {
        cache.get(KEY, false, asking("one"));

        cache.get(KEY, true, () -> new Result.Useless("It is down."));

        assertThat(cache.get(KEY, false, asking("two"))).isEqualTo(paid("one", true));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void who_asks_meanwhile_waits_for_the_same_call(boolean fresh) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Result> answer = new CompletableFuture<>();
        Supplier<Result> slow =
                () -> {
                    asked.incrementAndGet();
                    begun.countDown();
                    return answer.join();
                };
        CompletableFuture<CompletionCache.Lookup> first =
                CompletableFuture.supplyAsync(
                        () -> cache.get(KEY, fresh, slow), Thread::startVirtualThread);
        begun.await();
        FutureTask<CompletionCache.Lookup> second =
                new FutureTask<>(() -> cache.get(KEY, fresh, asking("two")));
        Thread thread = Thread.ofPlatform().start(second);
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        answer.complete(new Result.Useful(answer("one")));

        assertThat(first.get()).isEqualTo(paid("one", false));
        assertThat(second.get()).isEqualTo(paid("one", true));
        assertThat(asked).hasValue(1);
    }

    @Test
    void what_keeps_the_first_from_asking_reaches_who_waits_for_her_and_nobody_later()
            throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Result> answer = new CompletableFuture<>();
        FutureTask<CompletionCache.Lookup> first =
                new FutureTask<>(() ->
                        cache.get(
                                KEY,
                                false,
                                () -> {
                                    begun.countDown();
                                    answer.join();
                                    throw Problem.conflict("The disk is full.");
                                }));
        Thread.ofVirtual().start(first);
        begun.await();
        FutureTask<CompletionCache.Lookup> second =
                new FutureTask<>(() -> cache.get(KEY, false, asking("two")));
        Thread thread = Thread.ofPlatform().start(second);
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        answer.complete(new Result.Useless("never seen"));

        for (FutureTask<CompletionCache.Lookup> one : List.of(first, second)) {
            assertThatThrownBy(one::get).cause().isInstanceOf(Problem.class);
        }
        assertThat(cache.get(KEY, false, asking("three"))).isEqualTo(paid("three", false));
    }

    @Test
    void texts_in_memory_are_bounded() {
        String large = "x".repeat(4 << 20);
        List<CompletionKey> keys =
                IntStream.range(0, 6)
                        .mapToObj(n -> new CompletionKey(String.valueOf(n).repeat(64)))
                        .toList();
        keys.forEach(key -> cache.get(key, false, asking(large)));
        database.database().<Integer>write(handle -> handle.execute("delete from completion"));

        await(() -> keys.stream().filter(this::known).count() <= 3);
        assertThat(keys).anyMatch(this::known);
    }

    private boolean known(CompletionKey key) {
        return cache.get(key, false, () -> new Result.Useless("not there")).paidBefore();
    }

    /// Evictions happen in the background.
    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
