package hanji.web;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class BearingsTest {

    private static final Bearings BEARINGS =
            new Bearings(
                    Items.digest("BERT는 빠릅니다", "BERT는 2조 개의 토큰으로, GPU 8개를 써서 훈련했습니다, 그리고 좋습니다")
                            .entries()
                            .getFirst());

    @Test
    void one_bullet_that_bears_all_is_enough() {
        Bearing bearing = BEARINGS.of("BERT saw 2 trillion tokens on 8 GPUs.", Language.EN);

        assertThat(bearing.clauses()).extracting(Evidence::number).containsExactly(2);
        assertThat(bearing.claims())
                .extracting(claim -> claim.from() == null ? 0 : claim.from().number())
                .containsExactly(2, 2, 2, 2);
        assertThat(bearing.links())
                .extracting(link -> link.before() + " = " + link.after())
                .contains("2조 = 2 trillion", "GPU = GPUs");
        assertThat(bearing.nowhere()).isEmpty();
    }

    @Test
    void a_clause_marks_what_was_taken_from_it() {
        List<Piece> clause =
                BEARINGS.of("On 8 machines.", Language.EN).clauses().getFirst().clause();

        assertThat(clause)
                .containsExactly(
                        Piece.plain("… "),
                        Piece.plain("GPU "),
                        new Piece("8", "span", "", null, "1"),
                        Piece.plain("개를 써서 훈련했습니다"),
                        Piece.plain(" …"));
    }

    @Test
    void what_only_the_title_says_leads_to_the_title() {
        Bearing bearing = BEARINGS.of("About Attention, LaMDA, and 9 more.", Language.EN);

        assertThat(bearing.clauses()).extracting(Evidence::element).containsExactly("e1");
        assertThat(bearing.nowhere()).containsExactly("LaMDA", "9");
    }
}
