package hanji.draft;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import hanji.draft.DraftRequest.Piece;
import hanji.draft.DraftRequest.Translate;
import hanji.llm.ChatGateway;
import hanji.llm.Model;
import hanji.llm.Models;
import hanji.llm.RecordedAnswers;
import hanji.segment.Language;
import hanji.testing.Bench;
import hanji.testing.EchoAnswers;
import hanji.testing.Fault;
import hanji.testing.FaultMix;
import hanji.testing.ModelSettings;
import hanji.testing.SettableClock;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Hundreds of requests to a server on which a quarter of all calls goes wrong.
@Timeout(120)
class FaultyServerTest {

    private static final int REQUESTS = 500;
    private static final Duration LATENCY = Duration.ofMillis(4);

    /// As patient as [Patience#USUAL], on a server that is fifty times faster.
    private static final Patience FAST =
            new Patience(
                    Patience.USUAL.answers(),
                    Patience.USUAL.failures(),
                    Patience.USUAL.pause().dividedBy(50),
                    Patience.USUAL.longest().dividedBy(50),
                    Patience.USUAL.deadline());

    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());
    @AutoClose private final TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2);

    @AutoClose("shutdownNow")
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @Test
    void every_request_is_drafted_and_no_whole_answer_asked_for_again()
            throws InterruptedException {
        server.latency(LATENCY, 0.5)
                .always(
                        new FaultMix(3)
                                .with(10, Fault.Status.of(429))
                                .with(5, Fault.Status.of(500))
                                .with(3, new Fault.Disconnect())
                                .with(3, new Fault.Content(Fault.Change.TEXT))
                                .with(3, new Fault.Content(Fault.Change.TOO_FEW_IDS))
                                .with(2, new Fault.Delay(LATENCY.multipliedBy(29))));
        Drafter drafter =
                new Drafter(
                        Bench.PROMPTS,
                        gateway(),
                        database.database(),
                        new SettableClock(),
                        FAST,
                        null);
        Model model = gateway().model(null);

        List<Callable<DraftResult>> asked =
                IntStream.range(0, REQUESTS)
                        .<Callable<DraftResult>>mapToObj(number ->
                                () ->
                                        drafter.draft(
                                                request(number),
                                                model,
                                                Asker.batch("b", Permit.FREE)))
                        .toList();
        List<Future<DraftResult>> results = callers.invokeAll(asked);

        assertThat(results.stream().map(Future::resultNow).map(FaultyServerTest::texts))
                .containsExactlyElementsOf(
                        IntStream.range(0, REQUESTS)
                                .mapToObj(number -> Map.of("1", "[en] 문장 " + number))
                                .toList());
        assertThat(
                        server.deliveredWhole().values().stream()
                                .collect(groupingBy(n -> n, counting())))
                .isEqualTo(Map.of(1, (long) REQUESTS));
        assertThat(server.calls()).isGreaterThan(REQUESTS * 12 / 10);
    }

    private static Map<String, String> texts(DraftResult result) {
        return switch (result) {
            case DraftResult.Drafted drafted -> drafted.texts();
            case DraftResult.NotDrafted none -> Map.of("reason", none.reason());
            case DraftResult.Withdrawn _ -> Map.of("reason", "withdrawn");
        };
    }

    private static Translate request(int number) {
        return new Translate(
                "Title", Language.EN, List.of(new Piece("1", "문장 " + number)), List.of(), null);
    }

    private ChatGateway gateway() {
        return new Models(
                ModelSettings.of(
                        "mini.provider",
                        "openai",
                        "mini.base-url",
                        server.baseUrl(),
                        "mini.model",
                        "stub",
                        "mini.max-concurrency",
                        "32"),
                new RecordedAnswers(Path.of("none")));
    }
}
