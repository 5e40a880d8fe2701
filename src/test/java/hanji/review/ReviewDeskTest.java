package hanji.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Sentence;
import hanji.segment.TargetState;
import hanji.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What is kept of a unit, whoever acts on it.
@ParameterizedClass
@EnumSource
@Timeout(30)
class ReviewDeskTest {

    private static final Decision UNDO = new Decision.Undo();

    private final TestDatabase.Kind kind;
    @AutoClose private TestDatabase database;
    private Desk desk;

    ReviewDeskTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void desk() {
        database = TestDatabase.of(kind);
        desk = new Desk(database.database(), 1);
    }

    private String stands() {
        ReviewItem item = desk.item();
        return item.mark().wire() + " " + (item.target() == null ? "" : item.target().text());
    }

    private List<Act> acts() {
        return desk.reviews.history(desk.unit.id()).stream().map(HistoryEntry::act).toList();
    }

    @Test
    void undo_goes_back_step_by_step_and_stops_at_the_draft() {
        desk.draft(Desk.GOOD);
        desk.decide(new Decision.Amend(Desk.MINE, true, null));
        assertThat(stands()).isEqualTo("approved " + Desk.MINE);

        desk.decide(UNDO);
        assertThat(stands()).isEqualTo("edited " + Desk.MINE);
        desk.decide(UNDO);
        assertThat(stands()).isEqualTo("draft " + Desk.GOOD);
        assertThat(desk.decide(UNDO))
                .isEqualTo(
                        new Outcome.NotPossible(
                                desk.item(), Sentence.of("There is no decision to take back.")));
        assertThat(acts())
                .containsExactly(Act.UNDONE, Act.UNDONE, Act.APPROVED, Act.EDITED, Act.DRAFTED);
    }

    @Test
    void after_an_undo_the_next_decision_is_the_one_to_take_back() {
        desk.draft(Desk.GOOD);
        desk.decide(new Decision.Reject("dull"));
        desk.decide(UNDO);
        desk.decide(new Decision.Approve(null));
        desk.decide(UNDO);

        assertThat(stands()).isEqualTo("draft " + Desk.GOOD);
        assertThat(desk.item().actor()).isEqualTo("Hanji");
        assertThat(desk.item().version()).isEqualTo(5);
        assertThat(desk.decide(UNDO)).isInstanceOf(Outcome.NotPossible.class);
    }

    @Test
    void an_own_text_taken_back_from_an_untouched_unit_leaves_nothing() {
        desk.decide(new Decision.Amend(Desk.MINE, false, null));

        desk.decide(UNDO);

        assertThat(stands()).isEqualTo("none ");
        assertThat(desk.item().act()).isNull();
        assertThat(desk.item().version()).isEqualTo(2);
    }

    @Test
    void a_rejection_taken_back_forgets_its_reason() {
        desk.draft(Desk.GOOD);
        desk.decide(new Decision.Reject(" dull "));
        assertThat(desk.item().reason()).isEqualTo("dull");

        desk.decide(UNDO);

        assertThat(desk.item().reason()).isNull();
    }

    @Test
    void a_machine_never_overwrites_a_person() {
        desk.bring("edited");
        desk.draft(Desk.LATER);
        assertThat(stands()).isEqualTo("edited " + Desk.MINE);
        assertThat(desk.item().proposal()).extracting(Target::text).isEqualTo(Desk.LATER);
        assertThat(desk.item().toDecide()).isTrue();

        desk.decide(new Decision.DropProposal());
        assertThat(desk.item().proposal()).isNull();
        desk.draft(Desk.GOOD);
        desk.decide(new Decision.TakeProposal());
        assertThat(stands()).isEqualTo("draft " + Desk.GOOD);
        desk.decide(UNDO);
        assertThat(stands()).isEqualTo("edited " + Desk.MINE);
        assertThat(desk.item().proposal()).extracting(Target::text).isEqualTo(Desk.GOOD);
    }

    @Test
    void the_same_text_again_is_no_proposal() {
        desk.bring("approved");

        desk.draft(Desk.GOOD);

        assertThat(desk.item().proposal()).isNull();
        assertThat(acts()).containsExactly(Act.APPROVED, Act.DRAFTED);
    }

    @Test
    void a_failure_leaves_a_text_that_stands_and_a_rejection() {
        for (String state : List.of("draft", "rejected", "approved")) {
            Desk other = new Desk(database.database(), state.hashCode());
            other.bring(state);
            ReviewItem before = other.item();

            assertThat(other.reviews.arrive(new Arrival.Failure(other.unit, "It is down.")))
                    .isEqualTo(before);
        }
    }

    @Test
    void a_decision_on_an_earlier_version_changes_nothing() {
        desk.draft(Desk.GOOD);
        int seen = desk.item().version();
        desk.draft(Desk.LATER);
        ReviewItem now = desk.item();

        assertThat(desk.reviews.decide(desk.unit, seen, new Decision.Approve(null), Desk.IDA))
                .isEqualTo(new Outcome.Outdated(now));
        assertThat(desk.item()).isEqualTo(now);
    }

    @Test
    void of_many_who_decide_at_once_one_is_first() throws Exception {
        desk.draft(Desk.GOOD);
        int seen = desk.item().version();
        CyclicBarrier start = new CyclicBarrier(6);
        List<Outcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Decision decision =
                        i % 2 == 0 ? new Decision.Approve(null) : new Decision.Reject("dull");
                all.add(
                        threads.submit(() -> {
                            start.await();
                            return desk.reviews.decide(desk.unit, seen, decision, Desk.IDA);
                        }));
            }
            for (Future<Outcome> one : all) {
                outcomes.add(one.get());
            }
        }

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Outdated.class::isInstance).hasSize(5);
        assertThat(acts()).hasSize(2);
    }

    @Test
    void first_drafts_that_arrive_at_once_are_both_kept() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<ReviewItem>> drafts = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String text : List.of(Desk.GOOD, Desk.LATER)) {
                drafts.add(
                        threads.submit(() -> {
                            start.await();
                            return desk.draft(text);
                        }));
            }
            for (Future<ReviewItem> draft : drafts) {
                assertThat(draft.get().target()).isNotNull();
            }
        }

        assertThat(acts()).containsExactly(Act.DRAFTED, Act.DRAFTED);
        assertThat(desk.reviews.history(desk.unit.id()))
                .extracting(entry -> requireNonNull(entry.target()).text())
                .containsExactlyInAnyOrder(Desk.GOOD, Desk.LATER);
    }

    @Test
    void history_only_grows() {
        List<List<HistoryEntry>> seen = new ArrayList<>();
        List<Decision> decisions =
                List.of(
                        new Decision.Amend(Desk.MINE, true, null),
                        UNDO,
                        new Decision.Reject("dull"),
                        UNDO,
                        UNDO,
                        new Decision.Approve(null));
        desk.draft(Desk.GOOD);
        for (Decision decision : decisions) {
            desk.decide(decision);
            seen.add(desk.reviews.history(desk.unit.id()));
        }
        for (int i = 1; i < seen.size(); i++) {
            List<HistoryEntry> earlier = seen.get(i - 1);
            List<HistoryEntry> later = seen.get(i);
            assertThat(later.subList(later.size() - earlier.size(), later.size()))
                    .isEqualTo(earlier);
        }
        assertThat(seen.getLast().getFirst().state()).isEqualTo(TargetState.REVIEWED);
    }
}
