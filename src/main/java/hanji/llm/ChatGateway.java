package hanji.llm;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The door to the models.
public interface ChatGateway {

    /// The model that a caller means; null means the default one.
    ///
    /// @throws hanji.segment.Problem (bad input) that lists the configured ids
    Model model(@Nullable String id);

    /// A model by its id, when it is still configured.
    Optional<Model> find(String id);

    /// What is configured, the default first; only `recorded` when nothing is.
    List<Model> models();

    /// Asks once, waits for the answer, and never throws for what a model or its server does.
    /// Blocks while `model.maxConcurrency` calls are in flight; meant for virtual threads.
    Completion ask(Model model, ModelRequest request);
}
