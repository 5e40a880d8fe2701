package hanji.draft;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.draft.AnswerReader.Reading;
import hanji.draft.DraftRequest.Condense;
import hanji.draft.DraftRequest.Piece;
import hanji.draft.DraftRequest.Translate;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerReaderTest {

    private static final List<Piece> TWO = List.of(new Piece("1", "하나"), new Piece("2", "둘"));

    private static final Translate TRANSLATE =
            new Translate("Title", Language.EN, TWO, List.of(), null);

    private static Condense condense(UnitKind kind) {
        return new Condense(kind, "Title", Language.EN, TWO, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                                                                    | is not a JSON object
                    Sure! Here you are.                                                   | is not JSON
                    {"translations":[{"id":"1","text":"a"},{"id":"2","te                  | is not JSON
                    {"translations":[{"id":"1","text":"a"},{"id":"2","text":"b"}]} Done.   | is not JSON
                    {"translations":[{"id":"1","text":"a"},{"id":"2","text":"b"}]}{}       | is not JSON
                    {"translations":[],"translations":[]}                                 | is not JSON
                    [{"id":"1","text":"a"},{"id":"2","text":"b"}]                         | is not a JSON object
                    "text"                                                                | is not a JSON object
                    null                                                                  | is not a JSON object
                    {}                                                                    | does not hold "translations" alone
                    {"translations":{"1":"a","2":"b"}}                                    | does not hold "translations" alone
                    {"translations":[{"id":"1","text":"a"},{"id":"2","text":"b"}],"n":1}   | does not hold "translations" alone
                    {"translations":[{"id":"1","text":"a","note":"n"},{"id":"2","text":"b"}]} | holds more than a text for segment 1
                    {"translations":[]}                                                   | holds 0 of the 2 texts asked for
                    {"translations":[{"id":"2","text":"b"}]}                              | holds 1 of the 2 texts asked for
                    {"translations":[{"id":"1","text":"a"},{"id":"3","text":"b"}]}         | holds a text that nobody asked for (id "3")
                    {"translations":["a","b"]}                                            | holds a text that nobody asked for (id "")
                    {"translations":[{"id":null,"text":"a"},{"id":"2","text":"b"}]}        | holds a text that nobody asked for (id "null")
                    {"translations":[{"id":"0123456789012345678901234567890123456789X","text":"a"}]} | holds a text that nobody asked for (id "0123456789012345678901234567890123456789…")
                    {"translations":[{"id":"1","text":"a"},{"id":"1","text":"b"}]}         | holds segment 1 twice
                    {"translations":[{"id":"1","text":" \\n "},{"id":"2","text":"b"}]}     | has no text for segment 1
                    {"translations":[{"id":"1","text":null},{"id":"2","text":"b"}]}        | has no text for segment 1
                    {"translations":[{"id":"1","text":7},{"id":"2","text":"b"}]}           | has no text for segment 1
                    {"translations":[{"id":"1"},{"id":"2","text":"b"}]}                    | has no text for segment 1
                    """)
    void a_translation_with_anything_wrong_is_malformed(String answer, String problem) {
        assertThat(AnswerReader.read(TRANSLATE, answer)).isEqualTo(new Reading.Malformed(problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    HEADLINE | {"tldr":"a"}                     | does not hold "headline" alone
                    HEADLINE | {"headline":"a","note":"b"}      | does not hold "headline" alone
                    HEADLINE | {"headline":" "}                 | has no text
                    HEADLINE | {"headline":["a","b","c"]}       | has no text
                    TLDR     | {"tldr":null}                    | has no text
                    TLDR     | {"tldr":1}                       | has no text
                    BULLETS  | {"bullets":"a"}                  | does not hold exactly three texts
                    BULLETS  | {"bullets":{"a":"1","b":"2","c":"3"}} | does not hold exactly three texts
                    BULLETS  | {"bullets":["a","b"]}            | does not hold exactly three texts
                    BULLETS  | {"bullets":["a","b","c","d"]}    | does not hold exactly three texts
                    BULLETS  | {"bullets":["a","","c"]}         | does not hold exactly three texts
                    BULLETS  | {"bullets":["a",2,"c"]}          | does not hold exactly three texts
                    """)
    void a_condensation_with_anything_wrong_is_malformed(
            UnitKind kind, String answer, String problem) {
        assertThat(AnswerReader.read(condense(kind), answer))
                .isEqualTo(new Reading.Malformed(problem));
    }

    @Test
    void a_whole_answer_is_read_in_any_order_and_without_margins() {
        assertThat(
                        AnswerReader.read(
                                TRANSLATE,
                                " {\"translations\":[{\"text\":\" two\\n\",\"id\":2},{\"id\":\"1\",\"text\":\"o\\nne\"}]}\n"))
                .isEqualTo(new Reading.Whole(Map.of("1", "o\nne", "2", "two")));
    }

    @Test
    void condensations_are_read_by_their_shape() {
        assertThat(AnswerReader.read(condense(UnitKind.TLDR), "{\"tldr\":\" Short. \"}"))
                .isEqualTo(new Reading.Whole(Map.of("tldr", "Short.")));
        assertThat(
                        AnswerReader.read(
                                condense(UnitKind.BULLETS),
                                "{\"bullets\":[\"a\",\" b \\n c\",\"d\"]}"))
                .isEqualTo(new Reading.Whole(Map.of("bullets", "a\nb c\nd")));
    }

    @Test
    void nesting_without_end_is_no_answer() {
        assertThat(AnswerReader.read(TRANSLATE, "[".repeat(100_000)))
                .isEqualTo(new Reading.Malformed("is not JSON"));
    }
}
