package hanji.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hanji.account.AuditEntry;
import hanji.account.AuditLog;
import hanji.account.Editor;
import hanji.account.Rights;
import hanji.segment.Problem;
import hanji.segment.SourceHash;
import hanji.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Roles at the desk, whichever way a decision comes in.
@ParameterizedClass
@EnumSource
class WhoMayDecideTest {

    private static final Editor VIEWER = editor("vera", "viewer");
    private static final Editor JAPANESE = editor("juri", "approver:ja");
    private static final Editor EDITOR = editor("eve", "editor:en");
    private static final Editor APPROVER = editor("ann", "approver:en");

    private final TestDatabase.Kind kind;
    @AutoClose private TestDatabase database;
    private Desk desk;

    WhoMayDecideTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    private static Editor editor(String name, String rights) {
        return new Editor(name, Rights.of(rights), "127.0.0.1");
    }

    @BeforeEach
    void a_draft() {
        database = TestDatabase.of(kind);
        desk = new Desk(database.database(), 1);
        desk.draft(Desk.GOOD);
    }

    private void refused(Editor editor, Decision decision) {
        int version = desk.item().version();
        assertThatThrownBy(() -> desk.decide(decision, editor))
                .isInstanceOf(Problem.class)
                .extracting(problem -> ((Problem) problem).kind())
                .isEqualTo(Problem.Kind.FORBIDDEN);
        assertThat(desk.item().version()).isEqualTo(version);
    }

    private void done(Editor editor, Decision decision) {
        assertThat(desk.decide(decision, editor)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_editor_writes_and_an_approver_approves_in_her_language() {
        Decision approve = new Decision.Approve("read");
        Decision edit = new Decision.Amend(Desk.LATER, false, null);
        for (Editor other : List.of(VIEWER, JAPANESE)) {
            refused(other, edit);
            refused(other, approve);
            refused(other, new Decision.Reject("no"));
        }
        refused(EDITOR, approve);
        refused(EDITOR, new Decision.Amend(Desk.LATER, true, "read"));

        done(EDITOR, edit);
        done(APPROVER, approve);
    }

    @Test
    void what_somebody_stands_behind_only_approvers_change() {
        done(APPROVER, new Decision.Approve("read"));

        refused(EDITOR, new Decision.Amend(Desk.MINE, false, null));
        refused(EDITOR, new Decision.Reject("no"));
        refused(EDITOR, new Decision.Undo());

        done(APPROVER, new Decision.Amend(Desk.MINE, false, null));
        // taking this back would let the approval stand again
        refused(EDITOR, new Decision.Undo());
        done(APPROVER, new Decision.Undo());
    }

    @Test
    void nobody_approves_her_own_words_where_that_is_configured() {
        Desk strict = new Desk(database.database(), 2, null, false);
        strict.draft(Desk.GOOD);
        assertThat(strict.decide(new Decision.Amend("My text.", false, null), APPROVER))
                .isInstanceOf(Outcome.Done.class);

        assertThatThrownBy(() -> strict.decide(new Decision.Approve("mine"), APPROVER))
                .hasMessageContaining("You wrote this text");
        assertThatThrownBy(() ->
                        strict.decide(new Decision.Amend("Mine again.", true, "mine"), APPROVER))
                .hasMessageContaining("You wrote this text");
        assertThat(strict.decide(new Decision.Approve("read"), editor("bea", "approver")))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void every_decision_stands_in_the_audit_log_with_both_texts() {
        done(EDITOR, new Decision.Amend(Desk.LATER, false, null));
        done(APPROVER, new Decision.Approve("read"));
        // approving what is approved changes nothing
        done(APPROVER, new Decision.Approve("read"));

        List<AuditEntry> log =
                database.database().read(handle -> AuditLog.page(handle, Long.MAX_VALUE, 9));
        assertThat(log)
                .extracting(AuditEntry::actor, AuditEntry::detail)
                .containsExactly(tuple("ann", "approve"), tuple("eve", "edit"));
        assertThat(log.getLast().before()).isEqualTo(SourceHash.of(Desk.GOOD).hex());
        assertThat(log.getLast().after()).isEqualTo(SourceHash.of(Desk.LATER).hex());
        assertThat(log.getFirst().after()).isEqualTo(SourceHash.of(Desk.LATER).hex());
    }
}
