package hanji.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnseenTest {

    private static final String TAGS =
            new String(new int[] {0xE0067, 0xE0062, 0xE0065, 0xE006E, 0xE0067, 0xE007F}, 0, 6);

    @ParameterizedTest
    @CsvSource({
        "202A, true", "202B, true", "202C, true", "202D, true", "202E, true", "2066, true",
        "2067, true", "2068, true", "2069, true", "200E, true", "200F, true", "061C, true",
        "200B, false", "200C, false", "200D, false", "2060, false", "FEFF, false", "00AD, false",
        "3164, false", "2028, false", "0000, false", "0007, false", "E0041, false", "D83D, false",
        "034F, false",
    })
    void it_is_found_between_letters(String hex, boolean turns) {
        int c = Integer.parseInt(hex, 16);
        String unseen = Character.toString(c);

        assertThat(Unseen.in("글a" + unseen + "b"))
                .containsExactly(new Unseen(new Span(2, 2 + unseen.length()), c))
                .allMatch(one -> one.turns() == turns);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain\ttext\r\nof two lines",
                "한국어 日本語 中文 Größe",
                "👩‍💻 👩🏽‍🚀 👨‍👩‍👧 ❤️‍🔥 🏳️‍🌈",
                "✔️ ☎︎",
                "葛\uDB40\uDD00城",
                "שלום العربية ۝",
            })
    void what_scripts_and_emoji_need_is_none(String text) {
        assertThat(Unseen.in(text)).isEmpty();
    }

    @Test
    void the_tags_of_a_flag_are_none_and_others_are() {
        assertThat(Unseen.in("🏴" + TAGS)).isEmpty();
        assertThat(Unseen.in("a" + TAGS)).hasSize(6);
        assertThat(Unseen.in("🏴" + TAGS.repeat(2))).hasSize(6);
        assertThat(Unseen.in("🏴" + TAGS.substring(0, 10))).hasSize(5);
    }

    @Test
    void a_row_of_variation_selectors_is_found() {
        assertThat(Unseen.in("😀\uFE0F\uFE00\uFE01")).hasSize(2);
        assertThat(Unseen.in("\uFE0Fa")).hasSize(1);
    }

    @Test
    void it_has_a_label_and_a_name() {
        Unseen found = Unseen.in("\u202E").getFirst();

        assertThat(found.label()).isEqualTo("U+202E");
        assertThat(found.name()).isEqualTo("U+202E RIGHT-TO-LEFT OVERRIDE");
        assertThat(Unseen.in("\uDB40\uDC41").getFirst().label()).isEqualTo("U+E0041");
    }
}
