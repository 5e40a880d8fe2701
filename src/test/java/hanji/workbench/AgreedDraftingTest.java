package hanji.workbench;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hanji.batch.BatchOrder;
import hanji.batch.BatchProgress;
import hanji.batch.Budget;
import hanji.llm.Model;
import hanji.review.Decision;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.termbase.Concept;
import hanji.termbase.Term;
import hanji.termbase.TermEntry;
import hanji.termbase.TermStatus;
import hanji.termbase.Terms;
import hanji.testing.Bench;
import hanji.testing.EchoAnswers;
import hanji.testing.Received;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What people agreed on goes into what a model is asked, and into what is said of its answers.
@ParameterizedClass
@EnumSource
@Timeout(60)
class AgreedDraftingTest {

    private static final String TUNED = "모델 미세 조정의 방법을 제안한다.";
    private static final String RELEASED = "코드를 공개한다.";

    private static final Concept TUNING = concept("미세 조정", "fine-tuning");

    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());
    private final TestDatabase.Kind kind;
    @AutoClose private TestDatabase database;
    @AutoClose private Bench bench;

    AgreedDraftingTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void bench() {
        database = TestDatabase.of(kind);
        bench = new Bench(database.database(), Bench.asking(server));
        add("2026-05-01", TUNED, RELEASED);
    }

    private static Concept concept(String korean, String english) {
        return new Concept(
                List.of(
                        Term.of(Language.KO, korean, TermStatus.PREFERRED),
                        Term.of(Language.EN, english, TermStatus.PREFERRED)),
                null,
                null);
    }

    private void add(String day, String... bullets) {
        bench.add(
                day + ".md",
                "## %s\n\n### [Paper %s](https://example.org/%s)\n- %s\n"
                        .formatted(day, day, day, String.join("\n- ", bullets)));
    }

    private ReviewItem item(String day, int number) {
        return bench.translations(day, Language.EN).get(number - 1);
    }

    private List<Staleness> staleness() {
        return bench.translations("2026-05-01", Language.EN).stream()
                .map(ReviewItem::staleness)
                .toList();
    }

    private static Provenance.Machine made(ReviewItem item) {
        return (Provenance.Machine) requireNonNull(item.target()).provenance();
    }

    private void approve(String day, int number, String text) throws IOException {
        bench.decide(item(day, number), new Decision.Amend(text, true, "as I read it"));
        bench.memory.catchUp();
    }

    private List<JsonNode> asked() {
        return server.received().stream().map(Received::data).toList();
    }

    private BatchProgress run(Only only) {
        BatchOrder order =
                new BatchOrder(
                        List.of("2026-05-01"),
                        List.of(new BatchOrder.Task.Translate(List.of(Language.EN))),
                        null,
                        only,
                        Budget.UNLIMITED);
        bench.batches.start();
        return bench.finished(bench.batches.create(order, null, Bench.EDITOR).batch().id());
    }

    @Test
    void a_term_makes_the_drafts_stale_that_speak_of_it_and_no_others() {
        bench.translate("2026-05-01", Language.EN);
        assertThat(asked().getFirst().path("terms")).isEmpty();

        TermEntry entry = bench.termbase.add(TUNING, Bench.EDITOR);

        assertThat(staleness()).containsExactly(Staleness.TERMS_CHANGED, Staleness.FRESH);
        run(Only.STALE);
        assertThat(asked()).hasSize(2);
        assertThat(asked().getLast().path("segments").size()).isOne();
        assertThat(asked().getLast().path("terms").get(0).path("target").asText())
                .isEqualTo("fine-tuning");
        assertThat(staleness()).containsOnly(Staleness.FRESH);
        assertThat(requireNonNull(made(item("2026-05-01", 1)).agreed()).termCount()).isOne();
        assertThat(made(item("2026-05-01", 2)).agreed()).isNull();

        bench.termbase.remove(entry.id(), entry.version(), Bench.EDITOR);
        assertThat(staleness()).containsExactly(Staleness.TERMS_CHANGED, Staleness.FRESH);
    }

    @Test
    void a_changed_term_is_asked_for_anew_and_a_taken_back_one_out_of_the_paid_answer() {
        TermEntry first = bench.termbase.add(TUNING, Bench.EDITOR);
        bench.translate("2026-05-01", Language.EN);
        TermEntry second =
                bench.termbase.change(
                        first.id(), first.version(), concept("미세 조정", "tuning"), Bench.EDITOR);
        run(Only.STALE);
        assertThat(asked())
                .extracting(data -> data.path("terms").get(0).path("target").asText())
                .containsExactly("fine-tuning", "tuning");

        run(Only.ALL);
        bench.termbase.change(second.id(), second.version(), TUNING, Bench.EDITOR);
        int paid = server.calls();
        run(Only.ALL);

        assertThat(server.calls()).isEqualTo(paid);
    }

    @Test
    void what_a_term_would_change_can_be_told_without_writing_it() {
        bench.translate("2026-05-01", Language.EN);
        StoredDigest digest = bench.workbench.digest("2026-05-01");
        Work work =
                bench.workbench
                        .works(
                                digest,
                                Language.EN,
                                Set.of(item("2026-05-01", 1).unit().id()),
                                Only.ALL)
                        .getFirst();
        Model model = bench.workbench.model(null);
        Terms tested =
                new Terms(List.of(new TermEntry(1, 1, TUNING, "Ida", bench.clock.instant())));

        assertThat(
                        bench.drafter
                                .estimate(bench.workbench.requestWith(work, tested), model)
                                .tokensIn())
                .isGreaterThan(
                        bench.drafter
                                .estimate(bench.workbench.requestWith(work, Terms.NONE), model)
                                .tokensIn());
        assertThat(staleness()).containsOnly(Staleness.FRESH);
    }

    @Test
    void near_approved_pairs_are_shown_and_make_nothing_stale() throws IOException {
        add("2026-05-02", "모델 미세 조정의 방법을 제시한다.");
        bench.translate("2026-05-01", Language.EN);
        approve("2026-05-02", 1, "We show how to fine-tune the model.");
        assertThat(staleness()).containsOnly(Staleness.FRESH);

        ReviewItem redone =
                bench.workbench.redo(
                        item("2026-05-01", 1).unit().id(), "shorter", null, Bench.EDITOR);

        assertThat(asked().getLast().path("examples"))
                .hasToString(
                        "[{\"source\":\"모델 미세 조정의 방법을 제시한다.\",\"target\":\"We show how to fine-tune the model.\"}]");
        assertThat(requireNonNull(made(redone).agreed()).examples())
                .containsExactly(item("2026-05-02", 1).unit().id());
        assertThat(redone.staleness()).isEqualTo(Staleness.FRESH);
    }

    @Test
    void a_units_own_text_is_no_example_for_it() throws IOException {
        bench.translate("2026-05-01", Language.EN);
        approve("2026-05-01", 1, "We propose a way to fine-tune the model.");

        bench.workbench.redo(item("2026-05-01", 1).unit().id(), "shorter", null, Bench.EDITOR);

        assertThat(asked().getLast().path("examples")).isEmpty();
    }
}
