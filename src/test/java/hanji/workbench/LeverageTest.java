package hanji.workbench;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hanji.batch.BatchOrder;
import hanji.batch.BatchProgress;
import hanji.batch.Batches;
import hanji.batch.Budget;
import hanji.review.Act;
import hanji.review.Decision;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.review.Target;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.TargetState;
import hanji.termbase.Concept;
import hanji.termbase.Term;
import hanji.termbase.TermStatus;
import hanji.testing.Bench;
import hanji.testing.EchoAnswers;
import hanji.testing.Received;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What a person approved for the same source is not asked for again.
@ParameterizedClass
@EnumSource
@Timeout(60)
class LeverageTest {

    private static final String FIRST = "모델은 1,000개의 문서를 읽는다.";
    private static final String SECOND = "코드를 공개한다.";
    private static final String THIRD = "비용을 절반으로 줄인다.";

    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());
    private final TestDatabase.Kind kind;
    @AutoClose private TestDatabase database;
    @AutoClose private Bench bench;

    LeverageTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void an_approved_entry() throws IOException {
        database = TestDatabase.of(kind);
        bench = new Bench(database.database(), Bench.asking(server));
        add("2026-05-01", "Paper", FIRST, SECOND);
        bench.batches.start();
    }

    private void add(String day, String title, String... bullets) {
        bench.add(
                day + ".md",
                "## %s\n\n### [%s](https://example.org/%s)\n- %s\n"
                        .formatted(day, title, day, String.join("\n- ", bullets)));
    }

    private ReviewItem item(String day, int number) {
        return bench.translations(day, Language.EN).get(number - 1);
    }

    private static Target text(ReviewItem item) {
        return requireNonNull(item.target());
    }

    private void approve(String day, int number, String text) throws IOException {
        bench.decide(item(day, number), new Decision.Amend(text, true, "as I read it"));
        bench.memory.catchUp();
    }

    private static BatchOrder order(String day, Only only) {
        return new BatchOrder(
                List.of(day),
                List.of(new BatchOrder.Task.Translate(List.of(Language.EN))),
                null,
                only,
                Budget.UNLIMITED);
    }

    private BatchProgress run(String day, Only only) {
        return bench.finished(
                bench.batches.create(order(day, only), null, Bench.EDITOR).batch().id());
    }

    private List<JsonNode> asked() {
        return server.received().stream().map(Received::data).toList();
    }

    @Test
    void a_persons_text_for_the_same_source_is_taken_and_says_whose_it_was() throws IOException {
        approve("2026-05-01", 1, "The model reads 1,000 documents.");
        approve("2026-05-01", 2, "The code is released.");
        add("2026-05-02", "Paper", FIRST, SECOND);

        BatchProgress progress = run("2026-05-02", Only.MISSING);

        assertThat(server.calls()).isZero();
        assertThat(progress.counts()).isEqualTo(new BatchProgress.Counts(2, 2, 2, 0, 0));
        ReviewItem taken = item("2026-05-02", 1);
        assertThat(text(taken).text()).isEqualTo("The model reads 1,000 documents.");
        assertThat(taken.state()).isEqualTo(TargetState.TRANSLATED);
        assertThat(taken.mark()).isEqualTo(Mark.DRAFT);
        assertThat(taken.act()).isEqualTo(Act.FROM_MEMORY);
        assertThat(taken.staleness()).isEqualTo(Staleness.FRESH);
        assertThat(text(taken).provenance())
                .isEqualTo(
                        new Provenance.Memory(
                                item("2026-05-01", 1).unit().id(),
                                "2026-05-01",
                                true,
                                Bench.EDITOR.name(),
                                requireNonNull(item("2026-05-01", 1).at()),
                                null,
                                bench.clock.instant()));
    }

    @Test
    void what_is_taken_is_inspected() throws IOException {
        approve("2026-05-01", 1, "The model reads 2,000 documents.");
        add("2026-05-02", "Paper", FIRST);

        run("2026-05-02", Only.MISSING);

        assertThat(item("2026-05-02", 1).serious()).isTrue();
        assertThat(item("2026-05-02", 1).cleanDraft()).isFalse();
    }

    @Test
    void the_rest_of_an_entry_is_asked_beside_what_is_taken() throws IOException {
        approve("2026-05-01", 2, "The code is released.");
        add("2026-05-02", "Paper", FIRST, SECOND, THIRD);

        Batches.DryRun dry = bench.batches.dryRun(order("2026-05-02", Only.MISSING));
        BatchProgress progress = run("2026-05-02", Only.MISSING);

        assertThat(List.of(dry.units(), dry.reused(), dry.requests())).containsExactly(2, 1, 1);
        assertThat(progress.counts().reused()).isOne();
        JsonNode request = asked().getLast();
        assertThat(asked()).hasSize(1);
        assertThat(request.path("segments"))
                .extracting(one -> one.path("id").asText())
                .containsExactly("1", "3");
        assertThat(request.path("context"))
                .hasToString("[{\"source\":\"코드를 공개한다.\",\"target\":\"The code is released.\"}]");
        assertThat(text(item("2026-05-02", 3)).machine()).isTrue();
    }

    @Test
    void beside_a_persons_text_of_another_source_it_is_a_proposal_from_memory() throws IOException {
        approve("2026-05-01", 1, "The model reads 1,000 documents.");
        add("2026-05-02", "Paper", FIRST.replace("1,000", "2,000"));
        approve("2026-05-02", 1, "The model reads 2,000 documents.");
        add("2026-05-02", "Paper", FIRST);
        ReviewItem before = item("2026-05-02", 1);
        assertThat(before.staleness()).isEqualTo(Staleness.SOURCE_CHANGED);

        run("2026-05-02", Only.STALE);

        ReviewItem after = item("2026-05-02", 1);
        assertThat(requireNonNull(after.proposal()).remembered()).isTrue();
        assertThat(after.target()).isEqualTo(before.target());
    }

    @Test
    void a_machines_text_that_was_approved_as_it_stood_is_an_example_alone() throws IOException {
        run("2026-05-01", Only.MISSING);
        bench.approve(item("2026-05-01", 2));
        bench.memory.catchUp();
        add("2026-05-02", "Paper", SECOND);

        run("2026-05-02", Only.MISSING);

        assertThat(asked()).hasSize(2);
        assertThat(asked().getLast().path("examples").get(0).path("target").asText())
                .isEqualTo("[en] 코드를 공개한다.");
    }

    @Test
    void another_papers_text_is_an_example_alone() throws IOException {
        approve("2026-05-01", 2, "The code is released.");
        add("2026-05-02", "Another paper", SECOND);

        run("2026-05-02", Only.MISSING);

        assertThat(asked()).hasSize(1);
        assertThat(asked().getLast().path("examples").size()).isOne();
    }

    @Test
    void whoever_wants_all_or_redoes_one_asks_the_model() throws IOException {
        approve("2026-05-01", 2, "The code is released.");
        add("2026-05-02", "Paper", SECOND);

        run("2026-05-02", Only.ALL);
        assertThat(text(item("2026-05-02", 1)).machine()).isTrue();

        bench.workbench.redo(item("2026-05-02", 1).unit().id(), "shorter", null, Bench.EDITOR);
        assertThat(server.calls()).isEqualTo(2);
    }

    @Test
    void a_text_that_is_not_as_the_terms_of_today_want_it_is_asked_for() throws IOException {
        approve("2026-05-01", 1, "The model reads 1,000 documents.");
        approve("2026-05-01", 2, "The code is released.");
        bench.termbase.add(
                new Concept(
                        List.of(
                                Term.of(Language.KO, "코드", TermStatus.PREFERRED),
                                Term.of(Language.EN, "program", TermStatus.PREFERRED)),
                        null,
                        "a test"),
                Bench.EDITOR);
        add("2026-05-02", "Paper", FIRST, SECOND);

        run("2026-05-02", Only.MISSING);

        assertThat(text(item("2026-05-02", 1)).remembered()).isTrue();
        assertThat(text(item("2026-05-02", 2)).machine()).isTrue();
        assertThat(server.calls()).isEqualTo(1);
    }

    @Test
    void a_text_that_was_taken_is_no_persons_before_she_approves_it() throws IOException {
        approve("2026-05-01", 2, "The code is released.");
        add("2026-05-02", "Paper", SECOND);
        run("2026-05-02", Only.MISSING);

        bench.workbench.redo(item("2026-05-02", 1).unit().id(), "shorter", null, Bench.EDITOR);
        assertThat(text(item("2026-05-02", 1)).machine()).isTrue();
        assertThat(item("2026-05-02", 1).earlier()).map(Target::remembered).contains(true);
    }

    @Test
    void a_taken_text_that_is_approved_is_a_persons_text_from_then_on() throws IOException {
        approve("2026-05-01", 2, "The code is released.");
        add("2026-05-02", "Paper", SECOND);
        run("2026-05-02", Only.MISSING);
        bench.approve(item("2026-05-02", 1));
        bench.decide(item("2026-05-01", 2), new Decision.Reject("not that way"));
        bench.memory.catchUp();
        add("2026-05-03", "Paper", SECOND);

        run("2026-05-03", Only.MISSING);

        assertThat(server.calls()).isZero();
        assertThat(text(item("2026-05-03", 1)).provenance())
                .isInstanceOfSatisfying(
                        Provenance.Memory.class,
                        memory -> assertThat(memory.digest()).isEqualTo("2026-05-02"));
    }
}
