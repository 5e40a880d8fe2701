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

    /// Asks once for somebody who waits.
    default Completion ask(Model model, ModelRequest request) {
        return ask(model, request, Priority.INTERACTIVE);
    }

    default Completion ask(Model model, ModelRequest request, Priority priority) {
        return ask(model, request, Caller.of(priority));
    }

    /// Asks once, waits for the answer, and never throws for what a model or its server does.
    ///
    /// Blocks until the model can take the call: while as many are in flight as it bears just now
    /// (`model.maxConcurrency` at most), while it wants to be left alone, and while somebody of
    /// higher priority waits. Meant for virtual threads.
    Completion ask(Model model, ModelRequest request, Caller caller);
}
