package hanji.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.qa.QaFinding;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Sentence;
import hanji.segment.Span;
import hanji.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Findings that an editor calls no error.
@ParameterizedClass
@EnumSource
class DismissalTest {

    private static final FindingRef NUMBER =
            new FindingRef("numbers", new Span(4, 9), new Span(16, 21));

    private final TestDatabase.Kind kind;
    @AutoClose private TestDatabase database;
    private Desk desk;

    DismissalTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void a_draft_with_a_wrong_number() {
        database = TestDatabase.of(kind);
        desk = new Desk(database.database(), 1);
        desk.draft(Desk.CRITICAL);
    }

    private Target text() {
        return requireNonNull(desk.item().target());
    }

    private List<FindingRef> open() {
        return text().report().findings().stream().map(FindingRef::of).toList();
    }

    private List<QaFinding> dismissed() {
        return text().dismissed().stream().map(Dismissal::finding).toList();
    }

    private void dismiss() {
        assertThat(desk.decide(new Decision.Dismiss(NUMBER, "as in the paper")))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_dismissed_finding_counts_no_more_and_is_remembered_with_who_and_why() {
        assertThat(open()).containsExactly(NUMBER);
        assertThat(desk.item().cleanDraft()).isFalse();

        dismiss();

        assertThat(open()).isEmpty();
        assertThat(desk.item().cleanDraft()).isTrue();
        assertThat(desk.item().risk()).isEqualTo(1000);
        Dismissal kept = text().dismissed().getFirst();
        assertThat(List.of(kept.actor(), requireNonNull(kept.reason())))
                .containsExactly("Ida", "as in the paper");
        HistoryEntry newest = desk.reviews.history(desk.unit.id()).getFirst();
        assertThat(newest.act()).isEqualTo(Act.DISMISSED);
        assertThat(newest.actor()).isEqualTo("Ida");
        assertThat(newest.reason()).isEqualTo("numbers: as in the paper");
        assertThat(desk.decide(new Decision.Approve(null))).isInstanceOf(Outcome.Done.class);
        assertThat(desk.item().mark()).isEqualTo(Mark.APPROVED);
    }

    @Test
    void what_is_said_of_another_text_is_said_afresh_and_an_undo_finds_it_dismissed() {
        dismiss();
        desk.decide(new Decision.Amend("A model reads 9,999 documents.", false, null));
        assertThat(open()).hasSize(1);
        assertThat(dismissed()).isEmpty();

        desk.decide(new Decision.Undo());

        assertThat(open()).isEmpty();
        assertThat(dismissed()).hasSize(1);
        assertThat(severity()).isEmpty();
    }

    /// As the list of digests counts it.
    private Optional<String> severity() {
        return database.database()
                .read(handle ->
                        handle.createQuery(
                                        "select severity from unit where id = :id and severity is not null")
                                .bind("id", desk.unit.id().toString())
                                .mapTo(String.class)
                                .findOne());
    }

    @Test
    void a_finding_that_is_brought_back_counts_again() {
        dismiss();

        assertThat(desk.decide(new Decision.Restore(NUMBER))).isInstanceOf(Outcome.Done.class);

        assertThat(open()).containsExactly(NUMBER);
        assertThat(severity()).contains("critical");
        assertThat(desk.decide(new Decision.Approve(null)))
                .isInstanceOf(Outcome.ReasonNeeded.class);
        assertThat(desk.decide(new Decision.Restore(NUMBER)))
                .isEqualTo(
                        new Outcome.NotPossible(
                                desk.item(),
                                Sentence.of("Nobody dismissed that of this text: %s.", NUMBER)));
    }

    @Test
    void nothing_is_dismissed_that_no_check_says_or_that_somebody_has_not_seen() {
        FindingRef other = new FindingRef("numbers", null, new Span(0, 2));

        assertThat(desk.decide(new Decision.Dismiss(other, null)))
                .isEqualTo(
                        new Outcome.NotPossible(
                                desk.item(),
                                Sentence.of("No check says that of this text: %s.", other)));
        assertThat(desk.reviews.decide(desk.unit, 7, new Decision.Dismiss(NUMBER, null), Desk.IDA))
                .isInstanceOf(Outcome.Outdated.class);
        assertThat(open()).containsExactly(NUMBER);
    }

    @Test
    void a_dismissal_does_not_hide_that_the_check_spoke() {
        dismiss();
        desk.decide(new Decision.Approve(null));

        assertThat(desk.reviews.agreements().checks().get(Language.EN))
                .isEqualTo(Agreement.NONE.and(true, false));
    }

    @Test
    void a_finding_is_named_by_check_and_places() {
        assertThat(FindingRef.of("numbers 4-9 16-21")).isEqualTo(NUMBER);
        assertThat(NUMBER).hasToString("numbers 4-9 16-21");
        assertThat(FindingRef.of("empty * *")).isEqualTo(new FindingRef("empty", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "numbers",
                "numbers 4-9",
                "Numbers 4-9 1-2",
                "numbers 9-4 1-2",
                "numbers 4-9 1-2 "
            })
    void anything_else_names_none(String written) {
        assertThatThrownBy(() -> FindingRef.of(written)).isInstanceOf(Problem.class);
    }
}
