package hanji.llm;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.testing.EchoAnswers;
import hanji.testing.Fault;
import hanji.testing.ModelSettings;
import hanji.testing.SettableClock;
import hanji.testing.StubModelServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How a model is asked that throttles, fails or is down.
@Timeout(30)
class LiveModelTest {

    private static final int MOST = 16;

    private final SettableClock clock = new SettableClock();

    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());

    @AutoClose("shutdownNow")
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @Test
    void calls_in_flight_fall_when_the_server_throttles_and_come_back_when_it_does_not()
            throws InterruptedException {
        server.latency(Duration.ofMillis(10), 0.5);
        Models models = models(InstantSource.system());

        // how many a server really sees at one moment is up to the machine too, so not quite all
        assertThat(highest(models, 64)).as("at first").isBetween(MOST / 2 + 1, MOST);
        server.atMost(4);
        highest(models, 64);
        assertThat(highest(models, 64)).as("while 4 are too many").isLessThanOrEqualTo(MOST / 2);
        server.atMost(MOST);
        highest(models, 200);
        assertThat(highest(models, 64)).as("afterwards").isBetween(MOST / 2 + 1, MOST);
    }

    /// The most calls that the server saw at once while so many requests were asked until each had
    /// its answer.
    private int highest(Models models, int requests) throws InterruptedException {
        int seen = server.levels().size();
        List<Callable<Completion>> calls =
                IntStream.range(0, requests)
                        .<Callable<Completion>>mapToObj(_ -> () -> untilAnswered(models))
                        .toList();
        callers.invokeAll(calls);
        List<Integer> levels = server.levels();
        return levels.subList(seen, levels.size()).stream().mapToInt(i -> i).max().orElseThrow();
    }

    private static Completion untilAnswered(Models models) {
        Completion completion = ask(models);
        while (!(completion instanceof Completion.Answered)) {
            completion = ask(models);
        }
        return completion;
    }

    @Test
    void who_asks_while_the_server_wants_to_be_left_alone_waits_too() throws Exception {
        Models models = models(clock);
        server.script(Fault.Status.throttled("7"));
        assertThat(ask(models)).isInstanceOf(Completion.Throttled.class);

        Future<Completion> waiting = callers.submit(() -> ask(models));
        clock.forward(Duration.ofSeconds(6));
        Future<Completion> waitingToo = callers.submit(() -> ask(models));
        assertThat(server.calls()).isEqualTo(1);
        clock.forward(Duration.ofSeconds(1));

        assertThat(ask(models)).isInstanceOf(Completion.Answered.class);
        assertThat(waiting.get()).isInstanceOf(Completion.Answered.class);
        assertThat(waitingToo.get()).isInstanceOf(Completion.Answered.class);
    }

    @Test
    void a_server_that_says_when_it_is_back_is_left_alone_until_then() {
        server.script(new Fault.Status(503, "30", "x", "restarting"));

        assertThat(ask(models(clock)))
                .isEqualTo(
                        new Completion.Throttled(
                                Duration.ofSeconds(30),
                                host()
                                        + " failed for model \"mini\" (HTTP 503). It says: “restarting”"));
    }

    @Test
    void a_model_that_keeps_failing_rests_is_tried_once_and_asked_again() {
        Models models = models(clock);
        server.always(Fault.Status.of(500));
        IntStream.range(0, Breaker.FAILURES).forEach(_ -> ask(models));
        clock.forward(Duration.ofMillis(7_500));

        assertThat(ask(models))
                .isEqualTo(
                        new Completion.Resting(
                                Duration.ofMillis(12_500),
                                "Model \"mini\" keeps failing and is not asked for another 13 s. The last time: "
                                        + host()
                                        + " failed for model \"mini\" (HTTP 500). It says: “the stub was told to fail”"));
        assertThat(server.calls()).isEqualTo(Breaker.FAILURES);

        clock.forward(Breaker.REST);
        assertThat(ask(models)).isInstanceOf(Completion.Unavailable.class);
        assertThat(ask(models)).isInstanceOf(Completion.Resting.class);

        server.always(new Fault.None());
        clock.forward(Breaker.REST);
        assertThat(ask(models)).isInstanceOf(Completion.Answered.class);
        assertThat(ask(models)).isInstanceOf(Completion.Answered.class);
    }

    @Test
    void what_only_a_person_can_mend_rests_nothing() {
        Models models = models(clock);
        server.always(Fault.Status.of(400));
        IntStream.range(0, 10).forEach(_ -> ask(models));

        server.always(new Fault.None());

        assertThat(ask(models)).isInstanceOf(Completion.Answered.class);
    }

    @Test
    void so_many_requests_a_minute_and_no_more() throws Exception {
        Models models = models(clock, "mini.requests-per-minute", "60");
        BlockingQueue<Completion> answers = new LinkedBlockingQueue<>();
        ask(models);
        callers.execute(() -> answers.add(ask(models)));
        clock.forward(Duration.ofMillis(900));
        assertThat(server.calls()).isEqualTo(1);

        clock.forward(Duration.ofMillis(100));
        callers.execute(() -> answers.add(ask(models)));

        assertThat(answers.take()).isInstanceOf(Completion.Answered.class);
        assertThat(server.calls()).as("the third is a second later").isEqualTo(2);
    }

    @Test
    void what_a_person_waits_for_overtakes_what_runs_in_the_background() throws Exception {
        Models models = models(clock, "mini.max-concurrency", "1");
        server.script(new Fault.Hang());
        Thread first = asking(models, "first", Priority.BACKGROUND);
        Thread backfill = asking(models, "backfill", Priority.BACKGROUND);
        Thread redo = asking(models, "redo", Priority.INTERACTIVE);

        first.interrupt();
        redo.join();
        backfill.join();

        assertThat(server.received())
                .extracting(received -> received.texts().getLast())
                .containsExactly("first", "redo", "backfill");
    }

    /// Waits for the server or for its turn when this returns.
    private Thread asking(Models models, String text, Priority priority) {
        Thread thread =
                Thread.startVirtualThread(
                        () -> models.ask(models.model(null), Requests.of(text), priority));
        while ((thread.getState() != Thread.State.TIMED_WAITING
                        && thread.getState() != Thread.State.WAITING)
                || server.inFlight() == 0) {
            assertThat(Thread.interrupted()).as("timed out").isFalse();
            LockSupport.parkNanos(100_000);
        }
        return thread;
    }

    private static Completion ask(Models models) {
        return models.ask(models.model(null), Requests.translate());
    }

    private Models models(InstantSource time, String... more) {
        Stream<String> settings =
                Stream.of(
                        "mini.provider",
                        "openai",
                        "mini.base-url",
                        server.baseUrl(),
                        "mini.model",
                        "stub",
                        "mini.max-concurrency",
                        String.valueOf(MOST));
        String[] all = Stream.concat(settings, Arrays.stream(more)).toArray(String[]::new);
        return new Models(ModelSettings.of(all), new RecordedAnswers(Path.of("none")), time);
    }

    private String host() {
        return server.address().getAuthority();
    }
}
