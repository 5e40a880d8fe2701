package hanji.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {

    @ParameterizedTest
    @CsvSource({"msg, en", "msg, ko", "work, en", "work, ko", "pub, en", "pub, ko"})
    void every_word_is_there(String bundle, String language) throws IOException {
        Class<?> words =
                Map.of(
                                "msg", Messages.class,
                                "work", BatchMessages.class,
                                "pub", PublishMessages.class)
                        .get(bundle);
        Properties written = new Properties();
        try (Reader file =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Messages.class.getResourceAsStream(
                                        "/messages/%s_%s.properties".formatted(bundle, language))),
                        StandardCharsets.UTF_8)) {
            written.load(file);
        }
        assertThat(written.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(words.getDeclaredMethods()).map(Method::getName).toList());
    }
}
