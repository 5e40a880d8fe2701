package hanji.review;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.account.Editor;
import hanji.segment.Language;
import hanji.segment.Span;
import hanji.segment.UnitId;
import hanji.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What an editor asked a model for again, she takes back as she does her decisions.
@ParameterizedClass
@EnumSource
class RedoTakenBackTest {

    private static final Editor OTTO = Editor.everything("Otto");
    private static final FindingRef NUMBER =
            new FindingRef("numbers", new Span(4, 9), new Span(16, 21));

    private final TestDatabase.Kind kind;
    @AutoClose private TestDatabase database;
    private Desk desk;

    RedoTakenBackTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void a_draft() {
        database = TestDatabase.of(kind);
        desk = new Desk(database.database(), 1);
        desk.draft(Desk.GOOD);
        later();
    }

    private void later() {
        desk.clock.forward(Duration.ofSeconds(1));
    }

    private void again(String text) {
        desk.again(text);
        later();
    }

    private void decide(Decision decision) {
        desk.decide(decision);
        later();
    }

    /// As the key does.
    private List<UnitId> undo(Editor editor) {
        List<UnitId> undone =
                desk.reviews.undoLast(editor, desk.unit.digest(), Language.EN, List.of(desk.unit));
        later();
        return undone;
    }

    /// How it stands after one more undo; nothing when there was none.
    private String back() {
        return undo(Desk.IDA).isEmpty() ? "nothing" : stands();
    }

    private String stands() {
        ReviewItem item = desk.item();
        return "%s %s | %s"
                .formatted(item.mark().wire(), text(item.target()), text(item.proposal()));
    }

    private static String text(@Nullable Target target) {
        return target == null ? "-" : target.text();
    }

    @Test
    void the_text_before_it_stands_again() {
        again(Desk.LATER);
        assertThat(stands()).isEqualTo("draft " + Desk.LATER + " | " + Desk.GOOD);
        assertThat(desk.item().undoable()).isTrue();
        assertThat(desk.item().by()).isEqualTo("Hanji");
        assertThat(desk.reviews.lastOf(Desk.IDA, desk.unit.digest(), Language.EN))
                .contains(new LastAct(Act.DRAFTED, List.of(desk.unit.id())));

        assertThat(back()).isEqualTo("draft " + Desk.GOOD + " | -");
        assertThat(desk.item().undoable()).isFalse();
        assertThat(back()).isEqualTo("nothing");
    }

    @Test
    void each_of_several_goes_back_by_one() {
        again(Desk.LATER);
        again(Desk.MINE);

        assertThat(back()).isEqualTo("draft " + Desk.LATER + " | " + Desk.GOOD);
        assertThat(back()).isEqualTo("draft " + Desk.GOOD + " | -");
    }

    @Test
    void one_that_was_mended_goes_back_whole() {
        desk.againMended(Desk.CRITICAL, Desk.LATER);
        later();

        assertThat(back()).isEqualTo("draft " + Desk.GOOD + " | -");
        assertThat(back()).isEqualTo("nothing");
    }

    @Test
    void a_rejection_that_asked_for_it_stands_again_and_goes_next() {
        decide(new Decision.Reject("dull"));
        again(Desk.LATER);

        assertThat(back()).isEqualTo("rejected " + Desk.GOOD + " | -");
        assertThat(back()).isEqualTo("draft " + Desk.GOOD + " | -");
        assertThat(back()).isEqualTo("nothing");
    }

    @Test
    void what_was_decided_on_it_goes_first() {
        again(Desk.LATER);
        decide(new Decision.DropProposal());
        decide(new Decision.Approve(null));

        assertThat(back()).isEqualTo("draft " + Desk.LATER + " | -");
        assertThat(back()).isEqualTo("draft " + Desk.LATER + " | " + Desk.GOOD);
        assertThat(back()).isEqualTo("draft " + Desk.GOOD + " | -");
    }

    @Test
    void what_was_said_of_the_text_before_can_be_taken_back_after_it() {
        desk.draft(Desk.CRITICAL);
        later();
        decide(new Decision.Dismiss(NUMBER, null));
        again(Desk.LATER);

        undo(Desk.IDA);
        assertThat(dismissed()).isOne();
        undo(Desk.IDA);
        assertThat(dismissed()).isZero();
    }

    private int dismissed() {
        return Objects.requireNonNull(desk.item().target()).dismissed().size();
    }

    @Test
    void beside_a_persons_text_the_proposal_goes() {
        decide(new Decision.Approve(null));
        desk.againMended(Desk.CRITICAL, Desk.LATER);
        later();
        assertThat(stands()).isEqualTo("approved " + Desk.GOOD + " | " + Desk.LATER);

        assertThat(back()).isEqualTo("approved " + Desk.GOOD + " | -");
        assertThat(back()).isEqualTo("draft " + Desk.GOOD + " | -");
    }

    @Test
    void nobody_takes_back_what_another_asked_for() {
        decide(new Decision.Reject("dull"));
        desk.again(Desk.LATER, OTTO);
        later();

        assertThat(back()).isEqualTo("nothing");
        assertThat(undo(OTTO)).containsExactly(desk.unit.id());
        assertThat(stands()).isEqualTo("rejected " + Desk.GOOD + " | -");
    }

    @Test
    void what_came_unasked_stays() {
        again(Desk.LATER);
        desk.draft(Desk.MINE);
        later();

        assertThat(back()).isEqualTo("nothing");
        assertThat(desk.decide(new Decision.Undo())).isInstanceOf(Outcome.NotPossible.class);
    }

    @Test
    void a_rejection_before_it_is_counted_as_it_was() {
        again(Desk.LATER);
        decide(new Decision.Reject("dull"));
        again(Desk.MINE);
        undo(Desk.IDA);

        assertThat(desk.reviews.agreements().checks().get(Language.EN))
                .isEqualTo(new Agreement(0, 0, 1, 0));
    }
}
