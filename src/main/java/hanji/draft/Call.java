package hanji.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import hanji.llm.Model;
import hanji.llm.TokenUsage;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One call to a model, as it is written down.
///
/// @param model the configured id
/// @param name what the provider calls it
/// @param request the completion key
/// @param batch to whose account it goes; null for nobody's
/// @param cost null without prices
/// @param problem a sentence; null when the answer is useful
/// @param answer with what all the calls for it took together; null when there is none to keep
@JsonInclude(JsonInclude.Include.NON_NULL)
record Call(
        Instant at,
        String model,
        String name,
        String request,
        @Nullable String batch,
        String outcome,
        TokenUsage usage,
        @Nullable BigDecimal cost,
        long millis,
        @Nullable String problem,
        @Nullable PaidAnswer answer) {

    static Call of(
            Asking.Question question,
            Asking.Attempt attempt,
            Verdict verdict,
            @Nullable PaidAnswer answer,
            Instant at) {
        Model model = question.prepared().model();
        return new Call(
                at,
                bounded(model.id(), 100),
                bounded(model.name(), 200),
                question.prepared().key().hex(),
                question.asker().batch(),
                verdict.outcome(attempt.completion()),
                attempt.usage(),
                model.cost(attempt.usage()),
                attempt.latency().toMillis(),
                verdict.trouble() == null ? null : bounded(verdict.trouble(), 4000),
                answer);
    }

    /// What a server or a configuration calls things is of any length; columns are not.
    static String bounded(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
