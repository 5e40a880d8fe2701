package hanji.llm;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.testing.EchoAnswers;
import hanji.testing.Fault;
import hanji.testing.ModelSettings;
import hanji.testing.StubModelServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An answer that is heard while it comes ends as one that is asked for as a whole.
@Timeout(20)
class StreamingTest {

    private static final String ANSWER =
            new EchoAnswers().apply(Requests.json(Requests.translate().user()));

    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());

    private final List<String> pieces = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource
    void the_pieces_come_one_by_one_and_the_whole_at_the_end(ModelsConfig.Provider provider) {
        Completion streamed = stream(provider, "60s");

        assertThat(pieces).hasSizeGreaterThan(10);
        assertThat(String.join("", pieces)).isEqualTo(ANSWER);
        assertThat(streamed)
                .usingRecursiveComparison()
                .ignoringFields("latency")
                .isEqualTo(whole(provider));
        assertThat(server.received().getFirst().body().path("stream").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void pieces_are_heard_before_the_answer_is_whole(ModelsConfig.Provider provider) {
        server.script(new Fault.Stall());

        assertThat(stream(provider, "400ms"))
                .isEqualTo(
                        new Completion.Unavailable(
                                "Model \"mini\" at %s did not answer within 0.4 s: if it needs longer, raise hanji.llm.models.mini.timeout."
                                        .formatted(server.address().getAuthority()),
                                true));
        assertThat(pieces).isNotEmpty();
        assertThat(ANSWER)
                .startsWith(String.join("", pieces))
                .isNotEqualTo(String.join("", pieces));
    }

    @ParameterizedTest
    @EnumSource
    void faults_are_the_same_as_without_streaming(ModelsConfig.Provider provider) {
        for (Fault fault :
                List.of(
                        new Fault.Status(429, "7", "x", "slow down"),
                        Fault.Status.of(500),
                        Fault.Status.of(401),
                        Fault.Status.of(400),
                        new Fault.Cut(),
                        new Fault.Disconnect(),
                        new Fault.Hang())) {
            server.script(fault, fault);

            assertThat(stream(provider, "400ms"))
                    .as("%s", fault)
                    .usingRecursiveComparison()
                    .ignoringFields("latency")
                    .isEqualTo(whole(provider, "400ms"));
        }
    }

    @Test
    void the_model_declines() {
        server.script(new Fault.Refusal("I will not."));
        assertThat(stream(ModelsConfig.Provider.ANTHROPIC, "60s"))
                .isInstanceOfSatisfying(
                        Completion.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("I will not."));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void the_filter_of_the_provider_stops_the_answer(ModelsConfig.Provider provider) {
        server.script(new Fault.Filtered());

        assertThat(stream(provider, "60s")).isInstanceOf(Completion.Refused.class);
    }

    @Test
    void recorded_answers_come_in_one_piece(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), RecordedAnswersTest.FILE);
        Models models = new Models(ModelSettings.of(), new RecordedAnswers(folder));
        ModelRequest request =
                Requests.of(
                        """
                        {"task":"translate","source":"ko","target":"en","title":"T",
                         "segments":[{"id":"1","text":"하나"}]}
                        """);

        Completion completion = models.ask(models.model(null), request, listening());

        assertThat(pieces).containsExactly(((Completion.Answered) completion).text());
    }

    private Completion stream(ModelsConfig.Provider provider, String timeout) {
        Models models = models(provider, timeout);
        return models.ask(models.model(null), Requests.translate(), listening());
    }

    private Caller listening() {
        return new Caller(Priority.INTERACTIVE, () -> true, pieces::add);
    }

    private Completion whole(ModelsConfig.Provider provider) {
        return whole(provider, "60s");
    }

    private Completion whole(ModelsConfig.Provider provider, String timeout) {
        Models models = models(provider, timeout);
        return models.ask(models.model(null), Requests.translate());
    }

    private Models models(ModelsConfig.Provider provider, String timeout) {
        String url =
                provider == ModelsConfig.Provider.OLLAMA
                        ? server.address().toString()
                        : server.baseUrl();
        return new Models(
                ModelSettings.of(
                        "mini.provider",
                        provider.name(),
                        "mini.base-url",
                        url,
                        "mini.model",
                        "stub",
                        "mini.api-key",
                        "sk",
                        "mini.timeout",
                        timeout),
                new RecordedAnswers(Path.of("none")));
    }
}
