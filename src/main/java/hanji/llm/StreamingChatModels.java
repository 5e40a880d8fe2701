package hanji.llm;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import hanji.llm.ModelsConfig.ModelConfig;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/// The models of [ChatModels] once more, for answers that are heard while they come. Same address,
/// same key, same requests.
final class StreamingChatModels {

    private StreamingChatModels() {}

    static StreamingChatModel connect(
            Model model, ModelConfig config, @Nullable ApiKey key, HttpClient connections) {
        HttpClientBuilder http = ModelHttp.builder(connections, model.timeout());
        String address = ChatModels.address(model, config).toString();
        return switch (ChatModels.provider(model)) {
            case OPENAI ->
                    OpenAiStreamingChatModel.builder()
                            .httpClientBuilder(http)
                            .baseUrl(address)
                            .apiKey(key == null ? null : key.value())
                            .modelName(model.name())
                            .strictJsonSchema(true)
                            .build();
            case OLLAMA ->
                    OllamaStreamingChatModel.builder()
                            .httpClientBuilder(http)
                            .baseUrl(address)
                            .customHeaders(ChatModels.bearer(key))
                            .modelName(model.name())
                            .build();
            case ANTHROPIC ->
                    AnthropicStreamingChatModel.builder()
                            .httpClientBuilder(http)
                            .baseUrl(address)
                            .apiKey(key == null ? null : key.value())
                            .modelName(model.name())
                            .build();
        };
    }
}
