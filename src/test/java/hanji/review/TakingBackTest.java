package hanji.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hanji.account.Editor;
import hanji.qa.Inspector;
import hanji.segment.Language;
import hanji.segment.Span;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.store.Database;
import hanji.testing.SettableClock;
import hanji.testing.TestDatabase;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What an editor did last in a digest, and takes back.
@ParameterizedClass
@EnumSource
class TakingBackTest {

    private static final Editor IDA = Desk.IDA;
    private static final Editor OTTO = Editor.everything("Otto");
    private static final String DIGEST = "2026-03-02";
    private static final FindingRef NUMBER =
            new FindingRef("numbers", new Span(4, 9), new Span(16, 21));

    private final TestDatabase.Kind kind;
    private final SettableClock clock = new SettableClock();
    private final List<Unit> units =
            IntStream.rangeClosed(1, 4)
                    .mapToObj(number ->
                            new Unit(
                                    new UnitId(UnitKind.TRANSLATION, number, Language.EN),
                                    DIGEST,
                                    1,
                                    number,
                                    "모델은 1,000개의 문서를 읽습니다."))
                    .toList();
    @AutoClose private TestDatabase test;
    private ReviewDesk desk;

    TakingBackTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    /// Three clean drafts, and one with a wrong number.
    @BeforeEach
    void four_drafts() {
        test = TestDatabase.of(kind);
        Database database = test.database();
        database.write(handle ->
                handle.createUpdate("insert into digest values (:id, 1, 'd', 1, 4, :at)")
                        .bind("id", DIGEST)
                        .bind("at", OffsetDateTime.parse("2026-01-01T00:00:00Z"))
                        .execute());
        desk = new ReviewDesk(database, new Inspector(), (_, _) -> true, clock);
        for (int unit = 0; unit < 4; unit++) {
            draft(unit, unit == 3 ? Desk.CRITICAL : Desk.GOOD);
        }
    }

    private void draft(int unit, String text) {
        desk.arrive(desk.draft(units.get(unit), text, Desk.machine()));
        clock.forward(Duration.ofSeconds(1));
    }

    private ReviewItem item(int unit) {
        return desk.item(units.get(unit));
    }

    private void decide(int unit, Decision decision, Editor editor) {
        assertThat(desk.decide(units.get(unit), item(unit).version(), decision, editor))
                .isInstanceOf(Outcome.Done.class);
        clock.forward(Duration.ofSeconds(1));
    }

    private void approve(int unit) {
        decide(unit, new Decision.Approve(null), IDA);
    }

    private Optional<LastAct> last() {
        return desk.lastOf(IDA, DIGEST, Language.EN);
    }

    private List<UnitId> undo() {
        List<UnitId> undone = desk.undoLast(IDA, DIGEST, Language.EN, units);
        clock.forward(Duration.ofSeconds(1));
        return undone;
    }

    private UnitId id(int unit) {
        return units.get(unit).id();
    }

    private List<Mark> marks() {
        return desk.items(DIGEST, Language.EN, units).stream().map(ReviewItem::mark).toList();
    }

    @Test
    void one_act_after_the_other_is_taken_back_until_none_is_left() {
        approve(0);
        decide(1, new Decision.Reject("dull"), IDA);
        decide(2, new Decision.Amend(Desk.MINE, true, null), IDA);
        assertThat(last()).contains(new LastAct(Act.APPROVED, List.of(id(2))));

        assertThat(undo()).containsExactly(id(2));
        assertThat(requireNonNull(item(2).target()).text()).isEqualTo(Desk.GOOD);
        assertThat(last()).contains(new LastAct(Act.REJECTED, List.of(id(1))));
        assertThat(undo()).containsExactly(id(1));
        assertThat(undo()).containsExactly(id(0));

        assertThat(marks()).containsOnly(Mark.DRAFT);
        assertThat(last()).isEmpty();
        assertThat(undo()).isEmpty();
    }

    @Test
    void what_was_done_at_one_stroke_is_taken_back_at_one() {
        approve(2);
        List<Outcome> all =
                desk.decide(
                        List.of(
                                new ReviewDesk.Seen(units.get(1), item(1).version(), 900L),
                                new ReviewDesk.Seen(units.get(0), item(0).version(), null)),
                        new Decision.Approve(null),
                        IDA);
        clock.forward(Duration.ofSeconds(1));
        assertThat(all).hasOnlyElementsOfType(Outcome.Done.class);

        assertThat(requireNonNull(last().orElseThrow()).units())
                .containsExactlyInAnyOrder(id(0), id(1));
        assertThat(undo()).containsExactlyInAnyOrder(id(0), id(1));
        assertThat(marks()).containsExactly(Mark.DRAFT, Mark.DRAFT, Mark.APPROVED, Mark.DRAFT);
    }

    @Test
    void a_dismissal_and_what_was_brought_back_are_taken_back() {
        decide(3, new Decision.Dismiss(NUMBER, "as in the paper"), IDA);
        decide(3, new Decision.Restore(NUMBER), IDA);

        undo();
        assertThat(requireNonNull(item(3).target()).report().findings()).isEmpty();
        undo();
        assertThat(requireNonNull(item(3).target()).dismissed()).isEmpty();
        assertThat(item(3).serious()).isTrue();
        assertThat(last()).isEmpty();
    }

    @Test
    void taking_back_a_dismissal_leaves_the_decision_before_it() {
        decide(3, new Decision.Approve("as in the paper"), IDA);
        decide(3, new Decision.Dismiss(NUMBER, null), IDA);

        undo();
        assertThat(item(3).mark()).isEqualTo(Mark.APPROVED);
        assertThat(desk.agreements().checks().get(Language.EN))
                .isEqualTo(new Agreement(0, 1, 0, 0));
        undo();
        assertThat(item(3).mark()).isEqualTo(Mark.DRAFT);
    }

    @Test
    void a_proposal_that_was_dropped_comes_back() {
        approve(0);
        draft(0, Desk.LATER);
        decide(0, new Decision.DropProposal(), IDA);

        undo();

        assertThat(requireNonNull(item(0).proposal()).text()).isEqualTo(Desk.LATER);
        assertThat(item(0).mark()).isEqualTo(Mark.APPROVED);
    }

    @Test
    void nobody_takes_back_what_others_did_or_did_something_after() {
        approve(0);
        decide(1, new Decision.Approve(null), OTTO);
        decide(0, new Decision.Reject("dull"), OTTO);

        assertThat(last()).isEmpty();
        assertThat(desk.lastOf(OTTO, DIGEST, Language.EN))
                .contains(new LastAct(Act.REJECTED, List.of(id(0))));
        desk.undoLast(OTTO, DIGEST, Language.EN, units);
        assertThat(last()).contains(new LastAct(Act.APPROVED, List.of(id(0))));
    }

    @Test
    void a_publication_stays() {
        decide(3, new Decision.Dismiss(NUMBER, null), IDA);
        approve(3);
        desk.publish(List.of(item(3)), IDA, _ -> {});

        assertThat(undo()).isEmpty();
        assertThat(item(3).mark()).isEqualTo(Mark.FINAL);
    }

    private void publish(int unit) {
        desk.publish(List.of(item(unit)), IDA, _ -> {});
        clock.forward(Duration.ofSeconds(1));
    }

    private void withdraw() {
        desk.withdraw(units, IDA, _ -> {});
        clock.forward(Duration.ofSeconds(1));
    }

    @Test
    void what_is_withdrawn_stands_approved_as_it_was() {
        approve(0);
        ReviewItem approved = item(0);
        publish(0);

        withdraw();

        assertThat(marks()).containsExactly(Mark.APPROVED, Mark.DRAFT, Mark.DRAFT, Mark.DRAFT);
        assertThat(item(0).target()).isEqualTo(approved.target());
        assertThat(item(0).actor()).isEqualTo(approved.actor());
        assertThat(desk.history(id(0)).getFirst().act()).isEqualTo(Act.WITHDRAWN);
        assertThat(desk.history(id(1)).getFirst().act()).isEqualTo(Act.DRAFTED);
    }

    @Test
    void an_approval_of_before_a_withdrawal_is_taken_back() {
        approve(0);
        publish(0);
        withdraw();

        decide(0, new Decision.Undo(), IDA);

        assertThat(item(0).mark()).isEqualTo(Mark.DRAFT);
    }

    @Test
    void an_amendment_of_what_was_published_is_never_taken_back_to_published() {
        approve(0);
        publish(0);
        decide(0, new Decision.Amend(Desk.MINE, false, null), IDA);
        withdraw();

        decide(0, new Decision.Undo(), IDA);

        assertThat(item(0).mark()).isEqualTo(Mark.APPROVED);
        assertThat(requireNonNull(item(0).target()).text()).isEqualTo(Desk.GOOD);
    }

    @Test
    void what_was_withdrawn_is_published_again() {
        approve(0);
        publish(0);
        withdraw();

        publish(0);

        assertThat(item(0).mark()).isEqualTo(Mark.FINAL);
    }

    @Test
    void another_digest_or_language_is_left_alone() {
        approve(0);

        assertThat(desk.lastOf(IDA, DIGEST, Language.JA)).isEmpty();
        assertThat(desk.lastOf(IDA, "2026-03-03", Language.EN)).isEmpty();
    }
}
