package hanji.draft;

import hanji.llm.Completion;
import hanji.llm.TokenUsage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The calls for one request, counted against its patience.
final class Attempts {

    private final Patience patience;
    private int calls;
    private int badAnswers;
    private int failures;
    private int tokensIn;
    private int tokensOut;
    private Duration spent = Duration.ZERO;
    private Duration asking = Duration.ZERO;

    Attempts(Patience patience) {
        this.patience = patience;
    }

    void add(Asking.Attempt attempt) {
        calls++;
        tokensIn += attempt.usage().in();
        tokensOut += attempt.usage().out();
        asking = asking.plus(attempt.latency());
        spent = spent.plus(attempt.latency());
    }

    /// How long to wait before asking again; null when it is enough.
    @Nullable Duration next(Verdict.Again again) {
        if (again.answered()) {
            badAnswers++;
        } else {
            failures++;
        }
        if (badAnswers >= patience.answers() || failures >= patience.failures()) {
            return null;
        }
        Duration wait = patience.after(failures, again.after());
        spent = spent.plus(wait);
        return spent.compareTo(patience.deadline()) > 0 ? null : wait;
    }

    /// The answer with what all the calls for it took together.
    PaidAnswer paid(Completion.Answered answer) {
        return new PaidAnswer(
                answer.text(),
                answer.modelName(),
                new TokenUsage(tokensIn, tokensOut),
                asking.toMillis(),
                calls);
    }
}
