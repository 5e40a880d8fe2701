package hanji.testing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a model server does wrong in one call.
public sealed interface Fault {

    /// Nothing: lets a call of a script pass.
    record None() implements Fault {}

    /// Another status, with an error body in the manner of OpenAI.
    ///
    /// @param retryAfter value of the header; null sends none
    /// @param code of the error body, as `insufficient_quota`
    record Status(int status, @Nullable String retryAfter, String code, String message)
            implements Fault {

        public static Status of(int status) {
            return new Status(status, null, "error", "the stub was told to fail");
        }

        public static Status throttled(String retryAfter) {
            return new Status(429, retryAfter, "rate_limit_exceeded", "slow down");
        }
    }

    /// Answers, but so much later.
    record Delay(Duration by) implements Fault {}

    /// Never answers; the connection stays open until the server closes.
    record Hang() implements Fault {}

    /// Sends headers and half an answer, then nothing more until the server closes.
    record Stall() implements Fault {}

    /// Closes the connection without an answer.
    record Disconnect() implements Fault {}

    /// Half an answer, with the finish reason that says it reached the token limit.
    record Cut() implements Fault {}

    /// Declines, as each provider does it.
    record Refusal(String reason) implements Fault {}

    /// The provider's filter stops it: an empty answer with that finish reason.
    record Filtered() implements Fault {}

    /// A completion whose content is other than asked.
    record Content(Change change) implements Fault {}

    /// A whole HTTP body that is no completion at all.
    record Body(int status, String body) implements Fault {}

    /// How [Content] differs from the right answer.
    enum Change {
        /// a sentence instead of JSON
        TEXT,
        /// the last item is missing
        TOO_FEW_IDS,
        /// one id that nobody asked for
        FOREIGN_IDS,
        /// every text is empty
        EMPTY_STRINGS
    }
}
