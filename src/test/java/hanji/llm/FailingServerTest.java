package hanji.llm;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.testing.EchoAnswers;
import hanji.testing.Fault;
import hanji.testing.ModelSettings;
import hanji.testing.StubModelServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class FailingServerTest {

    private static final String KEY = "sk-secret";
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-02T10:00:00Z"));

    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    401 | HOST does not accept the key of model "mini" (HTTP 401): check hanji.llm.models.mini.api-key.
                    403 | HOST does not accept the key of model "mini" (HTTP 403): check hanji.llm.models.mini.api-key.
                    404 | HOST does not know "stub" (HTTP 404): check hanji.llm.models.mini.model and .base-url. It says: “no key … here”
                    400 | HOST does not take the request for model "mini" (HTTP 400): check hanji.llm.models.mini.base-url, .model and .temperature. It says: “no key … here”
                    302 | HOST does not take the request for model "mini" (HTTP 302): check hanji.llm.models.mini.base-url, .model and .temperature. It says: “no key … here”
                    """)
    void what_a_person_has_to_mend(int status, String sentence) {
        assertThat(ask("openai", new Fault.Status(status, null, "x", "no key\n sk-secret here")))
                .isEqualTo(new Completion.Unavailable(sentence.replace("HOST", host()), false));
    }

    @ParameterizedTest
    @EnumSource(ModelsConfig.Provider.class)
    void a_wrong_key_with_every_provider(ModelsConfig.Provider provider) {
        assertThat(ask(provider.name(), new Fault.Status(401, null, "x", "bad key sk-secret")))
                .isEqualTo(
                        new Completion.Unavailable(
                                host()
                                        + " does not accept the key of model \"mini\" (HTTP 401): check hanji.llm.models.mini.api-key.",
                                false));
    }

    /// Set up as a provider that anybody reaches by its own address: nothing is sent, the sentence
    /// is enough.
    @ParameterizedTest
    @CsvSource({"openai,api.openai.com", "ollama,localhost:11434", "anthropic,api.anthropic.com"})
    void a_provider_without_a_configured_address_is_named_by_its_own(String provider, String host) {
        ModelsConfig config =
                ModelSettings.of("mini.provider", provider, "mini.model", "m", "mini.api-key", KEY);

        assertThat(
                        ChatModels.address(
                                        ConfiguredModels.of(config).getFirst(),
                                        config.models().values().iterator().next())
                                .getAuthority())
                .isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"error":"words"}               | ollama
                    {"error":{"message":"words"}}   | openai
                    {"message":"words"}             | openai
                    {"detail":"words"}              | openai
                    {"type":"error","error":{"type":"x","message":"words"}} | anthropic
                    """)
    void the_words_of_the_server_wherever_it_puts_them(String body, String provider) {
        assertThat(ask(provider, new Fault.Body(503, body)))
                .isEqualTo(
                        new Completion.Unavailable(
                                host() + " failed for model \"mini\" (HTTP 503). It says: “words”",
                                true));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 529})
    void a_server_that_fails_may_recover(int status) {
        assertThat(ask("openai", new Fault.Status(status, null, "x", "overloaded")))
                .isEqualTo(
                        new Completion.Unavailable(
                                "%s failed for model \"mini\" (HTTP %d). It says: “overloaded”"
                                        .formatted(host(), status),
                                true));
    }

    @ParameterizedTest
    @CsvSource({
        "openai,7,7",
        "ollama,7,7",
        "anthropic,7,7",
        "openai,'Mon, 02 Mar 2026 10:00:30 GMT',30"
    })
    void too_many_requests(String provider, String retryAfter, long seconds) {
        assertThat(ask(provider, Fault.Status.throttled(retryAfter)))
                .isEqualTo(new Completion.Throttled(Duration.ofSeconds(seconds), throttled()));
    }

    @Test
    void too_many_requests_without_a_time() {
        assertThat(ask("openai", new Fault.Status(429, null, "rate_limit_exceeded", "slow down")))
                .isEqualTo(new Completion.Throttled(null, throttled()));
    }

    private String throttled() {
        return host()
                + " takes no more requests for model \"mini\" just now (HTTP 429). It says: “slow down”";
    }

    @Test
    void a_used_up_credit_does_not_come_back_by_waiting() {
        assertThat(ask("openai", new Fault.Status(429, "1", "insufficient_quota", "pay")))
                .isEqualTo(
                        new Completion.Unavailable(
                                "The credit at %s for model \"mini\" is used up (HTTP 429): check the account of its key."
                                        .formatted(host()),
                                false));
    }

    @Test
    void nobody_answers_at_the_address() {
        server.close();

        assertThat(ask("openai"))
                .isEqualTo(
                        new Completion.Unavailable(
                                "Nobody answers at %s: check that the server of model \"mini\" is running, and hanji.llm.models.mini.base-url."
                                        .formatted(host()),
                                true));
    }

    @Test
    void an_unknown_host() {
        Models models = models("openai", "http://hanji.invalid:9/v1", "60s");

        assertThat(models.ask(models.model(null), Requests.translate()))
                .isEqualTo(
                        new Completion.Unavailable(
                                "The host of hanji.invalid:9 is not known: check that the server of model \"mini\" is running, and hanji.llm.models.mini.base-url.",
                                true));
    }

    @Test
    void the_connection_breaks_off() {
        assertThat(ask("openai", new Fault.Disconnect()))
                .isEqualTo(
                        new Completion.Unavailable(
                                "The connection to %s for model \"mini\" broke off before the answer was whole."
                                        .formatted(host()),
                                true));
    }

    @Test
    void no_answer_in_time() {
        assertThat(askWithin("250ms", new Fault.Hang())).isEqualTo(tooSlow());
    }

    @Test
    void half_an_answer_in_time_and_then_silence() {
        assertThat(askWithin("250ms", new Fault.Stall())).isEqualTo(tooSlow());
    }

    private Completion tooSlow() {
        return new Completion.Unavailable(
                "Model \"mini\" at %s did not answer within 0.25 s: if it needs longer, raise hanji.llm.models.mini.timeout."
                        .formatted(host()),
                true);
    }

    @Test
    void an_answer_at_the_token_limit_is_cut() {
        assertThat(ask("openai", new Fault.Cut()))
                .isEqualTo(new Completion.Cut(half(), usage(half())));
        assertThat(ask("ollama", new Fault.Cut()))
                .isEqualTo(new Completion.Cut(half(), usage(half())));
        assertThat(ask("anthropic", new Fault.Cut()))
                .isEqualTo(new Completion.Cut(half(), usage(half())));
    }

    private static String half() {
        String whole = new EchoAnswers().apply(Requests.json(Requests.translate().user()));
        return whole.substring(0, whole.length() / 2);
    }

    @Test
    void the_model_declines() {
        assertThat(ask("openai", new Fault.Refusal("I will not.")))
                .isEqualTo(new Completion.Refused("I will not.", TokenUsage.NONE));
        assertThat(ask("anthropic", new Fault.Refusal("I will not.")))
                .isEqualTo(new Completion.Refused("I will not.", usage("I will not.")));
    }

    @Test
    void the_filter_of_the_provider_stops_the_answer() {
        assertThat(ask("openai", new Fault.Filtered()))
                .isEqualTo(
                        new Completion.Refused(
                                "The provider's content filter stopped the answer.", usage("")));
    }

    @Test
    void the_filter_of_the_provider_stops_the_request() {
        assertThat(ask("openai", new Fault.Status(400, null, "content_filter", "no")))
                .isEqualTo(
                        new Completion.Refused(
                                "The provider's content filter stopped the request. It says: “no”",
                                TokenUsage.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>welcome</html>", "{}", "[]", "{\"choices\":[{}]}", ""})
    void an_answer_that_is_no_completion(String body) {
        assertThat(ask("openai", new Fault.Body(200, body)))
                .isEqualTo(
                        new Completion.Unavailable(
                                "What %s answered for model \"mini\" is no chat completion: check hanji.llm.models.mini.base-url and .provider."
                                        .formatted(host()),
                                false));
    }

    @Test
    void text_instead_of_json_is_an_answer_that_others_judge() {
        assertThat(ask("openai", new Fault.Content(Fault.Change.TEXT)))
                .isInstanceOfSatisfying(
                        Completion.Answered.class,
                        answered ->
                                assertThat(answered.text())
                                        .isEqualTo("Sure! Here is what you asked for."));
    }

    @Test
    void nothing_is_asked_twice_by_itself() {
        ask("openai", Fault.Status.of(500));
        ask("ollama", Fault.Status.of(500));
        ask("anthropic", Fault.Status.of(500));

        assertThat(server.calls()).isEqualTo(3);
    }

    @Test
    void an_interrupt_ends_the_call_and_frees_its_place() throws InterruptedException {
        Models models =
                new Models(
                        ModelSettings.of(
                                "mini.provider",
                                "openai",
                                "mini.base-url",
                                server.baseUrl(),
                                "mini.model",
                                "stub",
                                "mini.max-concurrency",
                                "1"),
                        new RecordedAnswers(Path.of("none")));
        Model model = models.model(null);
        server.script(new Fault.Hang());
        AtomicReference<Completion> outcome = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread caller =
                Thread.startVirtualThread(() -> {
                    outcome.set(models.ask(model, Requests.translate()));
                    flag.set(Thread.currentThread().isInterrupted());
                });
        while (server.inFlight() == 0) {
            Thread.onSpinWait();
        }

        caller.interrupt();
        caller.join();

        assertThat(outcome.get())
                .isEqualTo(
                        new Completion.Unavailable(
                                "The call to model \"mini\" was stopped.", true));
        assertThat(flag.get()).isTrue();
        assertThat(models.ask(model, Requests.translate())).isInstanceOf(Completion.Answered.class);
    }

    @Test
    void an_interrupt_ends_the_wait_for_a_place() throws InterruptedException {
        Models models = models("openai", server.baseUrl(), "60s");
        AtomicReference<Completion> outcome = new AtomicReference<>();
        Thread caller =
                Thread.ofVirtual()
                        .unstarted(() -> {
                            Thread.currentThread().interrupt();
                            outcome.set(models.ask(models.model(null), Requests.translate()));
                        });

        caller.start();
        caller.join();

        assertThat(outcome.get())
                .isEqualTo(
                        new Completion.Unavailable(
                                "The call to model \"mini\" was stopped.", true));
        assertThat(server.calls()).isZero();
    }

    private Completion ask(String provider, Fault... faults) {
        server.script(faults);
        String url =
                provider.equalsIgnoreCase("ollama")
                        ? server.address().toString()
                        : server.baseUrl();
        Models models = models(provider, url, "60s");
        Completion completion = models.ask(models.model(null), Requests.translate());
        assertThat(completion.toString()).doesNotContain(KEY);
        return completion;
    }

    private Completion askWithin(String timeout, Fault fault) {
        server.script(fault);
        Models models = models("openai", server.baseUrl(), timeout);
        return models.ask(models.model(null), Requests.translate());
    }

    private static Models models(String provider, String url, String timeout) {
        return new Models(
                ModelSettings.of(
                        "mini.provider",
                        provider,
                        "mini.base-url",
                        url,
                        "mini.model",
                        "stub",
                        "mini.api-key",
                        KEY,
                        "mini.timeout",
                        timeout),
                new RecordedAnswers(Path.of("none")),
                CLOCK);
    }

    private static TokenUsage usage(String answer) {
        return new TokenUsage(
                tokens("You translate.") + tokens(Requests.translate().user()), tokens(answer));
    }

    private static int tokens(String text) {
        return (text.codePointCount(0, text.length()) + 2) / 3;
    }

    private String host() {
        return server.address().getAuthority();
    }
}
