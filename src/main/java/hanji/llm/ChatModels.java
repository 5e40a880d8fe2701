package hanji.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import hanji.llm.ModelsConfig.ModelConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where LangChain4j's models and requests are made. It retries nothing: who asks decides that.
final class ChatModels {

    private static final int MIN_CONTEXT = 8_192;

    private ChatModels() {}

    static ChatModel connect(
            Model model, ModelConfig config, @Nullable ApiKey key, HttpClient connections) {
        HttpClientBuilder http = ModelHttp.builder(connections, model.timeout());
        return switch (provider(model)) {
            case OPENAI -> openAi(model, config, key, http);
            case OLLAMA -> ollama(model, config, key, http);
            case ANTHROPIC -> anthropic(model, config, key, http);
        };
    }

    private static ChatModel openAi(
            Model model, ModelConfig config, @Nullable ApiKey key, HttpClientBuilder http) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(address(model, config).toString())
                .apiKey(key == null ? null : key.value())
                .modelName(model.name())
                .strictJsonSchema(true)
                .maxRetries(0)
                .build();
    }

    private static ChatModel ollama(
            Model model, ModelConfig config, @Nullable ApiKey key, HttpClientBuilder http) {
        return OllamaChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(address(model, config).toString())
                .customHeaders(bearer(key))
                .modelName(model.name())
                .maxRetries(0)
                .build();
    }

    /// Ollama itself takes no key; the gateways that people put in front of it take a bearer token.
    static Map<String, String> bearer(@Nullable ApiKey key) {
        return key == null ? Map.of() : Map.of("Authorization", "Bearer " + key.value());
    }

    private static ChatModel anthropic(
            Model model, ModelConfig config, @Nullable ApiKey key, HttpClientBuilder http) {
        return AnthropicChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(address(model, config).toString())
                .apiKey(key == null ? null : key.value())
                .modelName(model.name())
                .maxRetries(0)
                .build();
    }

    /// Where a model's server is: as configured, or the provider's own address.
    static URI address(Model model, ModelConfig config) {
        return URI.create(
                config.baseUrl()
                        .orElseGet(() ->
                                switch (provider(model)) {
                                    case OPENAI -> "https://api.openai.com/v1";
                                    case OLLAMA -> "http://localhost:11434";
                                    case ANTHROPIC -> "https://api.anthropic.com/v1";
                                }));
    }

    static ModelsConfig.Provider provider(Model model) {
        return ModelsConfig.Provider.valueOf(model.provider().toUpperCase(Locale.ROOT));
    }

    static ChatRequest request(Model model, ModelConfig config, ModelRequest request) {
        return ChatRequest.builder()
                .messages(messages(request))
                .parameters(parameters(model, config, request))
                .build();
    }

    private static ChatRequestParameters parameters(
            Model model, ModelConfig config, ModelRequest request) {
        DefaultChatRequestParameters.Builder<?> parameters =
                switch (provider(model)) {
                    case OPENAI -> openAiLimit(model, config, request);
                    case OLLAMA ->
                            OllamaChatRequestParameters.builder()
                                    .numCtx(context(request))
                                    .maxOutputTokens(request.maxOutputTokens());
                    case ANTHROPIC ->
                            ChatRequestParameters.builder()
                                    .maxOutputTokens(request.maxOutputTokens());
                };
        Double temperature = model.temperature();
        return parameters
                .temperature(temperature == null ? request.temperature() : temperature)
                .responseFormat(AnswerSchema.format(request))
                .build();
    }

    /// OpenAI's newer models refuse `max_tokens`; many compatible servers know nothing else.
    private static DefaultChatRequestParameters.Builder<?> openAiLimit(
            Model model, ModelConfig config, ModelRequest request) {
        boolean official = "api.openai.com".equals(address(model, config).getHost());
        return official
                ? OpenAiChatRequestParameters.builder()
                        .maxCompletionTokens(request.maxOutputTokens())
                : ChatRequestParameters.builder().maxOutputTokens(request.maxOutputTokens());
    }

    /// Ollama silently drops the beginning of what exceeds its context, 4,096 tokens by default:
    /// less than a prompt and an entry. A token is counted for every two characters, too many for
    /// English and about right for Korean, and the sum goes up to a power of two, for each new size
    /// makes Ollama load the model again.
    static int context(ModelRequest request) {
        int tokens =
                (request.system().length() + request.user().length()) / 2
                        + request.maxOutputTokens();
        return Math.max(MIN_CONTEXT, Integer.highestOneBit(tokens - 1) << 1);
    }

    private static List<ChatMessage> messages(ModelRequest request) {
        ChatMessage user = UserMessage.from(request.user());
        return request.system().isBlank()
                ? List.of(user)
                : List.of(SystemMessage.from(request.system()), user);
    }
}
