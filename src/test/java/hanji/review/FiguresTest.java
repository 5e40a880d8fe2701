package hanji.review;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.account.Editor;
import hanji.qa.QaFinding;
import hanji.segment.Language;
import hanji.testing.SettableClock;
import hanji.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What is added up of drafts and decisions.
@ParameterizedClass
@EnumSource
class FiguresTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final TestDatabase.Kind kind;
    private final SettableClock clock = new SettableClock();
    @AutoClose private TestDatabase database;
    private Figures figures;

    FiguresTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void nothing_happened_yet() {
        database = TestDatabase.of(kind);
        figures = new Figures(database.database(), clock);
    }

    private Desk desk(int number) {
        return new Desk(database.database(), number, null, true, clock);
    }

    private Desk drafted(int number, String text) {
        Desk desk = desk(number);
        desk.draft(text);
        return desk;
    }

    private Worked only() {
        List<Worked> worked = figures.since(DAY);
        assertThat(worked).hasSize(1);
        return worked.getFirst();
    }

    @Test
    void without_events_there_is_nothing() {
        assertThat(figures.since(DAY.minusDays(89))).isEmpty();
    }

    @Test
    void a_draft_and_its_findings_belong_to_model_prompt_and_language() {
        drafted(1, Desk.CRITICAL);

        Worked worked = only();
        assertThat(worked.day()).isEqualTo(DAY);
        assertThat(worked.language()).isEqualTo(Language.EN);
        assertThat(worked.model()).isEqualTo("mini");
        assertThat(worked.prompt()).isEqualTo("translate@1");
        assertThat(worked.raised()).isEqualTo(Map.of("numbers", 1));
        assertThat(worked.tally()).isEqualTo(Tally.drafted(1).plus(Tally.calls(1, 15, 0, false)));
    }

    @Test
    void a_text_approved_as_it_came_was_not_edited() {
        drafted(1, Desk.GOOD).decide(new Decision.Approve(null));

        assertThat(only().tally().approved()).isEqualTo(1);
        assertThat(only().tally().changed()).isZero();
        assertThat(only().tally().editRate()).hasValue(0);
    }

    @Test
    void an_edit_is_measured_against_the_machines_text() {
        drafted(1, Desk.GOOD).decide(new Decision.Amend(Desk.LATER, true, null));

        Tally tally = only().tally();
        assertThat(tally.changed()).isEqualTo(1);
        // e becomes is
        assertThat(tally.edits()).isEqualTo(2);
        assertThat(tally.signs()).isEqualTo(Desk.LATER.length());
    }

    @Test
    void a_text_that_no_machine_drafted_has_no_edit_distance() {
        desk(1).decide(new Decision.Amend(Desk.MINE, true, null));

        assertThat(only().model()).isEmpty();
        assertThat(only().tally().approved()).isEqualTo(1);
        assertThat(only().tally().editRate()).isEmpty();
    }

    @Test
    void time_goes_from_decision_to_decision_and_pauses_are_left_out() {
        List<Desk> desks =
                List.of(drafted(1, Desk.GOOD), drafted(2, Desk.GOOD), drafted(3, Desk.GOOD));
        for (Desk desk : desks) {
            desk.decide(new Decision.Approve(null));
            clock.forward(Duration.ofSeconds(desk == desks.getFirst() ? 40 : 301));
        }

        assertThat(only().tally().secondsPerUnit()).hasValue(40);
    }

    @Test
    void editing_and_approving_one_text_is_one_text() {
        Desk first = drafted(1, Desk.GOOD);
        Desk second = drafted(2, Desk.GOOD);
        first.decide(new Decision.Approve(null));
        clock.forward(Duration.ofSeconds(30));
        second.decide(new Decision.Amend(Desk.MINE, false, null));
        clock.forward(Duration.ofSeconds(10));
        second.decide(new Decision.Approve(null));

        assertThat(only().tally().timed()).isEqualTo(1);
        assertThat(only().tally().secondsPerUnit()).hasValue(40);
    }

    @Test
    void what_another_editor_did_meanwhile_takes_no_time_of_hers() {
        Desk first = drafted(1, Desk.GOOD);
        Desk second = drafted(2, Desk.GOOD);
        first.decide(new Decision.Approve(null));
        clock.forward(Duration.ofSeconds(30));
        second.decide(new Decision.Approve(null), Editor.everything("Bora"));

        assertThat(only().tally().secondsPerUnit()).isEmpty();
    }

    private void measured(Desk desk, Decision decision, long seconds) {
        desk.reviews.decide(
                List.of(new ReviewDesk.Seen(desk.unit, desk.item().version(), seconds * 1_000)),
                decision,
                Desk.IDA);
    }

    @Test
    void time_that_was_measured_goes_before_what_is_between_decisions() {
        Desk first = drafted(1, Desk.GOOD);
        Desk second = drafted(2, Desk.GOOD);
        Desk third = drafted(3, Desk.GOOD);
        measured(first, new Decision.Approve(null), 12);
        clock.forward(Duration.ofSeconds(400));
        measured(second, new Decision.Approve(null), 20);
        clock.forward(Duration.ofSeconds(40));
        third.decide(new Decision.Approve(null));

        assertThat(only().tally().secondsPerUnit()).hasValue((12 + 20 + 40) / 3.0);
        assertThat(only().tally().measured()).isEqualTo(2);
        assertThat(only().tally().timed()).isEqualTo(3);
    }

    @Test
    void editing_dismissing_and_approving_one_text_is_measured_as_one() {
        Desk first = drafted(1, Desk.GOOD);
        Desk second = drafted(2, Desk.CRITICAL);
        measured(first, new Decision.Approve(null), 5);
        clock.forward(Duration.ofSeconds(30));
        QaFinding finding = second.item().target().report().findings().getFirst();
        second.decide(new Decision.Dismiss(FindingRef.of(finding), null));
        clock.forward(Duration.ofSeconds(10));
        measured(second, new Decision.Amend(Desk.MINE, false, null), 35);
        clock.forward(Duration.ofSeconds(10));
        measured(second, new Decision.Amend(Desk.LATER, true, null), 8);

        assertThat(only().tally().millis()).isEqualTo(48_000);
        assertThat(only().tally().timed()).isEqualTo(2);
        assertThat(only().tally().measured()).isEqualTo(2);
    }

    @Test
    void a_text_that_is_looked_over_later_takes_no_more_time() {
        Desk desk = drafted(1, Desk.GOOD);
        measured(desk, new Decision.Approve(null), 9);
        clock.forward(Duration.ofSeconds(60));
        desk.reviews.lookOver(
                new ReviewDesk.Seen(desk.unit, desk.item().version(), 30_000L), Desk.IDA);

        assertThat(only().tally().secondsPerUnit()).hasValue(9);
    }

    @Test
    void dismissals_are_counted_by_check() {
        Desk desk = drafted(1, Desk.CRITICAL);
        QaFinding finding = desk.item().target().report().findings().getFirst();
        desk.decide(new Decision.Dismiss(FindingRef.of(finding), "as in: the paper"));

        assertThat(only().dismissed()).isEqualTo(Map.of("numbers", 1));
        assertThat(only().tally().dismissed()).isEqualTo(1);
    }

    @Test
    void a_rejection_is_no_approval() {
        drafted(1, Desk.GOOD).decide(new Decision.Reject("dull"));

        assertThat(only().tally().rejected()).isEqualTo(1);
        assertThat(only().tally().approved()).isZero();
    }

    @Test
    void days_stay_apart_and_those_before_are_left_out() {
        Desk desk = drafted(1, Desk.GOOD);
        assertThat(figures.since(DAY)).hasSize(1);
        clock.forward(Duration.ofDays(5));
        desk.decide(new Decision.Approve(null));

        assertThat(figures.since(DAY))
                .extracting(Worked::day)
                .containsExactly(DAY, DAY.plusDays(5));
        assertThat(figures.since(DAY.plusDays(1)))
                .extracting(Worked::day)
                .containsExactly(DAY.plusDays(5));
        assertThat(figures.since(DAY.minusDays(80))).hasSize(2);
    }
}
