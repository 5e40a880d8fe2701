package hanji.draft;

import hanji.llm.Caller;
import hanji.llm.ChatGateway;
import hanji.llm.Completion;
import hanji.llm.Model;
import hanji.llm.ModelRequest;
import hanji.llm.TokenUsage;
import hanji.segment.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A gateway whose completions are given beforehand.
final class ScriptedGateway implements ChatGateway {

    static final Model MODEL =
            new Model(
                    "mini",
                    "openai",
                    "stub",
                    null,
                    Duration.ofSeconds(1),
                    4,
                    new BigDecimal("2"),
                    new BigDecimal("10"));

    private final Queue<Supplier<Completion>> script = new ConcurrentLinkedQueue<>();
    final List<ModelRequest> asked = new CopyOnWriteArrayList<>();
    final List<Caller> callers = new CopyOnWriteArrayList<>();

    ScriptedGateway then(Supplier<Completion> completion) {
        script.add(completion);
        return this;
    }

    ScriptedGateway then(Completion... completions) {
        for (Completion completion : completions) {
            script.add(() -> completion);
        }
        return this;
    }

    static Completion answered(String text) {
        return new Completion.Answered(
                text, "stub-2026", new TokenUsage(100, 10), Duration.ofMillis(3));
    }

    @Override
    public Model model(@Nullable String id) {
        return find(id == null ? MODEL.id() : id)
                .orElseThrow(() -> Problem.badInput("Unknown model"));
    }

    @Override
    public Optional<Model> find(String id) {
        return Optional.of(MODEL).filter(model -> model.id().equals(id));
    }

    @Override
    public List<Model> models() {
        return List.of(MODEL);
    }

    @Override
    public Completion ask(Model model, ModelRequest request, Caller caller) {
        asked.add(request);
        callers.add(caller);
        if (!caller.goes().getAsBoolean()) {
            return new Completion.Withdrawn();
        }
        Supplier<Completion> next = script.poll();
        if (next == null) {
            throw new AssertionError("asked more often than the test allows");
        }
        return next.get();
    }
}
