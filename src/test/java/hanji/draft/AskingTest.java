package hanji.draft;

import static hanji.draft.ScriptedGateway.MODEL;
import static hanji.draft.ScriptedGateway.answered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import hanji.draft.DraftRequest.Piece;
import hanji.draft.DraftRequest.Translate;
import hanji.draft.DraftResult.Drafted;
import hanji.draft.DraftResult.NotDrafted;
import hanji.llm.Caller;
import hanji.llm.Completion;
import hanji.llm.Priority;
import hanji.llm.TokenUsage;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.testing.Bench;
import hanji.testing.SettableClock;
import hanji.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What comes of each way in which a model can answer, and what is written down of it.
@ParameterizedClass
@EnumSource
class AskingTest {

    private static final Translate REQUEST =
            new Translate("Title", Language.EN, List.of(new Piece("1", "하나")), List.of(), null);

    private static final Completion GOOD =
            answered("{\"translations\":[{\"id\":\"1\",\"text\":\"one\"}]}");

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final TestDatabase.Kind kind;

    private final ScriptedGateway gateway = new ScriptedGateway();
    @AutoClose private TestDatabase database;
    private Drafter drafter;

    AskingTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void drafter() {
        database = TestDatabase.of(kind);
        drafter = newDrafter();
    }

    private Drafter newDrafter() {
        return new Drafter(
                Bench.PROMPTS,
                gateway,
                database.database(),
                new SettableClock(),
                Bench.IMPATIENT,
                null);
    }

    private DraftResult draft() {
        return drafter.draft(REQUEST, MODEL, Asker.PERSON);
    }

    private List<String> calls() {
        return database.database()
                .read(handle ->
                        handle.createQuery("select * from model_call order by id")
                                .map((row, _) ->
                                        Stream.of(
                                                        row.getString("outcome"),
                                                        row.getString("tokens_in"),
                                                        row.getString("tokens_out"),
                                                        row.getBigDecimal("cost")
                                                                .stripTrailingZeros()
                                                                .toPlainString(),
                                                        String.valueOf(row.getString("problem")))
                                                .reduce((a, b) -> a + " " + b)
                                                .orElseThrow())
                                .list());
    }

    @Test
    void an_answer_is_drafted_with_its_provenance() {
        gateway.then(GOOD);

        assertThat(draft())
                .asInstanceOf(type(Drafted.class))
                .returns(Map.of("1", "one"), Drafted::texts)
                .extracting(Drafted::provenance)
                .returns("mini", Provenance.Machine::model)
                .returns("stub-2026", Provenance.Machine::modelName)
                .returns(Bench.PROMPTS.template("translate").label(), Provenance.Machine::prompt)
                .returns(100, Provenance.Machine::tokensIn)
                .returns(10, Provenance.Machine::tokensOut)
                .returns(new BigDecimal("0.000300"), Provenance.Machine::cost)
                .returns(1, Provenance.Machine::attempts)
                .returns(1, Provenance.Machine::units)
                .returns(false, Provenance.Machine::cached);
        assertThat(calls()).containsExactly("answered 100 10 0.0003 null");
    }

    @Test
    void what_a_model_does_wrong_is_asked_again_and_each_call_written_down() {
        gateway.then(answered("Sure!"), new Completion.Cut("{", new TokenUsage(100, 5)), GOOD);

        assertThat(draft())
                .asInstanceOf(type(Drafted.class))
                .extracting(Drafted::provenance)
                .returns(3, Provenance.Machine::attempts)
                .returns(300, Provenance.Machine::tokensIn)
                .returns(25, Provenance.Machine::tokensOut);
        assertThat(calls())
                .containsExactly(
                        "malformed 100 10 0.0003 The answer of mini is not JSON.",
                        "cut 100 5 0.00025 The answer of mini was cut off at its token limit.",
                        "answered 100 10 0.0003 null");
        assertThat(drafter.usage())
                .containsExactly(
                        new Usage(
                                LocalDate.of(2026, 3, 2),
                                "mini",
                                3,
                                2,
                                300,
                                25,
                                new BigDecimal("0.000850000")));
    }

    @Test
    void when_patience_ends_the_last_reason_stands() {
        gateway.then(
                new Completion.Throttled(null, "mini has too much to do."),
                new Completion.Unavailable("mini does not answer.", true),
                new Completion.Refused("no novels", new TokenUsage(100, 1)),
                answered("Sure!"),
                new Completion.Refused("no papers", new TokenUsage(100, 1)));

        assertThat(draft()).isEqualTo(new NotDrafted("mini declined to answer: no papers"));
        assertThat(calls())
                .containsExactly(
                        "throttled 0 0 0 mini has too much to do.",
                        "unavailable 0 0 0 mini does not answer.",
                        "refused 100 1 0.00021 mini declined to answer: no novels",
                        "malformed 100 10 0.0003 The answer of mini is not JSON.",
                        "refused 100 1 0.00021 mini declined to answer: no papers");
    }

    @Test
    void what_asking_again_cannot_mend_is_asked_once() {
        gateway.then(
                new Completion.Unavailable("The key of mini is wrong.", false),
                new Completion.Unrecorded("Nothing is recorded."));

        assertThat(draft()).isEqualTo(new NotDrafted("The key of mini is wrong."));
        assertThat(draft()).isEqualTo(new NotDrafted("Nothing is recorded."));
        assertThat(gateway.asked).hasSize(2);
    }

    @Test
    void a_long_reason_is_written_down_shortened() {
        gateway.then(new Completion.Unavailable("x".repeat(5_000), false));

        draft();

        assertThat(calls()).containsExactly("unavailable 0 0 0 " + "x".repeat(4_000));
    }

    @Test
    void an_answer_is_used_although_nothing_can_be_stored() {
        gateway.then(() -> {
            database.close();
            return GOOD;
        });

        assertThat(draft())
                .asInstanceOf(type(Drafted.class))
                .returns(Map.of("1", "one"), Drafted::texts);
        assertThat(draft())
                .asInstanceOf(type(Drafted.class))
                .extracting(drafted -> drafted.provenance().cached())
                .isEqualTo(true);
    }

    @Test
    void calls_without_an_answer_are_counted_apart_from_bad_answers() {
        Completion throttled = new Completion.Throttled(null, "mini has too much to do.");
        gateway.then(throttled, throttled, answered("?"), answered("?"), answered("?"));

        assertThat(draft()).isEqualTo(new NotDrafted("The answer of mini is not JSON."));
        assertThat(gateway.asked).hasSize(5);
    }

    @Test
    void no_attempt_starts_after_the_deadline() {
        Patience patience = new Patience(9, 9, Duration.ZERO, Duration.ofHours(1), A_MINUTE);
        drafter =
                new Drafter(
                        Bench.PROMPTS,
                        gateway,
                        database.database(),
                        new SettableClock(),
                        patience,
                        null);
        gateway.then(new Completion.Throttled(A_MINUTE, "mini wants to be left alone."));

        assertThat(draft()).isEqualTo(new NotDrafted("mini wants to be left alone."));
    }

    @Test
    void a_person_is_told_at_once_that_a_model_rests_and_a_batch_waits() {
        Completion resting = new Completion.Resting(Duration.ZERO, "mini rests.");
        gateway.then(resting, resting, GOOD);

        assertThat(draft()).isEqualTo(new NotDrafted("mini rests."));
        assertThat(drafter.draft(REQUEST, MODEL, Asker.batch("b", Permit.FREE)))
                .isInstanceOf(Drafted.class);
        assertThat(gateway.callers)
                .extracting(Caller::priority)
                .containsExactly(Priority.INTERACTIVE, Priority.BACKGROUND, Priority.BACKGROUND);
        assertThat(calls()).as("a rest is no call").containsExactly("answered 100 10 0.0003 null");
    }

    @Test
    void a_wait_is_bounded_and_grows() {
        Patience patience =
                new Patience(9, 9, Duration.ofMillis(100), Duration.ofSeconds(1), A_MINUTE);

        assertThat(patience.after(0, null))
                .isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(patience.after(3, null))
                .isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(patience.after(99, null)).isEqualTo(Duration.ofSeconds(1));
        assertThat(patience.after(1, Duration.ofMillis(700))).isEqualTo(Duration.ofMillis(700));
        assertThat(patience.after(1, Duration.ZERO))
                .as("a server that asks for nothing is spared all the same")
                .isGreaterThanOrEqualTo(Duration.ofMillis(50));
        assertThat(patience.after(1, Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(1));
    }
}
