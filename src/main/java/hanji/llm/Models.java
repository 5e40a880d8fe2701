package hanji.llm;

import hanji.segment.Problem;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The configured models, and the recorded answers beside them under the id `recorded`. Safe for
/// any number of threads.
public final class Models implements ChatGateway, AutoCloseable {

    private final Map<String, LiveModel> live;
    private final RecordedAnswers recorded;
    private final boolean recordedFirst;
    private final HttpClient connections;

    /// Opens no connection.
    ///
    /// @throws Problem (set-up) naming the key to mend
    public Models(ModelsConfig config, RecordedAnswers recorded) {
        this(config, recorded, InstantSource.system());
    }

    Models(ModelsConfig config, RecordedAnswers recorded, InstantSource clock) {
        this.connections = ModelHttp.connections();
        this.live =
                ConfiguredModels.of(config).stream()
                        .map(model ->
                                new LiveModel(model, settings(config, model), connections, clock))
                        .collect(
                                Collectors.toMap(
                                        one -> one.model().id(),
                                        one -> one,
                                        (first, _) -> first,
                                        LinkedHashMap::new));
        this.recorded = recorded;
        this.recordedFirst = config.defaultModel().filter(Model.RECORDED::equals).isPresent();
    }

    private static ModelsConfig.ModelConfig settings(ModelsConfig config, Model model) {
        return Objects.requireNonNull(config.models().get(model.id()));
    }

    @Override
    public Model model(@Nullable String id) {
        if (id == null) {
            return models().getFirst();
        }
        if (id.equals(Model.RECORDED)) {
            return recorded.model();
        }
        return one(id).model();
    }

    @Override
    public Optional<Model> find(String id) {
        return id.equals(Model.RECORDED)
                ? Optional.of(recorded.model())
                : Optional.ofNullable(live.get(id)).map(LiveModel::model);
    }

    @Override
    public List<Model> models() {
        Stream<Model> configured = live.values().stream().map(LiveModel::model);
        return live.isEmpty() || recordedFirst
                ? Stream.concat(Stream.of(recorded.model()), configured).toList()
                : configured.toList();
    }

    @Override
    public Completion ask(Model model, ModelRequest request, Caller caller) {
        if (model.live()) {
            return one(model.id()).ask(request, caller);
        }
        if (!caller.goes().getAsBoolean()) {
            return new Completion.Withdrawn();
        }
        Completion completion = recorded.ask(request, live.isEmpty());
        if (completion instanceof Completion.Answered answered && caller.pieces() != null) {
            caller.pieces().accept(answered.text());
        }
        return completion;
    }

    private LiveModel one(String id) {
        return Optional.ofNullable(live.get(id))
                .orElseThrow(
                        () -> Problem.badInput("Unknown model \"%s\": use one of %s.", id, ids()));
    }

    private String ids() {
        return Stream.concat(live.keySet().stream(), Stream.of(Model.RECORDED))
                .collect(Collectors.joining(", "));
    }

    /// Lets the connections go; calls in flight get no answer.
    @Override
    public void close() {
        connections.shutdownNow();
    }
}
