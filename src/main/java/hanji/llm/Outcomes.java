package hanji.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.anthropic.AnthropicChatResponseMetadata;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// What a model or its server did, as a [Completion] with a sentence for a person.
final class Outcomes {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Enough of a server's own words to see what it means.
    private static final int MAX_QUOTE = 300;

    private final Model model;
    private final String host;
    private final @Nullable ApiKey key;
    private final InstantSource clock;

    /// @param host as in the address, without credentials
    /// @param key to be struck out of what a server says
    Outcomes(Model model, String host, @Nullable ApiKey key, InstantSource clock) {
        this.model = model;
        this.host = host;
        this.key = key;
        this.clock = clock;
    }

    Completion of(ChatResponse response, Duration latency) {
        String text = said(Objects.requireNonNullElse(response.aiMessage().text(), ""));
        TokenUsage usage = usage(response);
        FinishReason reason = response.finishReason();
        if (reason == FinishReason.CONTENT_FILTER || refusedByAnthropic(response)) {
            return new Completion.Refused(
                    text.isBlank() ? "The provider's content filter stopped the answer." : text,
                    usage);
        }
        if (reason == FinishReason.LENGTH) {
            return new Completion.Cut(text, usage);
        }
        String name = said(Objects.requireNonNullElse(response.modelName(), model.name()));
        return new Completion.Answered(text, name, usage, latency);
    }

    private String said(String text) {
        return key == null ? text : key.struckFromAnswer(text);
    }

    private static TokenUsage usage(ChatResponse response) {
        var counted = response.tokenUsage();
        return counted == null
                ? TokenUsage.NONE
                : new TokenUsage(
                        Objects.requireNonNullElse(counted.inputTokenCount(), 0),
                        Objects.requireNonNullElse(counted.outputTokenCount(), 0));
    }

    /// LangChain4j folds Anthropic's stop reason `refusal` into OTHER; the raw answer still has it.
    private static boolean refusedByAnthropic(ChatResponse response) {
        return response.finishReason() == FinishReason.OTHER
                && response.metadata() instanceof AnthropicChatResponseMetadata raw
                && ((raw.rawHttpResponse() != null && saysRefusal(raw.rawHttpResponse().body()))
                        || (raw.rawServerSentEvents() != null
                                && raw.rawServerSentEvents().stream()
                                        .anyMatch(event -> saysRefusal(event.data()))));
    }

    /// A whole answer has the reason at the top, a streamed one in an event's delta.
    private static boolean saysRefusal(@Nullable String body) {
        JsonNode answer = tree(body);
        return answer.path("stop_reason").asText().equals("refusal")
                || answer.at("/delta/stop_reason").asText().equals("refusal");
    }

    Completion of(RuntimeException failure) {
        Throwable cause =
                Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                        .filter(Outcomes::tells)
                        .findFirst()
                        .orElse(failure);
        return switch (cause) {
            case ContentFilteredException refused ->
                    new Completion.Refused(
                            said(
                                    Objects.requireNonNullElse(
                                            refused.getMessage(), "no reason given")),
                            TokenUsage.NONE);
            case HttpException status -> ofStatus(status);
            case TimeoutException _ -> tooSlow();
            case InterruptedException _ -> stopped();
            case SSLException _ ->
                    failed(
                            "No safe connection to %s: check hanji.llm.models.%s.base-url and the server's certificate."
                                    .formatted(host, model.id()));
            case UnresolvedAddressException _ -> unreachable("The host of %s is not known");
            case ConnectException e
                    when e.getCause() instanceof ConnectException inner
                            && inner.getCause() instanceof UnresolvedAddressException ->
                    unreachable("The host of %s is not known");
            case ConnectException _ -> unreachable("Nobody answers at %s");
            case JsonProcessingException _ -> strange();
            case IOException _ ->
                    new Completion.Unavailable(
                            "The connection to %s for model \"%s\" broke off before the answer was whole."
                                    .formatted(host, model.id()),
                            true);
            default -> strange();
        };
    }

    private static boolean tells(Throwable cause) {
        return cause instanceof ContentFilteredException
                || cause instanceof HttpException
                || cause instanceof TimeoutException
                || cause instanceof InterruptedException
                || cause instanceof UnresolvedAddressException
                || cause instanceof IOException;
    }

    Completion stopped() {
        return new Completion.Unavailable(
                "The call to model \"%s\" was stopped.".formatted(model.id()), true);
    }

    Completion resting(Breaker.Rest rest) {
        long seconds = Math.ceilDiv(rest.left().toMillis(), 1000);
        return new Completion.Resting(
                rest.left(),
                "Model \"%s\" keeps failing and is not asked for another %d s. The last time: %s"
                        .formatted(model.id(), seconds, rest.problem()));
    }

    private Completion tooSlow() {
        return new Completion.Unavailable(
                "Model \"%s\" at %s did not answer within %s s: if it needs longer, raise hanji.llm.models.%s.timeout."
                        .formatted(model.id(), host, seconds(model.timeout()), model.id()),
                true);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? Long.toString(duration.toSeconds())
                : Double.toString(duration.toMillis() / 1000.0);
    }

    private Completion unreachable(String what) {
        return new Completion.Unavailable(
                (what
                                + ": check that the server of model \"%s\" is running, and hanji.llm.models.%s.base-url.")
                        .formatted(host, model.id(), model.id()),
                true);
    }

    private Completion strange() {
        return failed(
                "What %s answered for model \"%s\" is no chat completion: check hanji.llm.models.%s.base-url and .provider."
                        .formatted(host, model.id(), model.id()));
    }

    private Completion failed(String problem) {
        return new Completion.Unavailable(problem, false);
    }

    private Completion ofStatus(HttpException failed) {
        JsonNode error = error(tree(failed.getMessage()));
        int status = failed.statusCode();
        return switch (status) {
            case 401, 403 ->
                    failed(
                            "%s does not accept the key of model \"%s\" (HTTP %d): check hanji.llm.models.%s.api-key."
                                    .formatted(host, model.id(), status, model.id()));
            case 404 ->
                    failed(
                            "%s does not know \"%s\" (HTTP 404): check hanji.llm.models.%s.model and .base-url."
                                            .formatted(host, model.name(), model.id())
                                    + quoted(error));
            case 408 -> tooSlow();
            case 429 -> tooMany(failed, error);
            default -> status >= 500 ? down(failed, error) : notTaken(status, error);
        };
    }

    /// A server that says when it will be back is not tried again before.
    private Completion down(HttpException failed, JsonNode error) {
        String problem =
                "%s failed for model \"%s\" (HTTP %d)."
                                .formatted(host, model.id(), failed.statusCode())
                        + quoted(error);
        Duration back = retryAfter(failed);
        return back == null
                ? new Completion.Unavailable(problem, true)
                : new Completion.Throttled(back, problem);
    }

    private @Nullable Duration retryAfter(HttpException failed) {
        String header = failed instanceof ModelHttp.Failed ours ? ours.retryAfter() : null;
        return RetryAfter.read(header, clock);
    }

    /// Most wrap it; some compatible servers write `message` or `detail` at the top.
    private static JsonNode error(JsonNode body) {
        return body.has("error")
                ? body.path("error")
                : body.has("detail") ? body.path("detail") : body;
    }

    /// A used-up credit comes as 429 too, but waiting does not bring it back.
    private Completion tooMany(HttpException failed, JsonNode error) {
        if (error.path("code").asText().equals("insufficient_quota")) {
            return failed(
                    "The credit at %s for model \"%s\" is used up (HTTP 429): check the account of its key."
                            .formatted(host, model.id()));
        }
        return new Completion.Throttled(
                retryAfter(failed),
                "%s takes no more requests for model \"%s\" just now (HTTP 429)."
                                .formatted(host, model.id())
                        + quoted(error));
    }

    private Completion notTaken(int status, JsonNode error) {
        if (error.path("code").asText().equals("content_filter")) {
            return new Completion.Refused(
                    "The provider's content filter stopped the request." + quoted(error),
                    TokenUsage.NONE);
        }
        return failed(
                "%s does not take the request for model \"%s\" (HTTP %d): check hanji.llm.models.%s.base-url, .model and .temperature."
                                .formatted(host, model.id(), status, model.id())
                        + quoted(error));
    }

    /// The server's own words, shortened, in one line and without the key.
    private String quoted(JsonNode error) {
        String words = error.isTextual() ? error.asText() : error.path("message").asText();
        String line = words.strip().replaceAll("\\s+", " ");
        String safe = key == null ? line : key.struckFrom(line);
        if (safe.isEmpty()) {
            return "";
        }
        int end =
                safe.offsetByCodePoints(
                        0, Math.min(MAX_QUOTE, safe.codePointCount(0, safe.length())));
        return " It says: “%s”".formatted(safe.substring(0, end));
    }

    private static JsonNode tree(@Nullable String body) {
        try {
            return body == null ? JSON.missingNode() : JSON.readTree(body);
        } catch (JsonProcessingException _) {
            return JSON.missingNode();
        }
    }
}
