package hanji.draft;

import hanji.llm.Caller;
import hanji.llm.ChatGateway;
import hanji.llm.Completion;
import hanji.llm.CompletionKey;
import hanji.llm.Model;
import hanji.llm.ModelRequest;
import hanji.llm.Priority;
import hanji.llm.TokenUsage;
import hanji.segment.Problem;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Asks a model until it answers usefully, within bounds.
final class Asking {

    private static final Logger LOG = Logger.getLogger(Asking.class);

    /// What is asked.
    ///
    /// @param listening null when nobody wants to hear the answer before it is whole
    record Question(
            Model model,
            ModelRequest worded,
            DraftRequest request,
            CompletionKey key,
            Priority priority,
            @Nullable Listening listening) {}

    /// What came of all attempts.
    sealed interface Result {

        record Useful(PaidAnswer answer) implements Result {}

        /// None came.
        ///
        /// @param reason a sentence for the editor
        record Useless(String reason) implements Result {}
    }

    private final ChatGateway gateway;
    private final CompletionStore store;
    private final Patience patience;

    Asking(ChatGateway gateway, CompletionStore store, Patience patience) {
        this.gateway = gateway;
        this.store = store;
        this.patience = patience;
    }

    Result ask(Question question) {
        Attempts attempts = new Attempts(patience);
        while (true) {
            Attempt attempt = attempt(question);
            Verdict verdict = Verdict.of(attempt.completion(), question);
            attempts.add(attempt);
            if (question.model().live()) {
                log(question, attempt, verdict);
            }
            switch (verdict) {
                case Verdict.Useful useful -> {
                    return new Result.Useful(attempts.paid(useful.answer()));
                }
                case Verdict.Hopeless hopeless -> {
                    return new Result.Useless(hopeless.problem());
                }
                case Verdict.Again again -> {
                    Duration wait = attempts.next(again);
                    if (wait == null) {
                        return new Result.Useless(again.problem());
                    }
                    if (!pause(wait)) {
                        return new Result.Useless("The request was interrupted.");
                    }
                }
            }
        }
    }

    /// One call, as it went.
    ///
    /// @param latency without the time in the queue for the model
    record Attempt(Completion completion, Duration latency) {

        TokenUsage usage() {
            return switch (completion) {
                case Completion.Answered answered -> answered.usage();
                case Completion.Refused refused -> refused.usage();
                case Completion.Cut cut -> cut.usage();
                case Completion.Throttled _,
                        Completion.Unavailable _,
                        Completion.Resting _,
                        Completion.Unrecorded _ ->
                        TokenUsage.NONE;
            };
        }
    }

    private Attempt attempt(Question question) {
        long[] sent = {System.nanoTime()};
        Listening listening = question.listening();
        Completion completion =
                gateway.ask(
                        question.model(),
                        question.worded(),
                        new Caller(
                                question.priority(),
                                () -> sent[0] = System.nanoTime(),
                                listening == null ? null : listening.pieces()));
        return new Attempt(completion, Duration.ofNanos(System.nanoTime() - sent[0]));
    }

    /// An answer that was paid for is used even if the call cannot be written down.
    private void log(Question question, Attempt attempt, Verdict verdict) {
        if (attempt.completion() instanceof Completion.Resting) {
            return;
        }
        try {
            store.logCall(
                    question.key(),
                    question.model(),
                    verdict.outcome(attempt.completion()),
                    attempt.usage(),
                    attempt.latency(),
                    verdict.trouble());
        } catch (Problem e) {
            LOG.warnf("A call could not be written down: %s", e.sentence());
        }
    }

    private static boolean pause(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
