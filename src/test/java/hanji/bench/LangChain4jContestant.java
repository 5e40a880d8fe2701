package hanji.bench;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiChatModel;
import hanji.llm.PlainRequests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/// LangChain4j alone, with its own client on the JDK's: requests are ready, answers are read and
/// thrown away.
final class LangChain4jContestant implements Contestant {

    private final ChatModel model;
    private final List<ChatRequest> requests;

    LangChain4jContestant(Workload workload) {
        var http =
                new JdkHttpClientBuilder()
                        .httpClientBuilder(
                                HttpClient.newBuilder()
                                        .version(HttpClient.Version.HTTP_1_1)
                                        .executor(Executors.newVirtualThreadPerTaskExecutor()));
        var plain = new PlainRequests(workload.baseUrl());
        this.model = model(workload, plain, http);
        try {
            this.requests = workload.requests().stream().map(plain::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChatModel model(Workload workload, PlainRequests plain, HttpClientBuilder http) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(workload.baseUrl())
                .modelName(plain.modelName())
                .timeout(Duration.ofMinutes(1))
                .strictJsonSchema(true)
                .maxRetries(0)
                .build();
    }

    /// The bodies that it sends.
    static List<String> bodies(Workload workload) throws IOException {
        var plain = new PlainRequests(workload.baseUrl());
        var bodies = new Bodies();
        var model = model(workload, plain, bodies);
        workload.requests().forEach(request -> model.chat(plain.of(request)));
        return List.copyOf(bodies.sent);
    }

    @Override
    public int calls() {
        return requests.size();
    }

    @Override
    public void run(int inFlight) throws Exception {
        FanOut.each(requests, inFlight, this::call);
    }

    private void call(ChatRequest request) {
        if (model.chat(request).aiMessage().text().isEmpty()) {
            throw new IllegalStateException("an empty answer");
        }
    }

    /// Keeps bodies and sends nothing.
    private static final class Bodies
            implements HttpClientBuilder, dev.langchain4j.http.client.HttpClient {

        private static final String ANSWER =
                "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"-\"}}]}";

        private final List<String> sent = new ArrayList<>();

        @Override
        public SuccessfulHttpResponse execute(HttpRequest request) {
            sent.add(request.body());
            return SuccessfulHttpResponse.builder().statusCode(200).body(ANSWER).build();
        }

        @Override
        public void execute(
                HttpRequest request,
                ServerSentEventParser parser,
                ServerSentEventListener listener) {
            throw new UnsupportedOperationException("answers are asked for as a whole");
        }

        @Override
        public dev.langchain4j.http.client.HttpClient build() {
            return this;
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofMinutes(1);
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return Duration.ofMinutes(1);
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }
    }
}
