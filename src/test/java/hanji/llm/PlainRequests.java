package hanji.llm;

import dev.langchain4j.model.chat.request.ChatRequest;
import hanji.testing.ModelSettings;
import java.util.Objects;

/// What Hanji asks an OpenAI-compatible server, for those who ask it without Hanji.
public final class PlainRequests {

    private final Model model;
    private final ModelsConfig.ModelConfig config;

    /// @param baseUrl of the server, with the version
    public PlainRequests(String baseUrl) {
        ModelsConfig all =
                ModelSettings.of(
                        "plain.provider",
                        "openai",
                        "plain.base-url",
                        baseUrl,
                        "plain.model",
                        "stub");
        this.model = ConfiguredModels.of(all).getFirst();
        this.config = Objects.requireNonNull(all.models().get("plain"));
    }

    public String modelName() {
        return model.name();
    }

    public ChatRequest of(ModelRequest request) {
        return ChatModels.request(model, config, request);
    }
}
