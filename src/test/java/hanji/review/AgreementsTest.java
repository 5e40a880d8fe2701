package hanji.review;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.qa.MqmCategory;
import hanji.qa.QaFinding;
import hanji.qa.QaReport;
import hanji.qa.Severity;
import hanji.segment.Language;
import hanji.segment.Span;
import hanji.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What editors decided, beside what was said before, on both databases.
@ParameterizedClass
@EnumSource
class AgreementsTest {

    private final TestDatabase.Kind kind;
    @AutoClose private TestDatabase database;
    private int desks;

    AgreementsTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void database() {
        database = TestDatabase.of(kind);
    }

    private Desk desk() {
        return new Desk(database.database(), ++desks);
    }

    private Agreement checks() {
        return Objects.requireNonNull(
                desk().reviews.agreements().checks().getOrDefault(Language.EN, Agreement.NONE));
    }

    private static QaReport error(Severity severity) {
        return new QaReport(
                List.of(
                        new QaFinding(
                                "judge",
                                MqmCategory.MISTRANSLATION,
                                severity,
                                null,
                                new Span(0, 1),
                                "It says otherwise.")));
    }

    @Test
    void findings_and_decisions_make_a_table() {
        desk().bring("approved");
        Desk overruled = desk();
        overruled.bring("critical");
        overruled.decide(new Decision.Approve("it is right"));
        Desk mended = desk();
        mended.bring("critical");
        mended.decide(new Decision.Amend(Desk.MINE, true, null));
        desk().bring("rejected");
        desk().bring("edited");
        desk().bring("draft");

        assertThat(checks()).isEqualTo(new Agreement(1, 1, 2, 1));
    }

    @Test
    void the_last_decision_on_a_text_counts() {
        Desk desk = desk();
        desk.bring("approved");
        desk.decide(new Decision.Amend(Desk.MINE, true, null));

        assertThat(checks()).isEqualTo(new Agreement(0, 0, 1, 0));
    }

    @Test
    void what_was_taken_back_does_not_count() {
        Desk desk = desk();
        desk.bring("rejected");
        desk.decide(new Decision.Undo());
        assertThat(checks()).isEqualTo(Agreement.NONE);

        desk.decide(new Decision.Approve(null));
        assertThat(checks()).isEqualTo(new Agreement(0, 0, 0, 1));
    }

    @Test
    void each_machine_text_is_one() {
        Desk desk = desk();
        desk.bring("rejected");
        desk.draft(Desk.LATER);
        desk.decide(new Decision.Approve(null));

        assertThat(checks()).isEqualTo(new Agreement(0, 0, 1, 1));
    }

    @Test
    void only_texts_that_the_judge_read_are_compared_with_it() {
        Desk flagged = new Desk(database.database(), ++desks, "stern");
        flagged.bring("draft");
        flagged.reviews.judge(
                List.of(
                        new Judged(
                                flagged.unit,
                                Objects.requireNonNull(flagged.item().target()),
                                error(Severity.MAJOR))));
        flagged.decide(new Decision.Amend(Desk.MINE, true, null));
        Desk small = new Desk(database.database(), ++desks, "stern");
        small.bring("draft");
        small.reviews.judge(
                List.of(
                        new Judged(
                                small.unit,
                                Objects.requireNonNull(small.item().target()),
                                error(Severity.MINOR))));
        small.decide(new Decision.Approve(null));
        desk().bring("approved");

        assertThat(small.reviews.agreements().judge())
                .isEqualTo(Map.of(Language.EN, new Agreement(1, 0, 0, 1)));
        assertThat(small.reviews.agreements().checks())
                .isEqualTo(Map.of(Language.EN, new Agreement(0, 0, 1, 2)));
        assertThat(desk().reviews.agreements().judge()).isEmpty();
        assertThat(new Desk(database.database(), ++desks, "other").reviews.agreements().judge())
                .isEmpty();
    }
}
