package hanji.web;

import static hanji.web.Items.draft;
import static hanji.web.Items.finding;
import static org.assertj.core.api.Assertions.assertThat;

import hanji.qa.Severity;
import hanji.review.Act;
import hanji.review.ReviewItem;
import hanji.segment.Span;
import hanji.segment.TargetState;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowViewsTest {

    @Test
    void aDraftWithAFindingShowsItInBothTextsAndInWords() {
        RowView row =
                row(
                        draft(
                                1,
                                "2 조 토큰",
                                "2 billion tokens",
                                finding(Severity.CRITICAL, new Span(0, 3), new Span(0, 9))));
        Piece source = new Piece("2 조", "mark", "f f-critical nb", "1");
        Piece target = new Piece("2 billion", "mark", "f f-critical nb", "1");
        assertThat(row.source()).first().isEqualTo(source);
        assertThat(row.lines().getFirst()).first().isEqualTo(target);
        assertThat(row.findings())
                .containsExactly(
                        new FindingView(
                                "number 0-3 0-9",
                                1,
                                new Glyph("f-critical", "g-seal"),
                                "critical",
                                "critical",
                                "numberChanged",
                                "The number changed.",
                                "en",
                                "2 조",
                                "2 billion",
                                null));
        assertThat(row.state()).isEqualTo("draft");
    }

    @Test
    void anApprovedTextNoLongerShowsWhatChecksSaid() {
        ReviewItem approved =
                Items.item(
                        1,
                        "2 조",
                        "2 billion",
                        new hanji.segment.Provenance.Human("Mina", Items.THEN),
                        TargetState.REVIEWED,
                        Act.APPROVED,
                        finding(Severity.CRITICAL, new Span(0, 3), new Span(0, 9)));
        assertThat(row(approved).findings()).isEmpty();
        assertThat(row(approved).state()).isEqualTo("approved");
    }

    @Test
    void everyStateOffersWhatCanBeDoneInIt() {
        assertThat(row(draft(1, "원문", "text")).actions())
                .extracting(ActionView::key)
                .containsExactly("a", "e", "r", "x");
        assertThat(row(Items.with(1, TargetState.INITIAL, Act.REJECTED)).actions())
                .extracting(ActionView::act)
                .containsExactly("redo", "edit", "undo");
        assertThat(row(ReviewItem.untouched(Items.unit(1, "원문"))).actions())
                .extracting(ActionView::act)
                .containsExactly("redo", "edit");
    }

    @Test
    void aFindingOnTheWholeTextMarksNothing() {
        RowView row = row(draft(1, "원문", "text", finding(Severity.MINOR, null, new Span(0, 4))));
        assertThat(row.lines().getFirst()).containsExactly(Piece.plain("text"));
        assertThat(row.findings()).hasSize(1);
    }

    @Test
    void aRowBeingRedoneShowsTheNewTextSoFarAndOffersNothing() {
        RowView row =
                row(draft(1, "2 조", "2 billion", finding(Severity.CRITICAL, null, null)), "2 tril");

        assertThat(row.state()).isEqualTo("redoing");
        assertThat(row.glyph()).isEqualTo(Glyph.REDOING);
        assertThat(row.word()).isEqualTo("beingRedone");
        assertThat(row.growing()).containsExactly("2 tril");
        assertThat(row.text()).isEqualTo("2 billion");
        assertThat(row.beside()).isFalse();
        assertThat(row.actions()).isEmpty();
        assertThat(row.findings()).isEmpty();
        assertThat(row.open()).isFalse();
    }

    @Test
    void aNewTextComesBesideOneThatAPersonStandsBehind() {
        assertThat(row(Items.with(1, TargetState.REVIEWED, Act.APPROVED), "").beside()).isTrue();
        assertThat(row(Items.with(1, TargetState.TRANSLATED, Act.EDITED), "").beside()).isTrue();
        assertThat(row(Items.with(1, TargetState.INITIAL, Act.REJECTED), "").beside()).isFalse();
    }

    private static RowView row(ReviewItem item, String growing) {
        return new RowViews(Items.WORDS, false, Map.of(item.unit().id(), growing))
                .row(Items.digest(item.unit().source()).entries().getFirst(), item, null);
    }

    private static RowView row(ReviewItem item) {
        return new RowViews(Items.WORDS, false, Map.of())
                .row(Items.digest(item.unit().source()).entries().getFirst(), item, null);
    }
}
