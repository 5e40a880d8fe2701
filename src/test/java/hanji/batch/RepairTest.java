package hanji.batch;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.llm.Tokens;
import hanji.qa.QaFinding;
import hanji.review.Act;
import hanji.review.Decision;
import hanji.review.HistoryEntry;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.review.Target;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.UnitKind;
import hanji.testing.Engine;
import hanji.testing.Mender;
import hanji.testing.ModelSettings;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import hanji.workbench.Only;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Drafts that the checks find serious, and the model that is told so, on both databases.
@ParameterizedClass
@EnumSource
@Timeout(60)
class RepairTest {

    private static final String DIGEST =
            """
            ### [Paper](https://example.org/1)

            - 정확도가 12% 올랐습니다.
            - 코드를 공개합니다.
            """;

    private static final Map<String, String> WRONG =
            Map.of(
                    "정확도가 12% 올랐습니다.", "Accuracy rose by 15%.",
                    "코드를 공개합니다.", "The code is released.");

    private static final String RIGHT = "Accuracy rose by 12%.";

    private final TestDatabase.Kind kind;
    private String mended = RIGHT;

    @AutoClose
    private final StubModelServer server =
            StubModelServer.start(
                    new Mender(text -> Objects.requireNonNull(WRONG.get(text), text), _ -> mended));

    @AutoClose private TestDatabase database;
    private Engine engine;

    RepairTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void engine() {
        server.tokens(Tokens::count);
        database = TestDatabase.of(kind);
        engine = engine(true);
    }

    private Engine engine(boolean repair) {
        Engine made =
                new Engine(
                        database.address(),
                        ModelSettings.openAi(server.baseUrl(), 8),
                        Batches.HEARTBEAT,
                        Budget.UNLIMITED,
                        repair,
                        null);
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

    private ReviewItem first() {
        return items().getFirst();
    }

    private List<HistoryEntry> history() {
        return engine.workbench.history(first().unit().id());
    }

    private static String text(ReviewItem item) {
        return Objects.requireNonNull(item.target()).text();
    }

    private static Provenance.Machine made(HistoryEntry entry) {
        return (Provenance.Machine) Objects.requireNonNull(entry.target()).provenance();
    }

    @Test
    void a_mended_text_stands_and_both_are_in_the_history_with_their_price()
            throws InterruptedException {
        BatchProgress progress = run(Only.MISSING, Budget.UNLIMITED);

        assertThat(text(first())).isEqualTo(RIGHT);
        assertThat(first().mark()).isEqualTo(Mark.DRAFT);
        assertThat(first().staleness()).isEqualTo(Staleness.FRESH);
        assertThat(first().serious()).isFalse();
        List<HistoryEntry> history = history();
        assertThat(history)
                .extracting(HistoryEntry::act)
                .containsExactly(Act.REPAIRED, Act.DRAFTED);
        assertThat(history)
                .extracting(HistoryEntry::target)
                .extracting(Target::text)
                .containsExactly(RIGHT, "Accuracy rose by 15%.");
        assertThat(made(history.get(0)).prompt()).startsWith("repair@");
        assertThat(made(history.get(1)).prompt()).startsWith("translate@");
        BigDecimal cost =
                Objects.requireNonNull(made(history.get(0)).cost())
                        .add(Objects.requireNonNull(made(history.get(1)).cost()));
        assertThat(progress.spent().calls()).isEqualTo(2);
        assertThat(progress.spent().cost()).isEqualByComparingTo(cost);
        assertThat(progress.counts()).isEqualTo(new BatchProgress.Counts(2, 2, 0, 0, 0));
    }

    @Test
    void only_what_is_wrong_goes_back_with_what_is_wrong() throws InterruptedException {
        run(Only.MISSING, Budget.UNLIMITED);

        assertThat(server.calls()).isEqualTo(2);
        var data = server.received().getLast().data();
        assertThat(data.path("task").asText()).isEqualTo("repair");
        assertThat(data.path("segments")).hasSize(1);
        assertThat(data.path("answers")).hasSize(1);
        assertThat(data.path("answers").path(0).path("id").asText()).isEqualTo("1");
        assertThat(data.path("answers").path(0).path("text").asText())
                .isEqualTo("Accuracy rose by 15%.");
        assertThat(data.path("answers").path(0).path("findings").path(0).asText())
                .contains("12", "15");
        assertThat(engine.workbench.history(items().getLast().unit().id())).hasSize(1);
    }

    @Test
    void a_model_that_never_mends_is_asked_once_more_and_the_first_text_stands()
            throws InterruptedException {
        mended = "Accuracy rose by 17%.";

        run(Only.MISSING, Budget.UNLIMITED);

        assertThat(server.calls()).isEqualTo(2);
        assertThat(text(first())).isEqualTo("Accuracy rose by 15%.");
        assertThat(history())
                .extracting(HistoryEntry::act)
                .containsExactly(Act.REPAIR_DROPPED, Act.REPAIRED, Act.DRAFTED);
        assertThat(history())
                .extracting(HistoryEntry::target)
                .extracting(Target::number)
                .containsExactly(1, 2, 1);
    }

    @Test
    void a_worse_text_does_not_take_the_place_of_the_first() throws InterruptedException {
        mended = "정확도가 12% 올랐습니다.";

        run(Only.MISSING, Budget.UNLIMITED);

        assertThat(text(first())).isEqualTo("Accuracy rose by 15%.");
        assertThat(first().target().report().findings())
                .extracting(QaFinding::check)
                .containsOnly("numbers");
    }

    @Test
    void a_repair_without_a_usable_answer_costs_one_call() throws InterruptedException {
        mended = "";

        run(Only.MISSING, Budget.UNLIMITED);

        assertThat(server.calls()).isEqualTo(2);
        assertThat(text(first())).isEqualTo("Accuracy rose by 15%.");
        assertThat(history()).hasSize(1);
    }

    @Test
    void the_same_again_costs_nothing() throws InterruptedException {
        run(Only.MISSING, Budget.UNLIMITED);

        BatchProgress again = run(Only.ALL, Budget.UNLIMITED);

        assertThat(again.spent().calls()).isZero();
        assertThat(again.counts().cached()).isEqualTo(2);
        assertThat(server.calls()).isEqualTo(2);
        assertThat(text(first())).isEqualTo(RIGHT);
    }

    @Test
    void what_was_drafted_without_repairs_is_mended_out_of_the_paid_answer()
            throws InterruptedException {
        engine.close();
        engine = engine(false);
        run(Only.MISSING, Budget.UNLIMITED);
        assertThat(server.calls()).isEqualTo(1);
        assertThat(text(first())).isEqualTo("Accuracy rose by 15%.");
        engine.close();
        engine = engine(true);

        run(Only.ALL, Budget.UNLIMITED);

        assertThat(server.calls()).isEqualTo(2);
        assertThat(text(first())).isEqualTo(RIGHT);
    }

    @Test
    void a_budget_that_has_no_room_for_it_leaves_the_first_text() throws InterruptedException {
        engine.close();
        engine = engine(false);
        BatchProgress.Spent draft = run(Only.MISSING, Budget.UNLIMITED).spent();
        engine.close();
        database.close();
        database = TestDatabase.of(kind);
        engine = engine(true);
        // a repair takes well over a thousand tokens
        long room = draft.tokensIn() + draft.tokensOut() + 300;

        BatchProgress progress = run(Only.MISSING, new Budget(null, room));

        assertThat(progress.batch().state()).isEqualTo(BatchState.DONE);
        assertThat(progress.spent().calls()).isEqualTo(1);
        assertThat(text(first())).isEqualTo("Accuracy rose by 15%.");
        assertThat(history()).hasSize(1);
    }

    @Test
    void a_redo_with_an_instruction_is_mended_too_and_the_wish_holds() {
        engine.workbench.redo(first().unit().id(), "more formal, please", null, Engine.CALLER);

        assertThat(text(first())).isEqualTo(RIGHT);
        assertThat(server.received())
                .hasSize(2)
                .allSatisfy(call ->
                        assertThat(call.texts().getFirst()).contains("more formal, please"));
        assertThat(made(history().getFirst()).instruction()).isEqualTo("more formal, please");
    }

    @Test
    void beside_a_text_that_a_person_stands_behind_the_mended_one_is_proposed() {
        ReviewItem item = engine.workbench.redo(first().unit().id(), null, null, Engine.CALLER);
        engine.workbench.decide(
                item.unit().id(),
                item.version(),
                new Decision.Amend("Accuracy went up by 12%.", true, null),
                Engine.CALLER);

        engine.workbench.redo(item.unit().id(), "shorter", null, Engine.CALLER);

        assertThat(text(first())).isEqualTo("Accuracy went up by 12%.");
        assertThat(first().mark()).isEqualTo(Mark.APPROVED);
        assertThat(Objects.requireNonNull(first().proposal()).text()).isEqualTo(RIGHT);

        mended = "Accuracy rose by 17%.";
        engine.workbench.redo(item.unit().id(), "longer", null, Engine.CALLER);

        assertThat(Objects.requireNonNull(first().proposal()).text())
                .isEqualTo("Accuracy rose by 15%.");
        assertThat(history().getFirst().act()).isEqualTo(Act.REPAIR_DROPPED);
    }
}
