package hanji.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordDiffTest {

    private static List<String> of(String before, String after) {
        return WordDiff.of(before, after).stream()
                .map(piece -> piece.element().charAt(0) + ":" + piece.text())
                .toList();
    }

    @Test
    void words_are_compared_and_signs_where_there_are_none() {
        assertThat(of("a small net", "a large net"))
                .containsExactly("s:a ", "d:small", "i:large", "s: net");
        assertThat(of("模型很小", "模型很大")).containsExactly("s:模型很", "d:小", "i:大");
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
