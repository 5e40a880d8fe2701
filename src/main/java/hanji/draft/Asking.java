package hanji.draft;

import hanji.llm.Caller;
import hanji.llm.ChatGateway;
import hanji.llm.Completion;
import hanji.llm.Model;
import hanji.llm.TokenUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Asks a model until it answers usefully, within bounds.
final class Asking {

    /// What is asked.
    ///
    /// @param listening null when nobody wants to hear the answer before it is whole
    record Question(Prepared prepared, Asker asker, @Nullable Listening listening) {

        Model model() {
            return prepared.model();
        }
    }

    /// What came of all attempts.
    sealed interface Result {

        record Useful(PaidAnswer answer) implements Result {}

        /// None came.
        ///
        /// @param reason a sentence for the editor
        record Useless(String reason) implements Result {}

        /// Whoever asked took the request back.
        record Withdrawn() implements Result {}
    }

    private final ChatGateway gateway;
    private final CallLog log;
    private final Patience patience;
    private final Clock clock;

    Asking(ChatGateway gateway, CallLog log, Patience patience, Clock clock) {
        this.gateway = gateway;
        this.log = log;
        this.patience = patience;
        this.clock = clock;
    }

    Result ask(Question question) {
        Attempts attempts =
                new Attempts(
                        switch (question.prepared().request()) {
                            case DraftRequest.Translate _, DraftRequest.Condense _ -> patience;
                            // there is a text already, with or without an answer
                            case DraftRequest.Repair _, DraftRequest.Judge _ -> patience.once();
                        });
        while (true) {
            Attempt attempt = attempt(question);
            Verdict verdict = Verdict.of(attempt.completion(), question);
            attempts.add(attempt);
            PaidAnswer answer =
                    verdict instanceof Verdict.Useful useful
                            ? attempts.paid(useful.answer())
                            : null;
            if (question.model().live() && attempt.went()) {
                log.add(
                        Call.of(question, attempt, verdict, answer, now()),
                        question.asker().priority());
            }
            // only now: what is no longer set aside has to be among what was spent
            if (attempt.went()) {
                question.asker().permit().used(attempt.usage());
            }
            switch (verdict) {
                case Verdict.Useful useful -> {
                    return new Result.Useful(attempts.paid(useful.answer()));
                }
                case Verdict.Withdrawn _ -> {
                    return new Result.Withdrawn();
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

        /// Whether there was a call at all.
        boolean went() {
            return !(completion instanceof Completion.Resting
                    || completion instanceof Completion.Withdrawn);
        }

        TokenUsage usage() {
            return switch (completion) {
                case Completion.Answered answered -> answered.usage();
                case Completion.Refused refused -> refused.usage();
                case Completion.Cut cut -> cut.usage();
                case Completion.Throttled _,
                        Completion.Unavailable _,
                        Completion.Resting _,
                        Completion.Withdrawn _,
                        Completion.Unrecorded _ ->
                        TokenUsage.NONE;
            };
        }
    }

    private Attempt attempt(Question question) {
        long[] sent = {System.nanoTime()};
        Asker asker = question.asker();
        Listening listening = question.listening();
        Completion completion =
                gateway.ask(
                        question.model(),
                        question.prepared().worded(),
                        new Caller(
                                asker.priority(),
                                () -> {
                                    boolean granted =
                                            asker.permit()
                                                    .granted(() ->
                                                            Counting.price(question.prepared()));
                                    sent[0] = System.nanoTime();
                                    return granted;
                                },
                                listening == null ? null : listening.pieces()));
        return new Attempt(completion, Duration.ofNanos(System.nanoTime() - sent[0]));
    }

    /// As databases keep it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
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
