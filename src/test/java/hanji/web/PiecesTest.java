package hanji.web;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.qa.Severity;
import hanji.segment.Language;
import hanji.segment.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecesTest {

    @Test
    void aFindingIsMarkedWithItsNumber() {
        assertThat(Pieces.of("trained on 2 billion tokens", List.of(critical(1, 11, 20))))
                .containsExactly(
                        Piece.plain("trained on "),
                        new Piece("2 billion", "mark", "f f-critical nb", "1"),
                        Piece.plain(" tokens"));
    }

    @Test
    void overlappingFindingsShowTheWorstAndEachEndsWithItsNumber() {
        Pieces.Marked minor = new Pieces.Marked(2, Severity.MINOR, new Span(0, 8));
        assertThat(Pieces.of("abcdefgh i", List.of(critical(1, 4, 6), minor)))
                .containsExactly(
                        new Piece("abcd", "mark", "f f-minor nb", null),
                        new Piece("ef", "mark", "f f-critical nb", "1"),
                        new Piece("gh", "mark", "f f-minor nb", "2"),
                        Piece.plain(" i"));
    }

    @Test
    void twoFindingsOnTheSameWordsShareABadge() {
        assertThat(Pieces.of("ab", List.of(critical(1, 0, 2), critical(2, 0, 2))))
                .containsExactly(new Piece("ab", "mark", "f f-critical nb", "1, 2"));
    }

    @Test
    void protectedPartsAndLabelsAreTold() {
        assertThat(Pieces.of("**What's New**: `x` at https://example.org", List.of()))
                .extracting(Piece::css)
                .contains("label", "keep");
    }

    @Test
    void aFindingInsideCodeKeepsBothLooks() {
        assertThat(Pieces.of("`code`", List.of(critical(1, 0, 6))))
                .containsExactly(new Piece("`code`", "mark", "f f-critical keep nb", "1"));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "5,5", "3,400", "300,400", "1,2", "0,7"})
    void noSpanLosesText(int start, int end) {
        String text = "a😀b<c>";
        assertThat(joined(Pieces.of(text, List.of(critical(1, start, end))))).isEqualTo(text);
    }

    @Test
    void aSpanInsideASurrogatePairDoesNotTearIt() {
        assertThat(Pieces.of("a😀b", List.of(critical(1, 0, 2))))
                .extracting(Piece::text)
                .containsExactly("a😀", "b");
    }

    @Test
    void anEmptyTextHasNoPieces() {
        assertThat(Pieces.of("", List.of(critical(1, 0, 4)))).isEmpty();
    }

    @Test
    void anAddressThatLooksLikeAnotherIsFollowedByAWarning() {
        String text = "[글](https://аррӏе.com/x) b";
        assertThat(Pieces.of(text, List.of()))
                .contains(Piece.warning("xn--80ak6aa92e.com"))
                .extracting(Piece::text)
                .containsExactly("[글](", "https://аррӏе.com/x", "", ") b");
    }

    @Test
    void changedWordsAreRemovedAndAdded() {
        assertThat(WordDiff.of("it tries to solve", "it aims to solve"))
                .containsExactly(
                        Piece.plain("it "),
                        new Piece("tries", "del", "", null),
                        new Piece("aims", "ins", "", null),
                        Piece.plain(" to solve"));
    }

    @Test
    void scriptsWithoutSpacesAreComparedByWords() {
        assertThat(WordDiff.of("二兆个", "二万亿个", Language.ZH_CN))
                .containsExactly(
                        Piece.plain("二"),
                        new Piece("兆", "del", "", null),
                        new Piece("万亿", "ins", "", null),
                        Piece.plain("个"));
    }

    @Test
    void a_link_keeps_the_finding_it_lies_in() {
        assertThat(
                        Pieces.of(
                                "2 billion tokens",
                                List.of(critical(1, 0, 9)),
                                List.of(
                                        new Pieces.Linked("3", new Span(0, 1)),
                                        new Pieces.Linked("4", new Span(10, 16)))))
                .containsExactly(
                        new Piece("2", "mark", "f f-critical nb", null, "3"),
                        new Piece(" billion", "mark", "f f-critical nb", "1"),
                        Piece.plain(" "),
                        new Piece("tokens", "span", "", null, "4"));
    }

    @Test
    void a_claim_is_followed_by_its_bullet() {
        Evidence third = new Evidence(3, "u-3", List.of());
        assertThat(
                        Pieces.of(
                                "On 8 GPUs",
                                List.of(),
                                List.of(new Pieces.Linked("1", new Span(3, 4), "claim", third))))
                .containsExactly(
                        Piece.plain("On "),
                        new Piece("8", "span", "claim", null, "1"),
                        Piece.reference(3, "u-3"),
                        Piece.plain(" GPUs"));
    }

    private static Pieces.Marked critical(int number, int start, int end) {
        return new Pieces.Marked(number, Severity.CRITICAL, new Span(start, end));
    }

    private static String joined(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
