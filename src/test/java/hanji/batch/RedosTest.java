package hanji.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Sentence;
import hanji.segment.UnitId;
import hanji.testing.Bench;
import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// One unit in the background.
@Timeout(60)
class RedosTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());

    @AutoClose private final TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2);
    private final Bench bench = new Bench(database.database(), Bench.asking(server));
    private final Redos redos = new Redos(bench.workbench);
    private UnitId unit;

    @BeforeEach
    void a_digest() {
        bench.add("2026-01-01.md", "### [Paper](https://example.org/1)\n\n- 하나\n");
        unit = bench.translations("2026-01-01", Language.EN).getFirst().unit().id();
    }

    @Test
    void a_redo_that_ended_is_remembered_with_its_item() throws InterruptedException {
        Redo redo = redos.start(unit, null, null, Bench.EDITOR);

        assertThat(redo.end(PATIENCE))
                .isInstanceOfSatisfying(
                        Redo.State.Done.class,
                        done -> assertThat(bench.text(done.item())).isEqualTo("[en] 하나"));
        assertThat(redos.find(unit)).containsSame(redo);
        assertThat(redos.growing()).isEmpty();
    }

    @Test
    void it_is_forgotten_after_its_time() throws InterruptedException {
        Redos forgetful = new Redos(bench.workbench, Duration.ZERO);

        forgetful.start(unit, null, null, Bench.EDITOR).end(PATIENCE);

        assertThat(forgetful.find(unit)).isEmpty();
    }

    @Test
    void one_after_the_end_is_a_new_one() throws InterruptedException {
        Redo first = redos.start(unit, null, null, Bench.EDITOR);
        first.end(PATIENCE);

        Redo second = redos.start(unit, "shorter", null, Bench.EDITOR);

        assertThat(second).isNotSameAs(first);
        assertThat(second.end(PATIENCE)).isInstanceOf(Redo.State.Done.class);
        assertThat(server.calls()).isEqualTo(2);
    }

    @Test
    void one_while_another_is_under_way_is_that_one() throws InterruptedException {
        server.pace(Duration.ofMillis(50));
        Redo first = redos.start(unit, null, null, Bench.EDITOR);

        assertThat(redos.start(unit, "shorter", null, Bench.EDITOR)).isSameAs(first);
        assertThat(redos.growing()).containsOnlyKeys(unit);
        server.pace(Duration.ZERO);
        assertThat(first.end(PATIENCE)).isInstanceOf(Redo.State.Done.class);
        assertThat(server.calls()).isEqualTo(1);
    }

    @Test
    void what_is_wrong_is_how_it_ends() throws InterruptedException {
        assertThat(redos.start(unit, null, "nobody", Bench.EDITOR).end(PATIENCE))
                .isInstanceOfSatisfying(
                        Redo.State.Failed.class,
                        failed -> assertThat(failed.why().toString()).contains("nobody"));
    }

    @Test
    void an_unknown_unit_is_no_redo() {
        UnitId unknown = UnitId.of("translation-999-en");

        assertThatThrownBy(() -> redos.start(unknown, null, null, Bench.EDITOR))
                .isInstanceOf(Problem.class);
        assertThat(redos.find(unknown)).isEmpty();
    }

    @Test
    void the_end_of_the_program_waits_for_it() throws InterruptedException {
        server.pace(Duration.ofMillis(20));
        Redo redo = redos.start(unit, null, null, Bench.EDITOR);

        redos.close();

        assertThat(redo.now()).isInstanceOf(Redo.State.Done.class);
    }

    @Test
    void patience_ends_before_a_redo_that_does_not() throws InterruptedException {
        server.pace(Duration.ofSeconds(1));
        Redo redo = redos.start(unit, null, null, Bench.EDITOR);

        assertThat(redo.end(Duration.ofMillis(1))).isInstanceOf(Redo.State.Growing.class);
        server.pace(Duration.ZERO);
        assertThat(redo.end(PATIENCE)).isInstanceOf(Redo.State.Done.class);
    }

    @Test
    void pieces_that_come_after_the_end_change_nothing() {
        Redo redo = new Redo(Bench.EDITOR);
        redo.grow("One");
        redo.end(new Redo.State.Failed(Sentence.of("The model hung up.")));
        redo.grow("One more");

        assertThat(redo.now()).isEqualTo(new Redo.State.Failed(Sentence.of("The model hung up.")));
    }
}
