package hanji.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    private static final List<Class<?>> BUNDLES =
            List.of(
                    BesideMessages.class,
                    FlowMessages.class,
                    SeeingMessages.class,
                    AgreedMessages.class,
                    MemoryMessages.class,
                    TermMessages.class,
                    EffectMessages.class,
                    TogetherMessages.class,
                    WritingMessages.class,
                    PublishMessages.class,
                    Messages.class,
                    BatchMessages.class,
                    SearchMessages.class,
                    StatsMessages.class);

    static Stream<Arguments> bundles() {
        return BUNDLES.stream()
                .flatMap(words -> Stream.of("en", "ko").map(tag -> Arguments.of(words, tag)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_word_is_there(Class<?> words, String language) throws IOException {
        String bundle = words.getAnnotation(MessageBundle.class).value();
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
