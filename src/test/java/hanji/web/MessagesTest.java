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
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void everyWordIsThereInKorean() throws IOException {
        Properties korean = new Properties();
        try (Reader file =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Messages.class.getResourceAsStream("/messages/msg_ko.properties")),
                        StandardCharsets.UTF_8)) {
            korean.load(file);
        }
        assertThat(korean.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Messages.class.getDeclaredMethods())
                                .map(Method::getName)
                                .toList());
    }
}
