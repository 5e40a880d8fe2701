package hanji.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import hanji.llm.ModelsConfig.ModelConfig;
import hanji.llm.ModelsConfig.Provider;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;

/// Where LangChain4j's models and requests are made. It retries nothing: who asks decides that.
final class ChatModels {

    private static final String OLLAMA = "http://localhost:11434";

    private ChatModels() {}

    static ChatModel connect(Model model, ModelConfig config, HttpClient connections) {
        HttpClientBuilder http = ModelHttp.builder(connections, model.timeout());
        return switch (Provider.valueOf(model.provider().toUpperCase(java.util.Locale.ROOT))) {
            case OPENAI -> openAi(model, config, http);
            case OLLAMA -> ollama(model, config, http);
            case ANTHROPIC -> anthropic(model, config, http);
        };
    }

    private static ChatModel openAi(Model model, ModelConfig config, HttpClientBuilder http) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(config.baseUrl().orElse(null))
                .apiKey(config.apiKey().orElse(null))
                .modelName(model.name())
                .strictJsonSchema(true)
                .maxRetries(0)
                .build();
    }

    /// Ollama itself takes no key; the gateways that people put in front of it take a bearer token.
    private static ChatModel ollama(Model model, ModelConfig config, HttpClientBuilder http) {
        return OllamaChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(config.baseUrl().orElse(OLLAMA))
                .customHeaders(config.apiKey()
                        .map(key -> Map.of("Authorization", "Bearer " + key))
                        .orElse(Map.of()))
                .modelName(model.name())
                .maxRetries(0)
                .build();
    }

    private static ChatModel anthropic(Model model, ModelConfig config, HttpClientBuilder http) {
        return AnthropicChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(config.baseUrl().orElse(null))
                .apiKey(config.apiKey().orElse(null))
                .modelName(model.name())
                .maxRetries(0)
                .build();
    }

    static ChatRequest request(Model model, ModelConfig config, ModelRequest request) {
        Double temperature = model.temperature();
        double chosen = temperature == null ? request.temperature() : temperature;
        return ChatRequest.builder()
                .messages(messages(request))
                .parameters(
                        atOpenAi(model, config)
                                ? OpenAiChatRequestParameters.builder()
                                        .temperature(chosen)
                                        .maxCompletionTokens(request.maxOutputTokens())
                                        .responseFormat(AnswerSchema.format(request))
                                        .build()
                                : ChatRequestParameters.builder()
                                        .temperature(chosen)
                                        .maxOutputTokens(request.maxOutputTokens())
                                        .responseFormat(AnswerSchema.format(request))
                                        .build())
                .build();
    }

    /// OpenAI's newer models refuse `max_tokens`; many compatible servers know nothing else.
    private static boolean atOpenAi(Model model, ModelConfig config) {
        return model.provider().equals("openai")
                && config.baseUrl().map(url -> url.contains("//api.openai.com")).orElse(true);
    }

    private static List<ChatMessage> messages(ModelRequest request) {
        ChatMessage user = UserMessage.from(request.user());
        return request.system().isBlank()
                ? List.of(user)
                : List.of(SystemMessage.from(request.system()), user);
    }
}
