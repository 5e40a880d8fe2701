package hanji.web;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordDiffTest {

    private static List<String> of(String before, String after) {
        return WordDiff.of(before, after).stream()
                .map(piece -> piece.element().charAt(0) + ":" + piece.text())
                .toList();
    }

    @Test
    void words_are_compared_also_where_no_blanks_are() {
        assertThat(of("a small net", "a large net"))
                .containsExactly("s:a ", "d:small", "i:large", "s: net");
        assertThat(of("模型很小", "模型很大")).containsExactly("s:模型", "d:很小", "i:很大");
    }

    @Test
    void a_small_word_between_two_changes_goes_with_them() {
        assertThat(of("it tries to solve tasks", "we aim to do things"))
                .containsExactly("d:it tries to solve tasks", "i:we aim to do things");
        assertThat(of("a small, slow net of layers", "a large, fast net of layers"))
                .containsExactly("s:a ", "d:small, slow", "i:large, fast", "s: net of layers");
    }

    @Test
    void what_stays_and_is_long_is_shown_as_staying() {
        assertThat(of("the new transformer is fast", "the old transformer was fast"))
                .containsExactly(
                        "s:the ", "d:new", "i:old", "s: transformer ", "d:is", "i:was", "s: fast");
    }

    @Property(tries = 500)
    void either_text_can_be_read_from_it(
            @ForAll("texts") String before, @ForAll("texts") String after) {
        for (Language language : Language.values()) {
            List<Piece> pieces = WordDiff.of(before, after, language);
            assertThat(without(pieces, "ins")).isEqualTo(before);
            assertThat(without(pieces, "del")).isEqualTo(after);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "small",
                        " ",
                        ", ",
                        "net",
                        "模型",
                        "很",
                        "小",
                        "トークン",
                        "を",
                        "토큰",
                        "\n",
                        ".",
                        "\ud83d\ude00",
                        "2.5")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    private static String without(List<Piece> pieces, String element) {
        return pieces.stream()
                .filter(piece -> !piece.element().equals(element))
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    @Test
    void long_texts_are_compared_by_lines() {
        String line = "a line of a long prompt\n";
        String long1 = line.repeat(200) + "- keep numbers\n" + line;
        String long2 = line.repeat(200) + "- keep all numbers\n" + line;

        assertThat(of(long1, long2))
                .containsExactly(
                        "s:" + line.repeat(200),
                        "d:- keep numbers\n",
                        "i:- keep all numbers\n",
                        "s:" + line);
    }

    @Test
    void very_long_texts_are_shown_whole() {
        assertThat(of("x\n".repeat(2_001), "y\n".repeat(2_001)))
                .containsExactly("d:" + "x\n".repeat(2_001), "s:\n", "i:" + "y\n".repeat(2_001));
    }
}
