package hanji.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.llm.Tokens;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/// The stub as another process uses it: told by options, asked by HTTP.
@Timeout(30)
class StubModelServerMainTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @AutoClose private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void figures_are_kept_without_the_requests() throws Exception {
        try (StubModelServer server = start("--lean")) {
            ask(server, "one");
            ask(server, "one");
            ask(server, "two");
            whole(server, 3);

            assertThat(stats(server, "GET"))
                    .isEqualTo(
                            JSON.readTree(
                                    """
                                    {"calls":3,"inFlight":0,"maxInFlight":1,"whole":3,"repeatedWhole":1,"levels":[1]}
                                    """));
            assertThat(server.calls()).isEqualTo(3);
            assertThat(server.received()).isEmpty();
            assertThat(server.deliveredWhole()).isEmpty();
        }
    }

    @Test
    void figures_start_again() throws Exception {
        try (StubModelServer server = start("--lean")) {
            ask(server, "one");
            whole(server, 1);

            assertThat(stats(server, "DELETE"))
                    .isEqualTo(
                            JSON.readTree(
                                    """
                                    {"calls":0,"inFlight":0,"maxInFlight":0,"whole":0,"repeatedWhole":0,"levels":[]}
                                    """));
            ask(server, "one");
            assertThat(stats(server, "GET").path("repeatedWhole").asInt()).isZero();
        }
    }

    @Test
    void a_second_in_which_nothing_changes_has_its_level() throws Exception {
        try (StubModelServer server = start("--latency", "2200")) {
            ask(server, "one");

            assertThat(server.stats().levels()).startsWith(1, 1, 1).containsOnly(1);
        }
    }

    @Test
    void calls_in_flight_are_limited() throws Exception {
        try (StubModelServer server = start("--at-most", "1", "--latency", "500")) {
            CompletableFuture<HttpResponse<String>> first =
                    client.sendAsync(request(server, "one"), BodyHandlers.ofString());
            while (server.inFlight() == 0) {
                Thread.onSpinWait();
            }

            assertThat(ask(server, "two").statusCode()).isEqualTo(429);
            assertThat(first.join().statusCode()).isEqualTo(200);
            assertThat(ask(server, "three").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void calls_in_a_minute_are_limited() throws Exception {
        try (StubModelServer server = start("--per-minute", "2")) {
            ask(server, "one");

            assertThat(ask(server, "two").statusCode()).isEqualTo(200);
            assertThat(ask(server, "three").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void a_seed_gives_the_same_faults_in_about_the_shares_asked_for() throws Exception {
        try (StubModelServer server =
                start("--faults", "429=10,500=20,malformed=30", "--seed", "7")) {
            Map<String, Integer> seen = new TreeMap<>();
            for (int i = 0; i < 300; i++) {
                HttpResponse<String> response = ask(server, "text " + i);
                boolean malformed = response.body().contains("Sure!");
                seen.merge(malformed ? "malformed" : "" + response.statusCode(), 1, Integer::sum);
            }

            assertThat(seen).isEqualTo(Map.of("200", 118, "429", 31, "500", 59, "malformed", 92));
        }
    }

    @Test
    void a_fault_that_does_not_exist_is_named() {
        assertThatThrownBy(() -> start("--faults", "fire=10"))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessage("--faults: there is no fault \"fire\"");
        assertThatThrownBy(() -> start("--faults", "429=60,500=50"))
                .hasMessage("--faults: faults are more than a hundred per cent");
    }

    @Test
    void tokens_are_counted_as_hanji_estimates_them() throws Exception {
        String text = "디지털 논문을 번역합니다";
        try (StubModelServer thirds = start();
                StubModelServer openAi = start("--tokens", "openai")) {
            assertThat(promptTokens(thirds, text)).isEqualTo(Dialect.tokens(text));
            assertThat(promptTokens(openAi, text))
                    .isEqualTo(Tokens.count(text))
                    .isNotEqualTo(Dialect.tokens(text));
        }
    }

    private static StubModelServer start(String... options) {
        CommandLine command = StubModelServerMain.commandLine();
        command.parseArgs(options);
        return command.<StubModelServerMain>getCommand().start();
    }

    private int promptTokens(StubModelServer server, String user) throws Exception {
        return JSON.readTree(ask(server, user).body()).at("/usage/prompt_tokens").asInt();
    }

    private HttpResponse<String> ask(StubModelServer server, String user)
            throws IOException, InterruptedException {
        return client.send(request(server, user), BodyHandlers.ofString());
    }

    /// The server counts an answer when it has gone out, which a quick client may see before.
    private static void whole(StubModelServer server, int answers) {
        while (server.stats().whole() < answers) {
            Thread.onSpinWait();
        }
    }

    private static HttpRequest request(StubModelServer server, String user) throws IOException {
        var body = JSON.createObjectNode().put("model", "m");
        body.putArray("messages").addObject().put("role", "user").put("content", user);
        return HttpRequest.newBuilder(server.address().resolve("/v1/chat/completions"))
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    private JsonNode stats(StubModelServer server, String method)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(server.address().resolve("/stub/stats"))
                        .method(method, BodyPublishers.noBody())
                        .build();
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    }
}
