package hanji.review;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.qa.QaReport;
import hanji.segment.Provenance;
import hanji.segment.TargetState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepetitionTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static HistoryEntry entry(
            int version, Act act, String text, String actor, @Nullable String reason) {
        Target target =
                new Target(
                        version,
                        text,
                        "원문",
                        new Provenance.Human(actor, NOW),
                        new QaReport(List.of()));
        return new HistoryEntry(
                version, act, TargetState.TRANSLATED, target, null, actor, reason, NOW);
    }

    @Test
    void an_edit_that_was_approved_at_once_counts_with_its_approval_only() {
        Decision decision = new Decision.Amend(" mine\r\n", true, null);
        HistoryEntry edited = entry(2, Act.EDITED, "mine", "Ida", null);
        HistoryEntry approved = entry(3, Act.APPROVED, "mine", "Ida", null);

        assertThat(Repetition.version(List.of(approved, edited), 1, decision, "Ida")).hasValue(3);
        assertThat(Repetition.version(List.of(edited), 1, decision, "Ida")).isEmpty();
    }

    @Test
    void what_somebody_else_did_or_did_later_is_no_repetition() {
        Decision decision = new Decision.Approve(null);
        List<HistoryEntry> history =
                List.of(
                        entry(3, Act.APPROVED, "theirs", "Ida", null),
                        entry(2, Act.EDITED, "theirs", "Max", null));

        assertThat(Repetition.version(history, 1, decision, "Ida")).isEmpty();
        assertThat(Repetition.version(history, 2, decision, "Max")).isEmpty();
        assertThat(Repetition.version(history, 2, decision, "Ida")).hasValue(3);
    }

    @Test
    void another_text_or_reason_is_another_decision() {
        List<HistoryEntry> edited = List.of(entry(2, Act.EDITED, "mine", "Ida", null));
        List<HistoryEntry> rejected = List.of(entry(2, Act.REJECTED, "text", "Ida", "too stiff"));

        assertThat(Repetition.version(edited, 1, new Decision.Amend("other", false, null), "Ida"))
                .isEmpty();
        assertThat(Repetition.version(rejected, 1, new Decision.Reject("wrong"), "Ida")).isEmpty();
        assertThat(Repetition.version(rejected, 1, new Decision.Reject("too stiff "), "Ida"))
                .hasValue(2);
    }
}
