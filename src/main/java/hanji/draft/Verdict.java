package hanji.draft;

import hanji.llm.Completion;
import hanji.llm.Priority;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What one call is worth, and what it says about the next.
sealed interface Verdict {

    record Useful(Completion.Answered answer) implements Verdict {}

    /// Another attempt may do better.
    ///
    /// @param answered whether something came that has to be paid for
    /// @param after how long the server wants to be left alone; null when it did not say
    record Again(String problem, boolean answered, @Nullable Duration after) implements Verdict {}

    /// Another attempt brings the same.
    record Hopeless(String problem) implements Verdict {}

    /// The request was taken back.
    record Withdrawn() implements Verdict {}

    static Verdict of(Completion completion, Asking.Question question) {
        String name = question.model().id();
        return switch (completion) {
            case Completion.Answered answered ->
                    switch (AnswerReader.read(question.prepared().request(), answered.text())) {
                        case AnswerReader.Reading.Whole _ -> new Useful(answered);
                        case AnswerReader.Reading.Malformed malformed ->
                                bad("The answer of %s %s.".formatted(name, malformed.problem()));
                    };
            case Completion.Refused refused ->
                    bad("%s declined to answer: %s".formatted(name, refused.reason()));
            case Completion.Cut _ ->
                    bad("The answer of %s was cut off at its token limit.".formatted(name));
            case Completion.Throttled throttled ->
                    new Again(throttled.problem(), false, throttled.retryAfter());
            case Completion.Unavailable unavailable ->
                    unavailable.passing()
                            ? new Again(unavailable.problem(), false, null)
                            : new Hopeless(unavailable.problem());
            // a person is told at once, a batch has the time to wait
            case Completion.Resting resting ->
                    question.asker().priority() == Priority.INTERACTIVE
                            ? new Hopeless(resting.problem())
                            : new Again(resting.problem(), false, resting.left());
            case Completion.Withdrawn _ -> new Withdrawn();
            case Completion.Unrecorded unrecorded -> new Hopeless(unrecorded.problem());
        };
    }

    private static Verdict bad(String problem) {
        return new Again(problem, true, null);
    }

    /// Null for a useful answer.
    default @Nullable String trouble() {
        return switch (this) {
            case Useful _, Withdrawn _ -> null;
            case Again again -> again.problem();
            case Hopeless hopeless -> hopeless.problem();
        };
    }

    /// The word under which a call is written down.
    default String outcome(Completion completion) {
        return switch (completion) {
            case Completion.Answered _ -> this instanceof Useful ? "answered" : "malformed";
            case Completion.Refused _ -> "refused";
            case Completion.Cut _ -> "cut";
            case Completion.Throttled _ -> "throttled";
            case Completion.Unavailable _, Completion.Resting _ -> "unavailable";
            case Completion.Withdrawn _ -> "withdrawn";
            case Completion.Unrecorded _ -> "unrecorded";
        };
    }
}
