package hanji.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.review.Decision;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.testing.Bench;
import hanji.testing.EchoAnswers;
import hanji.testing.Fault;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Whole digests in the background.
@ParameterizedClass
@EnumSource
@Timeout(30)
class RunsTest {

    /// Twenty entries of two bullets; the model cannot answer for the third.
    private static final String DIGEST =
            IntStream.rangeClosed(1, 20)
                    .mapToObj(n ->
                            "### [Paper %d](https://example.org/%d)\n- 하나 %d\n- 둘 %d\n"
                                    .formatted(n, n, n, n))
                    .collect(Collectors.joining("\n"));

    private final TestDatabase.Kind kind;

    private CountDownLatch gate = new CountDownLatch(0);
    private String unable = "Paper 3";

    @AutoClose
    private final StubModelServer server =
            StubModelServer.start(data -> {
                await(gate);
                return data.path("title").asText().equals(unable)
                        ? "I cannot do that."
                        : new EchoAnswers().apply(data);
            });

    @AutoClose private TestDatabase database;
    private Bench bench;

    RunsTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void digest() {
        database = TestDatabase.of(kind);
        bench = new Bench(database.database(), Bench.asking(server));
        bench.add("d.md", DIGEST);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Run start() {
        return bench.runs.start("d", Language.EN, false, null);
    }

    private void untilAsked() {
        while (server.inFlight() == 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void entries_that_fail_are_counted_and_the_rest_is_kept() {
        Run run = bench.finished(start());

        assertThat(run)
                .isEqualTo(
                        new Run(
                                run.id(),
                                "d",
                                Language.EN,
                                Run.State.DONE,
                                40,
                                38,
                                2,
                                "The answer of mini is not JSON.",
                                bench.clock.instant()));
        assertThat(bench.translations("d", Language.EN))
                .filteredOn(item -> item.mark() == Mark.FAILED)
                .extracting(ReviewItem::reason)
                .containsExactly(
                        "The answer of mini is not JSON.", "The answer of mini is not JSON.");
        assertThat(server.calls()).isEqualTo(19 + 3);
    }

    @Test
    void the_next_run_asks_for_what_failed_alone() {
        bench.finished(start());
        unable = "";

        Run second = bench.finished(start());

        assertThat(second.total()).isEqualTo(2);
        assertThat(second.done()).isEqualTo(2);
        assertThat(server.calls()).isEqualTo(22 + 1);
        assertThat(start().state()).isEqualTo(Run.State.DONE);
        assertThat(start().total()).isZero();
    }

    @Test
    void a_rejected_unit_is_not_drafted_again() {
        unable = "";
        bench.finished(start());
        bench.decide(bench.translations("d", Language.EN).getFirst(), new Decision.Reject("dull"));

        assertThat(start().total()).isZero();
        assertThat(bench.translations("d", Language.EN).getFirst().mark()).isEqualTo(Mark.REJECTED);
    }

    @Test
    void a_run_under_way_is_not_started_twice() {
        gate = new CountDownLatch(1);
        Run first = start();
        untilAsked();

        assertThat(start().id()).isEqualTo(first.id());
        assertThat(bench.runs.start("d", Language.JA, false, null).id()).isNotEqualTo(first.id());

        gate.countDown();
        bench.finished(first);
        bench.runs.recent().forEach(bench::finished);
        assertThat(server.calls()).isEqualTo(2 * 22);
    }

    @Test
    void cancelling_keeps_what_is_in_flight_and_asks_no_more() {
        unable = "";
        gate = new CountDownLatch(1);
        Run run = start();
        untilAsked();

        assertThat(bench.runs.cancel(run.id()).state()).isEqualTo(Run.State.CANCELLED);
        gate.countDown();
        Run next = bench.finished(start());

        assertThat(next.id()).isNotEqualTo(run.id());
        assertThat(bench.runs.run(run.id()).state()).isEqualTo(Run.State.CANCELLED);
        assertThat(server.calls()).isEqualTo(20);
        assertThat(bench.translations("d", Language.EN))
                .extracting(ReviewItem::mark)
                .containsOnly(Mark.DRAFT);
    }

    @Test
    void a_model_that_is_down_fails_every_unit_with_its_reason() {
        server.always(Fault.Status.of(503));

        Run run = bench.finished(start());

        assertThat(run.failed()).isEqualTo(40);
        assertThat(run.problem()).contains("mini");
    }

    @Test
    void what_is_unknown_starts_nothing() {
        assertThatThrownBy(() -> bench.runs.start("d", Language.EN, false, "maxi"))
                .isInstanceOf(Problem.class)
                .hasMessage("Unknown model \"maxi\": use one of mini, recorded.");
        assertThatThrownBy(() -> bench.runs.start("none", Language.EN, false, null))
                .isInstanceOf(Problem.class)
                .hasMessage("There is no digest \"none\": import it first.");
        assertThatThrownBy(() -> bench.runs.run("7"))
                .isInstanceOf(Problem.class)
                .hasMessage("There is no run \"7\".");
        assertThat(bench.runs.recent()).isEmpty();
    }

    @Test
    void finished_runs_are_forgotten_after_a_hundred() {
        bench.add("small.md", "### A\n- 하나\n");
        bench.translate("small", Language.EN);

        IntStream.range(0, 105).forEach(_ -> bench.runs.start("small", Language.EN, false, null));

        assertThat(bench.runs.recent()).hasSize(101);
    }
}
