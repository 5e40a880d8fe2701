package hanji.llm;

import static hanji.llm.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import hanji.segment.Problem;
import hanji.testing.EchoAnswers;
import hanji.testing.ModelSettings;
import hanji.testing.Received;
import hanji.testing.StubModelServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class ModelsTest {

    private static final String ECHO =
            """
            {"translations":[{"id":"s1","text":"[en] 하나"},{"id":"s2","text":"[en] 둘"}]}\
            """;

    private static final RecordedAnswers NOTHING = new RecordedAnswers(Path.of("no-such-folder"));

    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());

    @Test
    void an_openai_model_answers() {
        assertEcho(ask("provider", "openai", "base-url", server.baseUrl()));

        Received call = server.received().getFirst();
        assertThat(call.path()).isEqualTo("/v1/chat/completions");
        assertThat(call.headers()).containsEntry("authorization", "Bearer sk-secret");
        assertThat(call.body())
                .isEqualTo(
                        withMessages(
                                """
                                {"model":"stub","messages":MESSAGES,"temperature":0.2,"max_tokens":4000,"stream":false,
                                 "response_format":{"type":"json_schema",
                                  "json_schema":{"name":"translate","strict":true,"schema":SCHEMA}}}
                                """));
    }

    @Test
    void an_ollama_model_answers() {
        assertEcho(ask("provider", "ollama", "base-url", server.address().toString()));

        Received call = server.received().getFirst();
        assertThat(call.path()).isEqualTo("/api/chat");
        assertThat(call.headers()).containsEntry("authorization", "Bearer sk-secret");
        assertThat(call.body().path("options"))
                .isEqualTo(
                        json(
                                "{\"temperature\":0.2,\"num_predict\":4000,\"num_ctx\":8192,\"stop\":[]}"));
        assertThat(call.body().path("format"))
                .isEqualTo(json(Requests.SCHEMA.replace(",\"additionalProperties\":false", "")));
        assertThat(call.body().path("stream").asBoolean(true)).isFalse();
        assertThat(call.texts()).containsExactly("You translate.", Requests.translate().user());
    }

    @ParameterizedTest
    @CsvSource({"0,8192", "8385,8192", "8386,16384", "40000,32768"})
    void an_ollama_context_holds_prompt_and_answer(int characters, int context) {
        ModelRequest request =
                new ModelRequest("t", "", "x".repeat(characters), json(Requests.SCHEMA), 0, 4000);

        assertThat(ChatModels.context(request)).isEqualTo(context);
    }

    @Test
    void an_anthropic_model_answers() {
        assertEcho(ask("provider", "anthropic", "base-url", server.baseUrl()));

        Received call = server.received().getFirst();
        assertThat(call.path()).isEqualTo("/v1/messages");
        assertThat(call.headers()).containsEntry("x-api-key", "sk-secret");
        assertThat(call.body().path("max_tokens").asInt()).isEqualTo(4000);
        assertThat(call.body().path("temperature").asDouble()).isEqualTo(0.2);
        assertThat(call.body().path("output_config"))
                .isEqualTo(
                        json(
                                "{\"format\":{\"type\":\"json_schema\",\"schema\":"
                                        + Requests.SCHEMA
                                        + "}}"));
        assertThat(call.texts()).containsExactly("You translate.", Requests.translate().user());
    }

    @Test
    void a_configured_temperature_goes_before_the_prompts() {
        ask("provider", "openai", "base-url", server.baseUrl(), "temperature", "1");

        assertThat(server.received().getFirst().body().path("temperature").asDouble())
                .isEqualTo(1.0);
    }

    @Test
    void a_server_of_ones_own_needs_no_key() {
        Models models = new Models(ModelSettings.openAi(server), NOTHING);

        assertThat(models.ask(models.model(null), Requests.translate()))
                .isInstanceOf(Completion.Answered.class);
        assertThat(server.received().getFirst().headers()).doesNotContainKey("authorization");
    }

    @Test
    void no_more_calls_are_in_flight_than_allowed()
            throws InterruptedException, ExecutionException {
        server.latency(Duration.ofMillis(30));
        Models models =
                new Models(
                        ModelSettings.of(
                                "mini.provider",
                                "openai",
                                "mini.base-url",
                                server.baseUrl(),
                                "mini.model",
                                "m",
                                "mini.max-concurrency",
                                "3"),
                        NOTHING);
        Model model = models.model(null);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Completion>> answers =
                    IntStream.range(0, 24)
                            .mapToObj(_ ->
                                    threads.submit(() -> models.ask(model, Requests.translate())))
                            .toList();
            for (Future<Completion> answer : answers) {
                assertThat(answer.get()).isInstanceOf(Completion.Answered.class);
            }
        }

        assertThat(server.calls()).isEqualTo(24);
        assertThat(server.maxInFlight()).isEqualTo(3);
    }

    @Test
    void the_default_answers_when_nobody_names_a_model() {
        Models models = new Models(two("default", "zeta"), NOTHING);

        assertThat(models.model(null).id()).isEqualTo("zeta");
        assertThat(models.models()).extracting(Model::id).containsExactly("zeta", "alpha");
    }

    @Test
    void the_recorded_answers_can_be_the_default() {
        Models models = new Models(two("default", "recorded"), NOTHING);

        assertThat(models.model(null).id()).isEqualTo("recorded");
        assertThat(models.models())
                .extracting(Model::id)
                .containsExactly("recorded", "alpha", "zeta");
    }

    @Test
    void the_first_answers_when_there_is_no_default() {
        assertThat(new Models(two(), NOTHING).model(null).id()).isEqualTo("alpha");
    }

    @Test
    void the_recorded_answers_can_be_chosen_beside_models() {
        Models models = new Models(two(), NOTHING);

        assertThat(models.model("recorded").live()).isFalse();
        assertThat(models.ask(models.model("recorded"), Requests.translate()))
                .isEqualTo(
                        new Completion.Unrecorded(
                                "With model \"recorded\", no answer is recorded for this text: “하나”. Choose a configured model."));
    }

    @Test
    void an_unknown_model_is_a_problem_that_lists_the_known_ones() {
        Models models = new Models(two(), NOTHING);

        assertThatThrownBy(() -> models.model("gpt"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT))
                .hasMessage("Unknown model \"gpt\": use one of alpha, zeta, recorded.");
    }

    @Test
    void without_configuration_only_the_recorded_answers_serve() {
        Models models = new Models(ModelSettings.of(), NOTHING);

        assertThat(models.models()).containsExactly(models.model(null));
        assertThat(models.model(null).id()).isEqualTo("recorded");
        assertThatThrownBy(() -> models.model("mini"))
                .hasMessage("Unknown model \"mini\": use one of recorded.");
    }

    private Completion ask(String... settings) {
        String[] all = new String[settings.length + 4];
        for (int i = 0; i < settings.length; i += 2) {
            all[i] = "mini." + settings[i];
            all[i + 1] = settings[i + 1];
        }
        all[settings.length] = "mini.model";
        all[settings.length + 1] = "stub";
        all[settings.length + 2] = "mini.api-key";
        all[settings.length + 3] = "sk-secret";
        Models models = new Models(ModelSettings.of(all), NOTHING);
        return models.ask(models.model("mini"), Requests.translate());
    }

    private static void assertEcho(Completion completion) {
        assertThat(completion)
                .isInstanceOfSatisfying(
                        Completion.Answered.class,
                        answered -> {
                            assertThat(answered.text()).isEqualTo(ECHO);
                            assertThat(answered.modelName()).isEqualTo("stub-stub");
                            assertThat(answered.usage())
                                    .isEqualTo(
                                            new TokenUsage(
                                                    tokens("You translate.")
                                                            + tokens(Requests.translate().user()),
                                                    tokens(ECHO)));
                            assertThat(answered.latency()).isPositive();
                        });
    }

    private static int tokens(String text) {
        return (text.codePointCount(0, text.length()) + 2) / 3;
    }

    private static JsonNode withMessages(String template) {
        var messages = Requests.JSON.createArrayNode();
        messages.addObject().put("role", "system").put("content", "You translate.");
        messages.addObject().put("role", "user").put("content", Requests.translate().user());
        return json(
                template.replace("MESSAGES", messages.toString())
                        .replace("SCHEMA", Requests.SCHEMA));
    }

    private ModelsConfig two(String... more) {
        String[] settings = {
            "zeta.provider", "openai", "zeta.base-url", server.baseUrl(), "zeta.model", "z",
            "alpha.provider", "openai", "alpha.base-url", server.baseUrl(), "alpha.model", "a"
        };
        String[] all = java.util.Arrays.copyOf(settings, settings.length + more.length);
        System.arraycopy(more, 0, all, settings.length, more.length);
        return ModelSettings.of(all);
    }
}
