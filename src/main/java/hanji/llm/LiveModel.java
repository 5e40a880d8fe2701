package hanji.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import hanji.llm.ModelsConfig.ModelConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// One configured model: connected when it is first asked, and never asked by more than its limit
/// at once.
final class LiveModel {

    private final Model model;
    private final ModelConfig config;
    private final HttpClient connections;
    private final Semaphore places;
    private final Outcomes outcomes;
    private @Nullable ChatModel chat;

    LiveModel(Model model, ModelConfig config, HttpClient connections, InstantSource clock) {
        this.model = model;
        this.config = config;
        this.connections = connections;
        this.places = new Semaphore(model.maxConcurrency(), true);
        String host = ChatModels.address(model, config).getAuthority();
        this.outcomes = new Outcomes(model, host, config.apiKey(), clock);
    }

    Model model() {
        return model;
    }

    Completion ask(ModelRequest request) {
        ChatRequest prepared = ChatModels.request(model, config, request);
        try {
            places.acquire();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return outcomes.stopped();
        }
        try {
            return asked(prepared);
        } finally {
            places.release();
        }
    }

    private Completion asked(ChatRequest request) {
        ChatModel connected = connected();
        long start = System.nanoTime();
        try {
            return outcomes.of(
                    connected.chat(request), Duration.ofNanos(System.nanoTime() - start));
        } catch (RuntimeException e) {
            // LangChain4j throws its own, Jackson's and the JDK's; whatever a server causes is an
            // outcome
            return outcomes.of(e);
        }
    }

    private synchronized ChatModel connected() {
        ChatModel known = chat;
        if (known == null) {
            known = ChatModels.connect(model, config, connections);
            chat = known;
        }
        return known;
    }
}
