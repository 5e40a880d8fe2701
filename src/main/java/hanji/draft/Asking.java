package hanji.draft;

import hanji.llm.ChatGateway;
import hanji.llm.Completion;
import hanji.llm.CompletionKey;
import hanji.llm.Model;
import hanji.llm.ModelRequest;
import hanji.llm.TokenUsage;
import hanji.segment.Problem;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Asks a model until it answers usefully, within bounds.
final class Asking {

    private static final Logger LOG = Logger.getLogger(Asking.class);

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

    /// What was wrong with one attempt, and what that says about the next.
    private record Trouble(String problem, boolean again, @Nullable Duration after) {}

    Result ask(Model model, ModelRequest worded, DraftRequest request, CompletionKey key) {
        int in = 0;
        int out = 0;
        long millis = 0;
        Trouble last = new Trouble("", true, null);
        for (int attempt = 1; attempt <= patience.attempts() && last.again(); attempt++) {
            if (attempt > 1 && !pause(patience.before(attempt, last.after()))) {
                return new Result.Useless("The request was interrupted.");
            }
            long start = System.nanoTime();
            Completion completion = gateway.ask(model, worded);
            Duration latency = Duration.ofNanos(System.nanoTime() - start);
            TokenUsage usage = usage(completion);
            in += usage.in();
            out += usage.out();
            millis += latency.toMillis();
            Trouble trouble = judge(completion, model, request);
            if (model.live()) {
                log(key, model, completion, trouble, usage, latency);
            }
            if (completion instanceof Completion.Answered answered && trouble == null) {
                return new Result.Useful(
                        new PaidAnswer(
                                answered.text(),
                                answered.modelName(),
                                new TokenUsage(in, out),
                                millis,
                                attempt));
            }
            last = trouble == null ? last : trouble;
        }
        return new Result.Useless(last.problem());
    }

    /// An answer that was paid for is used even if the call cannot be written down.
    private void log(
            CompletionKey key,
            Model model,
            Completion completion,
            @Nullable Trouble trouble,
            TokenUsage usage,
            Duration latency) {
        String problem = trouble == null ? null : trouble.problem();
        try {
            store.logCall(key, model, outcome(completion, trouble), usage, latency, problem);
        } catch (Problem e) {
            LOG.warnf("A call could not be written down: %s", e.sentence());
        }
    }

    /// Null when the answer can be used.
    private static @Nullable Trouble judge(
            Completion completion, Model model, DraftRequest request) {
        String name = model.id();
        return switch (completion) {
            case Completion.Answered answered ->
                    switch (AnswerReader.read(request, answered.text())) {
                        case AnswerReader.Reading.Whole _ -> null;
                        case AnswerReader.Reading.Malformed malformed ->
                                new Trouble(
                                        "The answer of %s %s.".formatted(name, malformed.problem()),
                                        true,
                                        null);
                    };
            case Completion.Refused refused ->
                    new Trouble(
                            "%s declined to answer: %s".formatted(name, refused.reason()),
                            true,
                            null);
            case Completion.Cut _ ->
                    new Trouble(
                            "The answer of %s was cut off at its token limit.".formatted(name),
                            true,
                            null);
            case Completion.Throttled throttled ->
                    new Trouble(throttled.problem(), true, throttled.retryAfter());
            case Completion.Unavailable unavailable ->
                    new Trouble(unavailable.problem(), unavailable.passing(), null);
            case Completion.Unrecorded unrecorded -> new Trouble(unrecorded.problem(), false, null);
        };
    }

    private static String outcome(Completion completion, @Nullable Trouble trouble) {
        return switch (completion) {
            case Completion.Answered _ -> trouble == null ? "answered" : "malformed";
            case Completion.Refused _ -> "refused";
            case Completion.Cut _ -> "cut";
            case Completion.Throttled _ -> "throttled";
            case Completion.Unavailable _ -> "unavailable";
            case Completion.Unrecorded _ -> "unrecorded";
        };
    }

    private static TokenUsage usage(Completion completion) {
        return switch (completion) {
            case Completion.Answered answered -> answered.usage();
            case Completion.Refused refused -> refused.usage();
            case Completion.Cut cut -> cut.usage();
            case Completion.Throttled _, Completion.Unavailable _, Completion.Unrecorded _ ->
                    TokenUsage.NONE;
        };
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
