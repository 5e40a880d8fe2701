package hanji.review;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.termbase.Mended;
import hanji.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What is read of machines' texts that editors approved.
@ParameterizedClass
@EnumSource
@Timeout(30)
class MendedStoreTest {

    private final TestDatabase.Kind kind;
    @AutoClose private TestDatabase database;
    private Desk desk;

    MendedStoreTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void a_unit_that_stands_in_its_digest() {
        database = TestDatabase.of(kind);
        desk = new Desk(database.database(), 1);
        database.database()
                .write(handle -> {
                    handle.execute(
                            "insert into entry (id, digest, number, title) values (7, ?, 3, 'Paper')",
                            desk.unit.digest());
                    return handle.execute(
                            "insert into segment (id, digest, entry, number, source_hash) values (1, ?, 7, 2, ?)",
                            desk.unit.digest(),
                            desk.unit.hash().hex());
                });
    }

    private List<String> pairs() {
        return desk.reviews.mended().stream()
                .map(one -> one.machine() + " → " + one.approved())
                .toList();
    }

    @Test
    void a_draft_that_nobody_approved_is_not_read() {
        desk.draft(Desk.GOOD);
        assertThat(pairs()).isEmpty();

        desk.decide(new Decision.Amend(Desk.MINE, false, null));
        assertThat(pairs()).isEmpty();
    }

    @Test
    void an_edit_is_read_with_the_machines_text_before_it_and_its_place() {
        desk.draft(Desk.LATER);
        desk.draft(Desk.GOOD);
        desk.decide(new Decision.Amend(Desk.MINE, true, null));
        desk.draft(Desk.CRITICAL);

        assertThat(desk.reviews.mended())
                .containsExactly(
                        new Mended(
                                "digest 1 3.2",
                                "/digests/digest%201?lang=en#u-" + desk.unit.id(),
                                Language.EN,
                                desk.unit.source(),
                                Desk.GOOD,
                                Desk.MINE));
    }

    @Test
    void a_text_that_was_let_stand_is_read_too() {
        desk.bring("approved");

        assertThat(pairs()).containsExactly(Desk.GOOD + " → " + Desk.GOOD);
    }

    @Test
    void a_text_that_no_machine_wrote_is_not() {
        desk.decide(new Decision.Amend(Desk.MINE, true, null));

        assertThat(pairs()).isEmpty();
    }

    @Test
    void an_approval_and_its_undo_change_the_stamp() {
        desk.draft(Desk.GOOD);
        String before = desk.reviews.mendedStamp();
        desk.decide(new Decision.Approve(null));
        String approved = desk.reviews.mendedStamp();
        assertThat(approved).isNotEqualTo(before);

        desk.decide(new Decision.Undo());

        assertThat(desk.reviews.mendedStamp()).isEqualTo(before);
    }
}
