package hanji.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.account.Editor;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Sentence;
import hanji.segment.TargetState;
import hanji.termbase.Concept;
import hanji.termbase.Term;
import hanji.termbase.TermEntry;
import hanji.termbase.TermStatus;
import hanji.termbase.Terms;
import hanji.testing.TestDatabase;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What follows from how units stand: staleness, risk, publication, bounds.
@ParameterizedClass
@EnumSource
class StandingTest {

    private final TestDatabase.Kind kind;
    @AutoClose private TestDatabase database;
    private Desk desk;

    StandingTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void desk() {
        database = TestDatabase.of(kind);
        desk = new Desk(database.database(), 1);
    }

    @Test
    void a_machine_draft_of_another_recipe_is_stale_and_a_persons_text_is_not() {
        Map<String, Staleness> stale = new LinkedHashMap<>();
        for (String state : List.of("draft", "rejected", "edited", "approved", "final")) {
            Desk one = new Desk(database.database(), 2 + stale.size());
            one.bring(state);
            one.recipe = "tomorrow";
            stale.put(state, one.item().staleness());
        }
        assertThat(stale)
                .isEqualTo(
                        Map.of(
                                "draft", Staleness.REQUEST_CHANGED,
                                "rejected", Staleness.FRESH,
                                "edited", Staleness.FRESH,
                                "approved", Staleness.FRESH,
                                "final", Staleness.FRESH));
    }

    @Test
    void a_machine_draft_whose_source_speaks_of_other_terms_is_stale() {
        desk.bring("draft");
        Desk approved = new Desk(database.database(), 2);
        approved.bring("approved");
        Terms tested =
                new Terms(
                        List.of(
                                new TermEntry(
                                        1,
                                        1,
                                        new Concept(
                                                List.of(
                                                        Term.of(
                                                                Language.KO,
                                                                "문서",
                                                                TermStatus.PREFERRED),
                                                        Term.of(
                                                                Language.EN,
                                                                "document",
                                                                TermStatus.PREFERRED)),
                                                null,
                                                null),
                                        "Ida",
                                        Instant.EPOCH)));
        desk.terms = tested;
        approved.terms = tested;

        assertThat(desk.item().staleness()).isEqualTo(Staleness.TERMS_CHANGED);
        assertThat(desk.item().mark()).isEqualTo(Mark.STALE);
        assertThat(approved.item().staleness()).isEqualTo(Staleness.FRESH);
        desk.terms = Terms.NONE;
        assertThat(desk.item().staleness()).isEqualTo(Staleness.FRESH);
    }

    @Test
    void what_must_be_looked_at_first_has_the_higher_risk() {
        Map<String, Integer> risks = new LinkedHashMap<>();
        for (String state :
                List.of(
                        "untouched",
                        "failed",
                        "draft",
                        "critical",
                        "rejected",
                        "edited",
                        "approved",
                        "proposed",
                        "final")) {
            Desk one = new Desk(database.database(), 2 + risks.size());
            one.bring(state);
            risks.put(state, one.item().risk());
        }
        assertThat(
                        risks.entrySet().stream()
                                .sorted(
                                        Map.Entry.<String, Integer>comparingByValue(
                                                Comparator.reverseOrder()))
                                .map(Map.Entry::toString))
                .containsExactly(
                        "critical=9025",
                        "proposed=6000",
                        "rejected=5000",
                        "failed=4000",
                        "draft=1000",
                        "edited=1000",
                        "untouched=0",
                        "approved=0",
                        "final=0");
    }

    @Test
    void publishing_marks_what_is_approved_and_keeps_who_approved_it() {
        Desk draft = new Desk(database.database(), 2);
        draft.bring("draft");
        desk.bring("approved");
        String approver = requireNonNull(desk.item().actor());
        List<ReviewItem> read = List.of(desk.item(), draft.item());

        assertThat(desk.reviews.publish(read, Editor.everything("Somebody else"), _ -> {}))
                .isEqualTo(1);

        assertThat(List.of(desk.item().mark(), draft.item().mark()))
                .containsExactly(Mark.FINAL, Mark.DRAFT);
        assertThat(desk.item().actor()).isEqualTo(approver);
        assertThat(desk.reviews.history(desk.unit.id()).getFirst().actor())
                .isEqualTo("Somebody else");
    }

    @Test
    void nothing_is_published_when_somebody_decided_since_it_was_read() {
        Desk changed = new Desk(database.database(), 3);
        changed.bring("approved");
        desk.bring("approved");
        List<ReviewItem> read = List.of(desk.item(), changed.item());
        changed.decide(new Decision.Amend(Desk.MINE, true, null));

        assertThatThrownBy(() ->
                        desk.reviews.publish(
                                read,
                                Desk.IDA,
                                _ -> {
                                    throw new AssertionError("written all the same");
                                }))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "Somebody decided on %s while it was being published: publish again."
                                .formatted(changed.unit.place()));
        assertThat(desk.item().mark()).isEqualTo(Mark.APPROVED);
    }

    @Test
    void a_proposal_hides_neither_the_approver_nor_the_way_back() {
        desk.bring("proposed");
        ReviewItem proposed = desk.item();
        assertThat(proposed.act()).isEqualTo(Act.APPROVED);
        assertThat(proposed.actor()).isEqualTo(Desk.IDA.name());

        desk.decide(new Decision.Undo());

        assertThat(desk.item().state()).isEqualTo(TargetState.TRANSLATED);
        assertThat(requireNonNull(desk.item().proposal()).text())
                .isEqualTo(requireNonNull(proposed.proposal()).text());
    }

    @Test
    void a_taken_proposal_comes_back_beside_the_text_when_that_is_undone() {
        desk.bring("proposed");
        ReviewItem before = desk.item();

        desk.decide(new Decision.TakeProposal());
        desk.decide(new Decision.Undo());

        assertThat(desk.item().target()).isEqualTo(before.target());
        assertThat(desk.item().proposal()).isEqualTo(before.proposal());
        assertThat(desk.item().state()).isEqualTo(before.state());
    }

    @Test
    void nobody_decides_on_a_source_she_has_not_seen() {
        desk.bring("draft");
        int seen = desk.item().version();

        desk.reviews.sourceChanged(List.of(desk.unit));

        assertThat(desk.reviews.decide(desk.unit, seen, new Decision.Approve(null), Desk.IDA))
                .isInstanceOf(Outcome.Outdated.class);
        assertThat(desk.item().act()).isEqualTo(Act.DRAFTED);
        assertThat(desk.reviews.history(desk.unit.id()).getFirst().act())
                .isEqualTo(Act.SOURCE_CHANGED);
    }

    @Test
    void a_draft_of_a_changed_source_is_inspected_again_when_it_is_approved() {
        desk.draft(Desk.GOOD);
        Unit changed = new Unit(desk.unit.id(), desk.unit.digest(), 1, 1, "모델은 2,000개의 문서를 읽습니다.");
        ReviewItem stale = desk.reviews.item(changed);
        assertThat(stale.mark()).isEqualTo(Mark.STALE);

        assertThat(
                        desk.reviews.decide(
                                changed, stale.version(), new Decision.Approve(null), Desk.IDA))
                .isInstanceOf(Outcome.ReasonNeeded.class);
        desk.reviews.decide(
                changed, stale.version(), new Decision.Approve("they count anew"), Desk.IDA);

        ReviewItem approved = desk.reviews.item(changed);
        assertThat(approved.mark()).isEqualTo(Mark.APPROVED);
        assertThat(requireNonNull(approved.target()).source()).isEqualTo(changed.source());
        assertThat(approved.reason()).isEqualTo("they count anew");
        assertThat(desk.item().mark()).isEqualTo(Mark.STALE);
    }

    @Test
    void texts_and_reasons_are_bounded_and_nothing_is_kept_of_longer_ones() {
        desk.draft(Desk.GOOD);
        ReviewItem before = desk.item();

        assertThatThrownBy(() -> desk.decide(new Decision.Amend("x".repeat(20_001), true, null)))
                .isInstanceOf(Problem.class)
                .hasMessage("The text has 20,001 characters; a unit holds at most 20,000.");
        assertThatThrownBy(() -> desk.decide(new Decision.Reject("x".repeat(2_001))))
                .isInstanceOf(Problem.class)
                .hasMessage("The reason has 2,001 characters; keep it below 2,000.");
        assertThat(desk.item()).isEqualTo(before);

        desk.decide(new Decision.Amend("한".repeat(20_000), true, "글".repeat(2_000)));
        assertThat(requireNonNull(desk.item().target()).text()).hasSize(20_000);
    }

    @Test
    void odd_characters_of_a_person_are_refused_and_the_rest_is_kept_as_it_is() {
        String odd = "'); drop table unit; -- {#if} 😀";

        desk.decide(new Decision.Amend(odd, false, null));

        assertThat(requireNonNull(desk.item().target()).text()).isEqualTo(odd);
        for (String unkept : List.of("a\u0000b", "a\uD800", "\uDC00b")) {
            assertThatThrownBy(() -> desk.decide(new Decision.Amend(unkept, false, null)))
                    .isInstanceOf(Problem.class)
                    .hasMessage(
                            "The text holds a NUL or half a surrogate pair, which cannot be kept: take it out.");
            assertThatThrownBy(() -> desk.decide(new Decision.Reject(unkept)))
                    .isInstanceOf(Problem.class);
        }
        assertThat(requireNonNull(desk.item().target()).text()).isEqualTo(odd);
    }

    @Test
    void line_ends_and_margins_of_a_persons_text_are_tidied() {
        desk.decide(new Decision.Amend("  one\r\ntwo\rthree \n", false, null));

        assertThat(requireNonNull(desk.item().target()).text()).isEqualTo("one\ntwo\nthree");
        assertThat(desk.decide(new Decision.Amend(" \n", false, null)))
                .isEqualTo(
                        new Outcome.NotPossible(
                                desk.item(),
                                Sentence.of("The text is empty: write one, or reject the unit.")));
    }
}
