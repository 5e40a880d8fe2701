package hanji.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came back from a model. A refusal is an answer too: the editor sees it, the batch goes on.
public sealed interface Completion {

    /// The model said something whole.
    ///
    /// @param modelName what the provider says answered, as `gpt-4o-mini-2024-07-18`
    record Answered(String text, String modelName, TokenUsage usage, Duration latency)
            implements Completion {}

    /// The model declined, or its filter did.
    record Refused(String reason, TokenUsage usage) implements Completion {}

    /// The answer stops at the token limit.
    record Cut(String text, TokenUsage usage) implements Completion {}

    /// Too many requests, or a server that says when to come again; `retryAfter` when it said how
    /// long to wait.
    record Throttled(@Nullable Duration retryAfter, String problem) implements Completion {}

    /// Nobody answered: no connection, a time-out, a server error, a wrong key.
    ///
    /// @param passing whether asking again may help
    record Unavailable(String problem, boolean passing) implements Completion {}

    /// Nobody was asked, for the model failed again and again just before.
    ///
    /// @param left until it is tried again
    record Resting(Duration left, String problem) implements Completion {}

    /// Nobody was asked, for the caller no longer wanted it when its turn came.
    record Withdrawn() implements Completion {}

    /// No model is configured and nothing is recorded for this request.
    record Unrecorded(String problem) implements Completion {}
}
