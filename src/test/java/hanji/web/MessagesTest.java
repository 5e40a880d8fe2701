package hanji.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void every_word_is_there(String language) throws IOException {
        Properties words = new Properties();
        try (Reader file =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Messages.class.getResourceAsStream(
                                        "/messages/msg_" + language + ".properties")),
                        StandardCharsets.UTF_8)) {
            words.load(file);
        }
        assertThat(words.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Messages.class.getDeclaredMethods())
                                .map(Method::getName)
                                .toList());
    }
}
