package hanji.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowingTextTest {

    @Test
    void a_text_grows_with_the_answer() {
        assertThat(
                        grown(
                                "text",
                                "{\"transl",
                                "ations\":[{\"id\":\"1\",\"te",
                                "xt\":\"On",
                                "e b",
                                "ird\"}]}"))
                .containsExactly("", "", "On", "One b", "One bird");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"translations":[{"text":"One","id":"1"}]}             | One
                    {"translations":[{"id":"text","text":"One"}]}          | One
                    {"translations":[{"id":"1","text":"\\"text\\": \\"no"}]} | "text": "no
                    {"translations":[{"id":"1","text":"a\\\\b\\/c"}]}        | a\\b/c
                    {"text":"One, {two} [three]: four"}                    | One, {two} [three]: four
                    {"text":"\\uD55c\\uae00 \\ud83d\\udc26"}                | 한글 🐦
                    ```json {"text" : "One" } ``` Is this all right?       | One
                    Sure! "Here": {"text":"One"}                           | One
                    {"text":"a\\uZZZZb"}                                   | ab
                    {"texts":"no","text":"One"}                            | One
                    }}]],{"text":"One"}                                    | One
                    """)
    void whatever_stands_around_it(String answer, String text) {
        assertThat(grown("text", answer.split("")).getLast()).isEqualTo(text);
        assertThat(grown("text", answer).getLast()).isEqualTo(text);
    }

    @Test
    void half_a_character_is_kept_back() {
        assertThat(grown("text", "{\"text\":\"a\\ud83d", "\\udc26", "b\\", "n\\u00e", "9"))
                .containsExactly("a", "a🐦", "a🐦b", "a🐦b\n", "a🐦b\né");
        assertThat(grown("text", "{\"text\":\"a\ud83d", "\udc26")).containsExactly("a", "a🐦");
    }

    @Test
    void bullets_stand_in_lines() {
        assertThat(grown("bullets", "{\"bullets\":[\"One\",\"T", "wo\", \"Three\"],\"x\":\"no\"}"))
                .containsExactly("One\nT", "One\nTwo\nThree");
    }

    @Test
    void an_answer_without_it_is_silent() {
        assertThat(grown("text", "Sure, here it is: \"One\".").getLast()).isEmpty();
    }

    private static List<String> grown(String key, String... pieces) {
        GrowingText text = new GrowingText(key);
        List<String> grown = new ArrayList<>();
        for (String piece : pieces) {
            grown.add(text.add(piece));
        }
        return grown;
    }
}
