package hanji.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.account.Accounts;
import hanji.account.Editor;
import hanji.account.Rights;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.testing.SettableClock;
import hanji.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class CommentsTest {

    private static final Editor IDA = Editor.everything("ida");
    private static final Editor UMA = Editor.everything("uma");

    private final TestDatabase.Kind kind;
    private final SettableClock clock = new SettableClock();
    @AutoClose private TestDatabase database;
    private Desk desk;
    private Comments comments;
    private Assignments assignments;
    private Presences presences;

    CommentsTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void two_people_and_a_draft() {
        database = TestDatabase.of(kind);
        desk = new Desk(database.database(), 1);
        desk.draft(Desk.GOOD);
        Accounts accounts = new Accounts(database.database(), clock);
        accounts.add("ida", "a long password", Rights.of("admin"), Editor.HANJI);
        accounts.add("uma", "a long password", Rights.of("editor:en"), Editor.HANJI);
        comments = new Comments(database.database(), clock, true);
        assignments = new Assignments(database.database(), clock, true);
        presences = new Presences(database.database(), clock);
    }

    private Company company() {
        return Company.of(database.database(), desk.unit.digest(), Language.EN, clock.instant());
    }

    @Test
    void a_comment_calls_those_whom_it_names_and_nobody_else() {
        Comment said = comments.add(desk.unit, 1, "@Uma님, @nobody: see a@uma.org.", IDA);

        assertThat(said.mentions()).containsExactly("uma");
        assertThat(comments.unread(UMA, 9)).extracting(Mention::comment).containsExactly(said.id());
        comments.read(said.id(), UMA);
        assertThat(comments.unread(UMA, 9)).isEmpty();
    }

    @Test
    void who_answers_has_read() {
        comments.add(desk.unit, 1, "@uma?", IDA);
        comments.add(desk.unit, 1, "Yes.", UMA);

        assertThat(comments.unread(UMA, 9)).isEmpty();
        assertThat(company().comments()).containsEntry(desk.unit.id().toString(), 2);
    }

    @Test
    void the_history_tells_what_was_said_settled_and_taken_back() {
        Comment one = comments.add(desk.unit, 1, "One.", IDA);
        comments.resolve(desk.unit.id(), one.id(), UMA);
        Comment two = comments.add(desk.unit, 1, "Two.", IDA);
        assertThatThrownBy(() -> comments.remove(desk.unit.id(), two.id(), UMA))
                .isInstanceOf(Problem.class);
        comments.remove(desk.unit.id(), two.id(), IDA);

        List<HistoryEntry> history = desk.reviews.history(desk.unit.id());
        assertThat(history)
                .extracting(HistoryEntry::act)
                .containsExactlyInAnyOrder(
                        Act.DRAFTED,
                        Act.COMMENTED,
                        Act.COMMENT_RESOLVED,
                        Act.COMMENTED,
                        Act.COMMENT_REMOVED);
        assertThat(history)
                .extracting(HistoryEntry::reason)
                .contains("One.")
                .doesNotContain("Two.");
        assertThat(desk.item().version()).isEqualTo(1);
        assertThat(company().comments()).isEmpty();
    }

    @Test
    void too_much_and_nothing_are_refused() {
        assertThatThrownBy(() -> comments.add(desk.unit, 1, " \n", IDA))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> comments.add(desk.unit, 1, "x".repeat(2_001), IDA))
                .isInstanceOf(Problem.class);
    }

    @Test
    void work_is_given_by_those_who_approve_to_those_who_are_there() {
        assignments.assign(desk.unit.digest(), Language.EN, 0, "UMA", IDA);

        assertThat(assignments.of(UMA, 9)).extracting(Assignment::name).containsExactly("uma");
        assertThat(company().assigned()).hasSize(1);
        assertThatThrownBy(
                        () -> assignments.assign(desk.unit.digest(), Language.EN, 0, "nobody", IDA))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() ->
                        assignments.assign(
                                desk.unit.digest(),
                                Language.EN,
                                0,
                                "ida",
                                new Editor("uma", Rights.of("editor:en"), null)))
                .isInstanceOf(Problem.class);
        assignments.release(desk.unit.digest(), Language.EN, 0, IDA);
        assertThat(assignments.of(UMA, 9)).isEmpty();
    }

    @Test
    void a_page_that_falls_silent_is_gone_and_no_one_has_a_hundred() {
        for (int i = 0; i < 30; i++) {
            presences.here(
                    desk.unit.digest(),
                    Language.EN,
                    new Presence("ida", "%08x".formatted(i), desk.unit.id().toString(), i == 0));
        }
        assertThat(company().here()).hasSize(20).anyMatch(Presence::writing);
        presences.gone("ida", "00000000");
        assertThat(company().here()).hasSize(19).noneMatch(Presence::writing);
        clock.forward(Presences.LASTS.plusSeconds(1));
        assertThat(company().here()).isEmpty();
    }

    @Test
    void the_text_that_somebody_typed_over_is_known() {
        desk.decide(new Decision.Amend(Desk.MINE, false, null));

        assertThat(desk.reviews.textAt(desk.unit.id(), 1)).isEqualTo(Desk.GOOD);
        assertThat(desk.reviews.textAt(desk.unit.id(), 2)).isEqualTo(Desk.MINE);
        assertThat(desk.reviews.textAt(desk.unit.id(), 9)).isEmpty();
    }
}
