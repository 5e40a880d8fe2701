package hanji.llm;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.testing.ModelSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    private static final String LONG = "sk-Mark/2+of=a.secret";

    @Test
    void it_is_struck_out_of_an_error_in_every_form() {
        String base64 = Base64.getEncoder().encodeToString(LONG.getBytes(StandardCharsets.UTF_8));

        assertThat(
                        key(LONG)
                                .struckFrom(
                                        "not %s, %s or sk-Mark%%2F2%%2Bof%%3Da.secret"
                                                .formatted(LONG, base64)))
                .isEqualTo("not …, … or …");
    }

    @Test
    void a_stand_in_for_a_key_stays_a_word_of_an_answer_and_is_struck_out_of_an_error() {
        assertThat(key("none").struckFromAnswer("There is none.")).isEqualTo("There is none.");
        assertThat(key("none").struckFrom("bad key none")).isEqualTo("bad key …");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20, 100})
    void pieces_of_an_answer_show_it_neither_whole_nor_in_parts(int length) {
        String answer = "{\"text\": \"s sk sk-Mark then " + LONG + " and s\"}";
        List<String> heard = new ArrayList<>();
        Consumer<String> pieces = key(LONG).struckFrom(heard::add);

        for (int at = 0; at < answer.length(); at += length) {
            pieces.accept(answer.substring(at, Math.min(answer.length(), at + length)));
        }

        assertThat(String.join("", heard)).isEqualTo(answer.replace(LONG, "…"));
        assertThat(heard).noneMatch(String::isEmpty);
    }

    private static ApiKey key(String value) {
        var config = ModelSettings.of("mini.api-key", value).models().get("mini");
        return ApiKey.of("mini", Objects.requireNonNull(config)).orElseThrow();
    }
}
