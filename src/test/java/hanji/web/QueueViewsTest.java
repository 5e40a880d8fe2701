package hanji.web;

import static hanji.web.Items.draft;
import static hanji.web.Items.finding;
import static hanji.web.Items.with;
import static org.assertj.core.api.Assertions.assertThat;

import hanji.qa.Severity;
import hanji.review.Act;
import hanji.review.ReviewItem;
import hanji.segment.Span;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueueViewsTest {

    @Test
    void worstComesFirstAndApprovedIsLeftOut() {
        QueueView queue =
                queue(
                        with(1, TargetState.REVIEWED, Act.APPROVED),
                        with(2, TargetState.INITIAL, Act.REJECTED),
                        draft(3, "원문", "text", finding(Severity.MAJOR, null, null)),
                        draft(4, "원문", "text", finding(Severity.CRITICAL, null, null)),
                        with(5, TargetState.FINAL, Act.PUBLISHED));
        assertThat(queue.decide())
                .extracting(QueueView.Item::place)
                .containsExactly("1.4", "1.3", "1.2");
        assertThat(queue.toRead()).isEqualTo(3);
    }

    @Test
    void cleanDraftsAreCountedByEntryAndMinorOnesAreToBeLookedAt() {
        QueueView queue =
                queue(
                        draft(1, "원문", "text"),
                        draft(2, "원문", "text"),
                        draft(3, "원문", "text", finding(Severity.MINOR, null, null)),
                        with(4, TargetState.TRANSLATED, Act.EDITED));
        assertThat(queue.clean()).containsExactly(new QueueView.Group(1, "Attention", 2));
        assertThat(queue.look()).extracting(QueueView.Item::place).containsExactly("1.3", "1.4");
        assertThat(queue.decide()).isEmpty();
    }

    @Test
    void theReasonStandsBeforeTheText() {
        QueueView queue =
                queue(
                        draft(
                                1,
                                "2 조 토큰",
                                "2 billion tokens",
                                finding(Severity.CRITICAL, new Span(0, 3), new Span(0, 9))));
        assertThat(queue.decide().getFirst())
                .returns("2 조", QueueView.Item::before)
                .returns("2 billion", QueueView.Item::after)
                .returns("categoryAndSeverity[numberChanged, critical]", QueueView.Item::small);
    }

    @Test
    void aRejectionTellsItsReason() {
        assertThat(queue(with(1, TargetState.INITIAL, Act.REJECTED)).decide().getFirst().reason())
                .isEqualTo("stiff");
    }

    @Test
    void whatIsBeingRedoneIsOnItsWayAndNothingElse() {
        QueueView queue =
                queue(
                        Set.of(Items.unit(1, "원문").id(), Items.unit(2, "원문").id()),
                        with(1, TargetState.INITIAL, Act.REJECTED),
                        draft(2, "원문", "text"),
                        draft(3, "원문", "text"));
        assertThat(queue.underway()).containsExactly(new QueueView.Group(1, "Attention", 2));
        assertThat(queue.clean()).containsExactly(new QueueView.Group(1, "Attention", 1));
        assertThat(queue.decide()).isEmpty();
        assertThat(queue.toRead()).isEqualTo(1);
    }

    private static QueueView queue(ReviewItem... items) {
        return queue(Set.of(), items);
    }

    private static QueueView queue(Set<UnitId> redoing, ReviewItem... items) {
        return new QueueViews(Items.WORDS, false, redoing)
                .queue(Items.digest("하나", "둘", "셋", "넷", "다섯"), List.of(items));
    }
}
