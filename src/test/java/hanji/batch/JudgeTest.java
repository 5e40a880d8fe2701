package hanji.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hanji.llm.ModelsConfig;
import hanji.llm.Tokens;
import hanji.qa.MqmCategory;
import hanji.qa.QaFinding;
import hanji.qa.Severity;
import hanji.review.Decision;
import hanji.review.Judgement;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Span;
import hanji.segment.UnitKind;
import hanji.testing.Engine;
import hanji.testing.Mender;
import hanji.testing.ModelSettings;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import hanji.workbench.Judging;
import hanji.workbench.Only;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A model that judges what another one drafted, on both databases.
@ParameterizedClass
@EnumSource
@Timeout(60)
class JudgeTest {

    private static final String DIGEST =
            """
            ### [Paper](https://example.org/1)

            - 코드를 곧 공개합니다.
            - 학습이 빠릅니다.
            """;

    private static final String ERROR =
            """
            [{"quote":"%s","category":"accuracy/mistranslation","severity":"%s","why":"It says soon."}]
            """;

    private final TestDatabase.Kind kind;
    private String errors = ERROR.formatted("released", "major");

    @AutoClose
    private final StubModelServer server =
            StubModelServer.start(
                    new Mender(
                            text ->
                                    text.startsWith("코드")
                                            ? "The code is released."
                                            : "Training is fast.",
                            text -> text,
                            text -> text.startsWith("The code") ? errors : "[]"));

    @AutoClose private TestDatabase database;
    private Engine engine;

    JudgeTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void engine() {
        server.tokens(Tokens::count);
        database = TestDatabase.of(kind);
        engine = engine("judge");
    }

    private ModelsConfig models() {
        return ModelSettings.of(
                "mini.provider", "openai",
                "mini.base-url", server.baseUrl(),
                "mini.model", "stub",
                "mini.price-in", "2",
                "mini.price-out", "8",
                "judge.provider", "openai",
                "judge.base-url", server.baseUrl(),
                "judge.model", "stern",
                "default", "mini");
    }

    private Engine engine(@Nullable String judge) {
        Engine made =
                new Engine(
                        database.address(),
                        models(),
                        Batches.HEARTBEAT,
                        Budget.UNLIMITED,
                        true,
                        judge);
        made.workbench.importDigest("d.md", DIGEST.getBytes(StandardCharsets.UTF_8), "d");
        made.batches.start();
        return made;
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private BatchProgress run(Only only, Budget budget) throws InterruptedException {
        BatchOrder order = Engine.order(List.of("d"), List.of(Language.EN), only, budget);
        return engine.finished(engine.batches.create(order, null, Engine.CALLER).batch().id());
    }

    private List<ReviewItem> items() {
        return engine.workbench.items(engine.workbench.digest("d"), Language.EN).stream()
                .filter(item -> item.unit().id().kind() == UnitKind.TRANSLATION)
                .toList();
    }

    private Judgement judgement() {
        return Objects.requireNonNull(items().getFirst().judgement());
    }

    @Test
    void what_a_batch_drafts_is_judged_with_it() throws InterruptedException {
        BatchProgress progress = run(Only.MISSING, Budget.UNLIMITED);

        assertThat(progress.spent().calls()).isEqualTo(2);
        assertThat(judgement().model()).isEqualTo("judge");
        assertThat(judgement().report().findings())
                .containsExactly(
                        new QaFinding(
                                "judge",
                                MqmCategory.MISTRANSLATION,
                                Severity.MAJOR,
                                null,
                                new Span(12, 20),
                                "It says soon."));
        // three words, one major error
        assertThat(judgement().score()).isCloseTo(166.7, within(0.1));
        assertThat(Objects.requireNonNull(items().getLast().judgement()).score()).isZero();
        assertThat(items().getFirst().risk()).isGreaterThan(items().getLast().risk());
        assertThat(engine.workbench.item(items().getFirst().unit().id()).judgement())
                .isEqualTo(judgement());
    }

    @Test
    void a_quotation_that_stands_nowhere_is_no_error() throws InterruptedException {
        errors = ERROR.formatted("published", "critical");

        run(Only.MISSING, Budget.UNLIMITED);

        assertThat(judgement().report().findings()).isEmpty();
    }

    @Test
    void an_omission_is_shown_in_the_source() throws InterruptedException {
        errors = ERROR.formatted("곧", "minor").replace("mistranslation", "omission");

        run(Only.MISSING, Budget.UNLIMITED);

        assertThat(judgement().report().findings())
                .singleElement()
                .extracting(QaFinding::source)
                .isEqualTo(new Span(4, 5));
    }

    @Test
    void an_answer_that_cannot_be_read_judges_nothing_and_is_not_asked_for_again()
            throws InterruptedException {
        errors = ERROR.formatted("released", "dreadful");

        BatchProgress progress = run(Only.MISSING, Budget.UNLIMITED);

        assertThat(progress.batch().state()).isEqualTo(BatchState.DONE);
        assertThat(progress.counts().done()).isEqualTo(2);
        assertThat(server.calls()).isEqualTo(2);
        assertThat(items()).extracting(ReviewItem::judgement).containsOnlyNulls();
    }

    @Test
    void an_edited_text_is_not_judged_any_more_and_undone_it_is_again()
            throws InterruptedException {
        run(Only.MISSING, Budget.UNLIMITED);
        ReviewItem item = items().getFirst();

        engine.workbench.decide(
                item.unit().id(),
                item.version(),
                new Decision.Amend("The code will be released soon.", false, null),
                Engine.CALLER);
        assertThat(items().getFirst().judgement()).isNull();

        engine.workbench.decide(
                item.unit().id(), item.version() + 1, new Decision.Undo(), Engine.CALLER);
        assertThat(judgement().serious()).isTrue();
    }

    @Test
    void another_source_leaves_a_text_unjudged() throws InterruptedException {
        run(Only.MISSING, Budget.UNLIMITED);

        engine.workbench.importDigest(
                "d.md", DIGEST.replace("곧", "이미").getBytes(StandardCharsets.UTF_8), "d");

        assertThat(items().getFirst().judgement()).isNull();
    }

    @Test
    void the_same_again_costs_nothing() throws InterruptedException {
        run(Only.MISSING, Budget.UNLIMITED);

        assertThat(run(Only.ALL, Budget.UNLIMITED).spent().calls()).isZero();
        assertThat(server.calls()).isEqualTo(2);
        assertThat(judgement().serious()).isTrue();
    }

    @Test
    void a_budget_without_room_for_it_leaves_drafts_unjudged() throws InterruptedException {
        engine.close();
        engine = engine(null);
        BatchProgress.Spent draft = run(Only.MISSING, Budget.UNLIMITED).spent();
        engine.close();
        database.close();
        database = TestDatabase.of(kind);
        engine = engine("judge");
        long room = draft.tokensIn() + draft.tokensOut() + 300;

        BatchProgress progress = run(Only.MISSING, new Budget(null, room));

        assertThat(progress.batch().state()).isEqualTo(BatchState.DONE);
        assertThat(progress.spent().calls()).isEqualTo(1);
        assertThat(items()).extracting(ReviewItem::judgement).containsOnlyNulls();
    }

    @Test
    void a_budget_in_money_needs_a_judge_with_prices() {
        assertThatThrownBy(() -> run(Only.MISSING, new Budget(BigDecimal.ONE, null)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("model judge has no prices");
    }

    @Test
    void what_stands_unjudged_is_judged_when_somebody_asks() throws InterruptedException {
        engine.close();
        engine = engine(null);
        run(Only.MISSING, Budget.UNLIMITED);
        assertThatThrownBy(() -> engine.judging.judge("d", Language.EN))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
        engine.close();
        engine = engine("judge");

        assertThat(engine.judging.judge("d", Language.EN))
                .isEqualTo(new Judging.Result("judge", 2, 0, 0));
        assertThat(engine.judging.judge("d", Language.EN))
                .isEqualTo(new Judging.Result("judge", 0, 2, 0));
        assertThat(server.calls()).isEqualTo(2);
        assertThat(judgement().serious()).isTrue();
    }
}
