package hanji.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import hanji.llm.ModelsConfig.ModelConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One configured model: connected when it is first asked, asked by as many at once as it bears,
/// left alone when it says so or is down.
final class LiveModel {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Model model;
    private final ModelConfig config;
    private final @Nullable ApiKey key;
    private final Turns turns;
    private final Breaker breaker;
    private final Outcomes outcomes;
    private final Supplier<ChatModel> chat;
    private final Supplier<StreamingChatModel> streaming;

    /// @throws hanji.segment.Problem (set-up) for a key that cannot be used
    LiveModel(Model model, ModelConfig config, HttpClient connections, InstantSource clock) {
        this.model = model;
        this.config = config;
        Duration gap =
                config.requestsPerMinute().isPresent()
                        ? MINUTE.dividedBy(config.requestsPerMinute().getAsInt())
                        : Duration.ZERO;
        this.turns = new Turns(model.maxConcurrency(), gap, clock);
        this.breaker = new Breaker(clock);
        String host = ChatModels.address(model, config).getAuthority();
        ApiKey key = ApiKey.of(model.id(), config).orElse(null);
        this.key = key;
        this.outcomes = new Outcomes(model, host, key, clock);
        this.chat = new Once<>(() -> ChatModels.connect(model, config, key, connections));
        this.streaming =
                new Once<>(() -> StreamingChatModels.connect(model, config, key, connections));
    }

    Model model() {
        return model;
    }

    Completion ask(ModelRequest request, Caller caller) {
        ChatRequest prepared = ChatModels.request(model, config, request);
        Breaker.Rest rest = breaker.rest();
        if (rest != null) {
            return outcomes.resting(rest);
        }
        int round;
        try {
            round = turns.enter(caller.priority());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return outcomes.stopped();
        }
        Completion completion = outcomes.stopped();
        try {
            completion = onTurn(prepared, caller);
            return completion;
        } finally {
            leave(round, completion);
        }
    }

    private Completion onTurn(ChatRequest request, Caller caller) {
        Breaker.Rest rest = breaker.start();
        if (rest != null) {
            return outcomes.resting(rest);
        }
        if (!caller.goes().getAsBoolean()) {
            breaker.stopped();
            return new Completion.Withdrawn();
        }
        Completion completion = asked(request, caller.pieces());
        if (Thread.currentThread().isInterrupted()) {
            breaker.stopped();
        } else if (completion instanceof Completion.Unavailable down && down.passing()) {
            breaker.failed(down.problem());
        } else {
            breaker.answered();
        }
        return completion;
    }

    private void leave(int round, Completion completion) {
        switch (completion) {
            case Completion.Throttled throttled ->
                    turns.leaveThrottled(round, throttled.retryAfter());
            case Completion.Unavailable down ->
                    turns.leave(
                            round,
                            down.passing() && !Thread.currentThread().isInterrupted()
                                    ? Turns.Load.TOO_MUCH
                                    : Turns.Load.UNKNOWN);
            case Completion.Answered _, Completion.Refused _, Completion.Cut _ ->
                    turns.leave(round, Turns.Load.BEARABLE);
            case Completion.Resting _, Completion.Unrecorded _, Completion.Withdrawn _ ->
                    turns.leave(round, Turns.Load.UNKNOWN);
        }
    }

    private Completion asked(ChatRequest request, @Nullable Consumer<String> pieces) {
        long start = System.nanoTime();
        try {
            ChatResponse response =
                    pieces == null
                            ? chat.get().chat(request)
                            : StreamedCall.ask(
                                    streaming.get(),
                                    request,
                                    key == null ? pieces : key.struckFrom(pieces));
            return outcomes.of(response, Duration.ofNanos(System.nanoTime() - start));
        } catch (RuntimeException e) {
            // LangChain4j throws its own, Jackson's and the JDK's; whatever a server causes is an
            // outcome
            return outcomes.of(e);
        }
    }

    /// What is made when it is first wanted.
    private static final class Once<T> implements Supplier<T> {

        private final Supplier<T> making;
        private @Nullable T made;

        Once(Supplier<T> making) {
            this.making = making;
        }

        @Override
        public synchronized T get() {
            T known = made;
            if (known == null) {
                known = making.get();
                made = known;
            }
            return known;
        }
    }
}
