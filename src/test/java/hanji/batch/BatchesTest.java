package hanji.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.account.Editor;
import hanji.account.Rights;
import hanji.batch.BatchProgress.Counts;
import hanji.batch.BatchProgress.Failures;
import hanji.llm.Tokens;
import hanji.review.Decision;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitKind;
import hanji.testing.EchoAnswers;
import hanji.testing.Engine;
import hanji.testing.Fault;
import hanji.testing.ModelSettings;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import hanji.workbench.Only;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Batches against a stub, on both databases.
@ParameterizedClass
@EnumSource
@Timeout(60)
class BatchesTest {

    /// Twenty entries of two bullets; the model cannot answer for the third.
    private static final String DIGEST =
            IntStream.rangeClosed(1, 20)
                    .mapToObj(n ->
                            "### [Paper %d](https://example.org/%d)\n- 하나 %d\n- 둘 %d\n"
                                    .formatted(n, n, n, n))
                    .collect(Collectors.joining("\n"));

    private static final List<Language> ENGLISH = List.of(Language.EN);

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
    private Engine engine;

    BatchesTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void engine() {
        database = TestDatabase.of(kind);
        engine = engine(8, Budget.UNLIMITED);
        server.tokens(Tokens::count);
    }

    private Engine engine(int inFlight, Budget daily) {
        Engine made =
                new Engine(
                        database.address(),
                        ModelSettings.openAi(server.baseUrl(), inFlight),
                        Batches.HEARTBEAT,
                        daily);
        made.workbench.importDigest("d.md", DIGEST.getBytes(StandardCharsets.UTF_8), "d");
        made.batches.start();
        return made;
    }

    @AfterEach
    void close() {
        gate.countDown();
        engine.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BatchOrder order(Only only, @Nullable Budget budget) {
        return Engine.order(List.of("d"), ENGLISH, only, budget);
    }

    private String create(BatchOrder order) {
        return engine.batches.create(order, null, Engine.CALLER).batch().id();
    }

    private BatchProgress drafted(BatchOrder order) throws InterruptedException {
        return engine.finished(create(order));
    }

    private void untilAsked() {
        while (server.inFlight() == 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private List<ReviewItem> translations() {
        return engine.workbench.items(engine.workbench.digest("d"), Language.EN).stream()
                .filter(item -> item.unit().id().kind() == UnitKind.TRANSLATION)
                .toList();
    }

    private List<BatchResults.Line> results(String id) {
        BatchResults results = engine.batches.results(id);
        List<BatchResults.Line> all = new ArrayList<>();
        for (List<BatchResults.Line> lines = results.next();
                !lines.isEmpty();
                lines = results.next()) {
            all.addAll(lines);
        }
        return all;
    }

    /// Money of a language is spent and saved by who may draft in it.
    @Test
    void who_may_not_draft_in_all_its_languages_neither_retries_nor_cancels() throws Exception {
        String id =
                engine.batches.create(order(Only.MISSING, null), null, Engine.CALLER).batch().id();
        Editor japanese = new Editor("juri", Rights.of("editor:ja"), null);

        for (ThrowingCallable act :
                List.<ThrowingCallable>of(
                        () -> engine.batches.cancel(id, japanese),
                        () -> engine.batches.retry(id, null, japanese))) {
            assertThatThrownBy(act).hasMessageContaining("juri may not do that in ");
        }
    }

    @Test
    void entries_that_fail_are_counted_and_the_rest_is_kept() throws Exception {
        BatchProgress progress = drafted(order(Only.MISSING, null));

        assertThat(progress.batch().state()).isEqualTo(BatchState.DONE);
        assertThat(progress.counts()).isEqualTo(new Counts(40, 38, 0, 0, 2));
        assertThat(progress.failures())
                .containsExactly(new Failures("The answer of mini is not JSON.", 2));
        assertThat(progress.spent().calls()).isEqualTo(19 + 5);
        assertThat(translations())
                .filteredOn(item -> item.mark() == Mark.FAILED)
                .extracting(ReviewItem::reason)
                .containsExactly(
                        "The answer of mini is not JSON.", "The answer of mini is not JSON.");
    }

    @Test
    void a_retry_touches_what_failed_alone() throws Exception {
        BatchProgress first = drafted(order(Only.MISSING, null));
        unable = "";

        engine.batches.retry(first.batch().id(), null, Engine.CALLER);
        BatchProgress second = engine.finished(first.batch().id());

        assertThat(second.counts()).isEqualTo(new Counts(40, 40, 0, 0, 0));
        assertThat(server.calls()).isEqualTo(24 + 1);
        assertThat(translations()).extracting(ReviewItem::mark).containsOnly(Mark.DRAFT);
        assertThat(translations()).extracting(ReviewItem::version).contains(2).containsOnly(1, 2);
        assertThat(engine.batches.retry(first.batch().id(), null, Engine.CALLER).batch().state())
                .as("nothing failed")
                .isEqualTo(BatchState.DONE);
    }

    @Test
    void the_same_again_asks_nobody() throws Exception {
        unable = "";
        drafted(order(Only.MISSING, null));
        BatchProgress missing = drafted(order(Only.MISSING, null));
        BatchProgress stale = drafted(order(Only.STALE, null));
        BatchProgress all = drafted(order(Only.ALL, null));

        assertThat(missing.counts()).isEqualTo(new Counts(40, 40, 40, 0, 0));
        assertThat(stale.counts()).isEqualTo(new Counts(40, 40, 40, 0, 0));
        assertThat(all.counts()).isEqualTo(new Counts(40, 40, 0, 40, 0));
        assertThat(server.calls()).isEqualTo(20);
        assertThat(results(missing.batch().id()))
                .hasSize(40)
                .allSatisfy(line -> {
                    assertThat(line.how()).isEqualTo("reused");
                    assertThat(Objects.requireNonNull(line.target()).text()).startsWith("[en] ");
                });
    }

    @Test
    void a_rejected_unit_is_drafted_only_with_all() throws Exception {
        unable = "";
        drafted(order(Only.MISSING, null));
        ReviewItem first = translations().getFirst();
        engine.workbench.decide(
                first.unit().id(), first.version(), new Decision.Reject("dull"), Engine.CALLER);

        assertThat(drafted(order(Only.MISSING, null)).counts().total()).isEqualTo(39);
        assertThat(translations().getFirst().mark()).isEqualTo(Mark.REJECTED);
        assertThat(drafted(order(Only.ALL, null)).counts().total()).isEqualTo(40);
        assertThat(translations().getFirst().mark()).isEqualTo(Mark.DRAFT);
    }

    @Test
    void what_a_person_approved_gets_a_proposal_at_most() throws Exception {
        unable = "";
        drafted(order(Only.MISSING, null));
        ReviewItem first = translations().getFirst();
        engine.workbench.decide(
                first.unit().id(),
                first.version(),
                new Decision.Amend("Mine", true, "as I like it"),
                Engine.CALLER);

        drafted(order(Only.ALL, null));

        ReviewItem now = translations().getFirst();
        assertThat(Objects.requireNonNull(now.target()).text()).isEqualTo("Mine");
        assertThat(Objects.requireNonNull(now.proposal()).text()).startsWith("[en] ");
    }

    @Test
    void results_tell_every_unit_once() throws Exception {
        BatchProgress progress = drafted(order(Only.MISSING, null));

        List<BatchResults.Line> lines = results(progress.batch().id());

        assertThat(lines).extracting(BatchResults.Line::unit).doesNotHaveDuplicates().hasSize(40);
        assertThat(lines)
                .filteredOn(line -> line.how().equals("failed"))
                .extracting(BatchResults.Line::reason)
                .containsExactly(
                        "The answer of mini is not JSON.", "The answer of mini is not JSON.");
        assertThat(lines)
                .filteredOn(line -> line.how().equals("drafted"))
                .hasSize(38)
                .allSatisfy(line ->
                        assertThat(Objects.requireNonNull(line.target()).text())
                                .isEqualTo(
                                        "[en] " + Objects.requireNonNull(line.target()).source()));
    }

    @Test
    void one_key_is_one_batch_however_often_and_fast_it_is_sent() throws Exception {
        unable = "";
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Batches.Created>> three = List.of(this::keyed, this::keyed, this::keyed);
            Set<String> ids = new HashSet<>();
            int news = 0;
            for (Future<Batches.Created> created : threads.invokeAll(three)) {
                ids.add(created.get().batch().id());
                news += created.get().known() ? 0 : 1;
            }
            assertThat(ids).hasSize(1);
            assertThat(news).isEqualTo(1);
            engine.finished(ids.iterator().next());
        }
        assertThat(server.calls()).isEqualTo(20);
        assertThat(engine.batches.page(0, 10)).hasSize(1);
        assertThatThrownBy(() -> engine.batches.create(order(Only.ALL, null), "key", Engine.CALLER))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("asked for something else");
    }

    private Batches.Created keyed() {
        return engine.batches.create(order(Only.MISSING, null), "key", Engine.CALLER);
    }

    @Test
    void cancelling_keeps_what_is_in_flight_and_asks_no_more() throws Exception {
        unable = "";
        gate = new CountDownLatch(1);
        String id = create(order(Only.MISSING, null));
        untilAsked();

        assertThat(engine.batches.cancel(id, Engine.CALLER).batch().state())
                .isEqualTo(BatchState.CANCELLED);
        gate.countDown();
        BatchProgress next = drafted(order(Only.MISSING, null));

        assertThat(server.calls()).as("each request once").isEqualTo(20);
        assertThat(next.counts().done()).isEqualTo(40);
        assertThat(engine.batches.get(id).state()).isEqualTo(BatchState.CANCELLED);
        assertThatThrownBy(() -> engine.batches.retry(id, null, Engine.CALLER))
                .hasMessageContaining("was cancelled");
    }

    @Test
    void a_model_that_is_down_fails_everything_with_its_reason() throws Exception {
        server.always(Fault.Status.of(401));

        BatchProgress progress = drafted(order(Only.MISSING, null));

        assertThat(progress.batch().state()).isEqualTo(BatchState.FAILED);
        assertThat(progress.counts().failed()).isEqualTo(40);
        assertThat(progress.failures())
                .hasSize(1)
                .first()
                .extracting(Failures::units)
                .isEqualTo(40);
    }

    @Test
    void a_dry_run_tells_about_what_it_takes() throws Exception {
        unable = "";
        Batches.DryRun dry = engine.batches.dryRun(order(Only.MISSING, null));
        assertThat(engine.batches.page(0, 10)).isEmpty();
        assertThat(server.calls()).isZero();

        BatchProgress progress = drafted(order(Only.MISSING, null));

        long used = progress.spent().tokensIn() + progress.spent().tokensOut();
        long told = dry.estimate().tokensIn() + dry.estimate().tokensOut();
        assertThat(dry.units()).isEqualTo(40);
        assertThat(dry.estimate().calls()).isEqualTo(20);
        assertThat(told).isBetween(used * 9 / 10, used * 11 / 10);
        assertThat(engine.batches.dryRun(order(Only.ALL, null)).estimate().calls())
                .as("all of it is paid")
                .isZero();
    }

    @Test
    void a_budget_stops_the_batch_before_it_is_passed_and_lets_it_go_on_when_raised()
            throws Exception {
        unable = "";
        BigDecimal price =
                Objects.requireNonNull(
                        engine.batches.dryRun(order(Only.MISSING, null)).estimate().cost());
        BigDecimal half = price.divide(BigDecimal.TWO);

        BatchProgress stopped = drafted(order(Only.MISSING, new Budget(half, null)));

        assertThat(stopped.batch().state()).isEqualTo(BatchState.FAILED);
        assertThat(stopped.batch().problem())
                .startsWith("The budget is spent but for less than the next request may take: ")
                .endsWith(" of 40 texts are there. Raise the budget to go on.");
        assertThat(stopped.spent().cost()).isLessThanOrEqualTo(half);
        assertThat(stopped.counts().failed()).isZero();

        engine.batches.retry(
                stopped.batch().id(),
                new Budget(price.multiply(BigDecimal.TEN), null),
                Engine.CALLER);
        BatchProgress done = engine.finished(stopped.batch().id());

        assertThat(done.batch().state()).isEqualTo(BatchState.DONE);
        assertThat(done.counts()).isEqualTo(new Counts(40, 40, 0, 0, 0));
        assertThat(server.calls()).isEqualTo(20);
    }

    @Test
    void bad_answers_count_against_a_budget_too() throws Exception {
        unable = "Paper 1";
        BatchProgress whole = drafted(order(Only.MISSING, null));
        long tokens = whole.spent().tokensIn() + whole.spent().tokensOut();
        engine.workbench.importDigest(
                "e.md", DIGEST.replace("하나", "셋").getBytes(StandardCharsets.UTF_8), "e");

        BatchProgress stopped =
                drafted(
                        Engine.order(
                                List.of("e"), ENGLISH, Only.MISSING, new Budget(null, tokens / 2)));

        assertThat(stopped.spent().tokensIn() + stopped.spent().tokensOut())
                .isLessThanOrEqualTo(tokens / 2);
        assertThat(stopped.batch().problem()).contains(" tokens went. ");
    }

    @Test
    void the_day_has_a_budget_of_its_own() throws Exception {
        unable = "";
        engine.close();
        engine = engine(8, new Budget(null, 20_000L));

        BatchProgress stopped = drafted(order(Only.MISSING, null));

        assertThat(stopped.batch().state()).isEqualTo(BatchState.FAILED);
        assertThat(stopped.batch().problem()).startsWith("The budget of the day is spent ");
        assertThat(stopped.spent().tokensIn() + stopped.spent().tokensOut())
                .isLessThanOrEqualTo(20_000);
    }

    @Test
    void an_entry_too_large_for_one_answer_is_asked_for_in_parts_and_joined() throws Exception {
        unable = "";
        String bullets =
                IntStream.rangeClosed(1, 60)
                        .mapToObj(n -> "- " + n + ". " + "확산 모델을 대규모로 학습합니다. ".repeat(20) + "\n")
                        .collect(Collectors.joining());
        engine.workbench.importDigest(
                "large.md", ("### Large\n" + bullets).getBytes(StandardCharsets.UTF_8), "large");

        BatchProgress progress =
                drafted(Engine.order(List.of("large"), ENGLISH, Only.MISSING, null));

        assertThat(progress.counts()).isEqualTo(new Counts(60, 60, 0, 0, 0));
        assertThat(server.calls()).isBetween(2, 10);
        assertThat(results(progress.batch().id()))
                .hasSize(60)
                .allSatisfy(line ->
                        assertThat(Objects.requireNonNull(line.target()).text())
                                .isEqualTo("[en] " + line.target().source()));
    }

    @Test
    void what_is_unknown_creates_nothing_and_names_its_field() {
        assertThatThrownBy(
                        () -> create(Engine.order(List.of("d", "none"), ENGLISH, Only.ALL, null)))
                .hasMessage("digests[1]: There is no digest \"none\": import it first.");
        assertThatThrownBy(() ->
                        create(
                                new BatchOrder(
                                        List.of("d"),
                                        List.of(new BatchOrder.Task.Translate(ENGLISH)),
                                        "maxi",
                                        Only.ALL,
                                        Budget.UNLIMITED)))
                .hasMessage("model: Unknown model \"maxi\": use one of mini, recorded.");
        assertThatThrownBy(() -> create(order(Only.ALL, new Budget(BigDecimal.valueOf(-1), null))))
                .hasMessage("budget.maxCost: it is negative, use 0 or more.");
        assertThatThrownBy(() -> create(order(Only.ALL, new Budget(null, -1L))))
                .hasMessage("budget.maxTokens: it is negative, use 0 or more.");
        assertThatThrownBy(() -> engine.batches.progress("7"))
                .hasMessage("There is no batch \"7\".");
        assertThat(engine.batches.page(0, 10)).isEmpty();
    }

    @Test
    void what_left_its_digest_meanwhile_is_passed_over() throws Exception {
        unable = "";
        engine.close();
        engine = engine(1, Budget.UNLIMITED);
        gate = new CountDownLatch(1);
        String id = create(order(Only.MISSING, null));
        untilAsked();
        engine.workbench.importDigest(
                "d.md",
                DIGEST.replaceFirst("(?s)### \\[Paper 20\\].*", "")
                        .getBytes(StandardCharsets.UTF_8),
                "d");
        gate.countDown();

        BatchProgress progress = engine.finished(id);

        assertThat(progress.batch().state()).isEqualTo(BatchState.DONE);
        assertThat(translations())
                .hasSize(38)
                .extracting(ReviewItem::mark)
                .containsOnly(Mark.DRAFT);
    }
}
