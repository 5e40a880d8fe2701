package hanji.review;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Provenance;
import hanji.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What a redo leaves beside its text.
@ParameterizedClass
@EnumSource
@Timeout(30)
class AskedAgainTest {

    private static final Decision UNDO = new Decision.Undo();

    private final TestDatabase.Kind kind;
    @AutoClose private TestDatabase database;
    private Desk desk;

    AskedAgainTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void a_draft_is_made_again() {
        database = TestDatabase.of(kind);
        desk = new Desk(database.database(), 1);
        desk.draft(Desk.GOOD);
        again(Desk.LATER);
    }

    private void again(String text) {
        desk.again(text);
    }

    /// The text that stands, and the one before it.
    private String both() {
        ReviewItem item = desk.item();
        return "%s %s, before: %s"
                .formatted(
                        item.mark().wire(),
                        item.target() == null ? "" : item.target().text(),
                        item.earlier().map(Target::text).orElse("none"));
    }

    private static String draft(String now, String before) {
        return "draft " + now + ", before: " + before;
    }

    @Test
    void both_texts_are_there_until_somebody_chooses() {
        assertThat(both()).isEqualTo(draft(Desk.LATER, Desk.GOOD));
        assertThat(desk.item().toDecide()).isTrue();
        assertThat(desk.item().cleanDraft()).isFalse();
    }

    @Test
    void the_new_one_is_kept() {
        desk.decide(new Decision.DropProposal());

        assertThat(both()).isEqualTo(draft(Desk.LATER, "none"));
        assertThat(desk.item().cleanDraft()).isTrue();
    }

    @Test
    void the_one_before_comes_back_and_that_is_taken_back_too() {
        desk.decide(new Decision.TakeProposal());
        assertThat(both()).isEqualTo(draft(Desk.GOOD, "none"));

        desk.decide(UNDO);

        assertThat(both()).isEqualTo(draft(Desk.LATER, Desk.GOOD));
    }

    @Test
    void a_decision_on_the_new_one_is_the_choice_and_its_undo_opens_it_again() {
        for (Decision decision :
                new Decision[] {
                    new Decision.Approve(null),
                    new Decision.Amend(Desk.MINE, false, null),
                    new Decision.Reject("dull")
                }) {
            desk.decide(decision);
            assertThat(desk.item().proposal()).as(decision.word()).isNull();
            desk.decide(UNDO);
            assertThat(both()).as(decision.word()).isEqualTo(draft(Desk.LATER, Desk.GOOD));
        }
    }

    @Test
    void an_edit_that_approves_is_taken_back_in_two_steps() {
        desk.decide(new Decision.Amend(Desk.MINE, true, null));

        desk.decide(UNDO);
        assertThat(both()).isEqualTo("edited " + Desk.MINE + ", before: none");
        desk.decide(UNDO);

        assertThat(both()).isEqualTo(draft(Desk.LATER, Desk.GOOD));
    }

    @Test
    void what_was_chosen_before_an_approval_stays_chosen() {
        desk.decide(new Decision.DropProposal());
        desk.decide(new Decision.Approve(null));

        desk.decide(UNDO);

        assertThat(both()).isEqualTo(draft(Desk.LATER, "none"));
    }

    @Test
    void asked_once_more_the_text_right_before_is_the_one_beside() {
        again(Desk.MINE);

        assertThat(both()).isEqualTo(draft(Desk.MINE, Desk.LATER));
    }

    @Test
    void the_same_answer_leaves_no_choice_and_no_other_is_kept() {
        desk.decide(new Decision.DropProposal());

        again(Desk.LATER);

        assertThat(both()).isEqualTo(draft(Desk.LATER, "none"));
    }

    @Test
    void a_batch_keeps_nothing_beside_its_text() {
        desk.draft(Desk.MINE);

        assertThat(both()).isEqualTo(draft(Desk.MINE, "none"));
        assertThat(desk.item().proposal()).isNull();
    }

    @Test
    void a_text_from_memory_puts_the_choice_aside_too() {
        Target text =
                ((Arrival.Draft) desk.reviews.draft(desk.unit, Desk.MINE, Desk.machine())).text();
        Provenance from =
                new Provenance.Memory(
                        desk.unit.id(), "d", false, "Ida", Instant.EPOCH, null, Instant.EPOCH);

        desk.reviews.arrive(
                new Arrival.Remembered(
                        desk.unit,
                        new Target(
                                text.number(), text.text(), text.source(), from, text.report())));

        assertThat(both()).isEqualTo(draft(Desk.MINE, "none"));
        assertThat(desk.item().proposal()).isNull();
    }

    @Test
    void the_text_of_another_source_is_not_kept() {
        Unit other =
                new Unit(
                        desk.unit.id(),
                        desk.unit.digest(),
                        desk.unit.entry(),
                        desk.unit.number(),
                        "모델은 2,000개의 문서를 읽습니다.");

        desk.reviews.arriveAgain(
                desk.reviews.draft(other, "It reads 2,000 documents.", Desk.machine()), Desk.IDA);

        assertThat(desk.reviews.item(other).earlier()).isEmpty();
    }

    @Test
    void beside_a_persons_text_a_redo_stays_a_proposal() {
        desk.decide(new Decision.Approve(null));

        again(Desk.MINE);

        assertThat(desk.item().earlier()).isEmpty();
        assertThat(desk.item().proposal()).extracting(Target::text).isEqualTo(Desk.MINE);
        assertThat(desk.item().mark()).isEqualTo(Mark.APPROVED);
    }

    @Test
    void a_repair_leaves_the_text_before_the_redo_beside_it() {
        desk.againMended(Desk.CRITICAL, Desk.MINE);

        assertThat(both()).isEqualTo(draft(Desk.MINE, Desk.LATER));
    }
}
