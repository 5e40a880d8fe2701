package hanji.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StubModelServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRANSLATE =
            """
            {"task":"translate","target":"en","segments":[{"id":"1","text":"하나"},{"id":"2","text":"둘"}]}\
            """;

    @AutoClose private final HttpClient client = HttpClient.newHttpClient();

    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    TEXT          | Sure! Here is what you asked for.
                    TOO_FEW_IDS   | {"translations":[{"id":"1","text":"[en] 하나"}]}
                    FOREIGN_IDS   | {"translations":[{"id":"nobody-asked","text":"[en] 하나"},{"id":"2","text":"[en] 둘"}]}
                    EMPTY_STRINGS | {"translations":[{"id":"1","text":""},{"id":"2","text":""}]}
                    """)
    void an_answer_can_be_spoiled(Fault.Change change, String content)
            throws IOException, InterruptedException {
        server.script(new Fault.Content(change));

        assertThat(content(TRANSLATE)).isEqualTo(content);
        assertThat(content(TRANSLATE))
                .startsWith("{\"translations\":[{\"id\":\"1\",\"text\":\"[en] 하나\"}");
        assertThat(server.calls()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    headline | {"headline":"[de] T"}
                    tldr     | {"tldr":"[de] T"}
                    bullets  | {"bullets":["[de] T 1","[de] T 2","[de] T 3"]}
                    """)
    void condensations_are_echoed(String style, String content)
            throws IOException, InterruptedException {
        assertThat(
                        content(
                                "{\"task\":\"condense\",\"style\":\"%s\",\"target\":\"de\",\"title\":\"T\"}"
                                        .formatted(style)))
                .isEqualTo(content);
    }

    @Test
    void it_listens_on_the_loopback_address_only_and_lists_its_model()
            throws IOException, InterruptedException {
        assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
        HttpRequest models = HttpRequest.newBuilder(server.address().resolve("/v1/models")).build();

        assertThat(
                        JSON.readTree(
                                        client.send(models, HttpResponse.BodyHandlers.ofString())
                                                .body())
                                .at("/data/0/id")
                                .asText())
                .isEqualTo("stub");
        assertThat(server.calls()).isZero();
    }

    @Test
    void closing_ends_a_call_that_hangs()
            throws ExecutionException, InterruptedException, TimeoutException {
        server.script(new Fault.Hang());
        var answer = client.sendAsync(request(TRANSLATE), HttpResponse.BodyHandlers.ofString());
        while (server.inFlight() == 0) {
            Thread.onSpinWait();
        }

        server.close();

        assertThat(answer.handle((_, failure) -> failure).get(5, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void a_tmx_file_answers_and_the_rest_is_echoed(@TempDir Path folder) throws IOException {
        Path tmx = folder.resolve("a.tmx");
        Files.writeString(
                tmx,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE tmx SYSTEM "http://hanji.invalid/tmx14.dtd">
                <tmx version="1.4"><header/><body><tu><prop type="x">1</prop>
                <tuv xml:lang="ko"><seg>하나 &amp; 둘</seg></tuv><tuv xml:lang="en"><seg>One &lt;&gt; two</seg></tuv>
                </tu></body></tmx>
                """);
        TmxAnswers answers = TmxAnswers.read(tmx);

        assertThat(answers.units())
                .isEqualTo(Map.of("하나 & 둘", Map.of("ko", "하나 & 둘", "en", "One <> two")));
        assertThat(
                        answers.apply(
                                JSON.readTree(
                                        "{\"task\":\"translate\",\"target\":\"en\",\"segments\":[{\"id\":\"1\",\"text\":\"하나 & 둘\"},{\"id\":\"2\",\"text\":\"셋\"}]}")))
                .isEqualTo(
                        "{\"translations\":[{\"id\":\"1\",\"text\":\"One <> two\"},{\"id\":\"2\",\"text\":\"[en] 셋\"}]}");
    }

    @Test
    @EnabledIf("hanji.testing.Shared#present")
    void the_reference_translations_are_all_there() {
        Map<String, Map<String, String>> units =
                TmxAnswers.read(Shared.dir("reference").resolve("2024-01-26.tmx")).units();

        assertThat(units).hasSize(90);
        assertThat(units.values())
                .allSatisfy(
                        unit -> assertThat(unit).containsOnlyKeys("ko", "en", "ja", "zh-CN", "de"));
    }

    private String content(String user) throws IOException, InterruptedException {
        JsonNode answer =
                JSON.readTree(
                        client.send(request(user), HttpResponse.BodyHandlers.ofString()).body());
        return answer.at("/choices/0/message/content").asText();
    }

    private HttpRequest request(String user) {
        var body = JSON.createObjectNode().put("model", "m");
        body.putArray("messages").addObject().put("role", "user").put("content", user);
        try {
            return HttpRequest.newBuilder(server.address().resolve("/v1/chat/completions"))
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
