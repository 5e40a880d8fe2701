package hanji.web;

import hanji.review.ReviewItem;
import hanji.review.Target;
import hanji.segment.Provenance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two texts between which somebody has to choose: the one before a redo, and the machine's after
/// it.
record AnswersView(Answer before, Answer now) {

    /// @param pieces with the words that the other does not have
    /// @param by model and price
    /// @param recorded whether no live model was asked
    /// @param instruction that the model was given; null for none
    record Answer(
            List<Piece> pieces,
            String by,
            String when,
            boolean recorded,
            @Nullable String instruction) {}

    /// Null where there is nothing to choose.
    static @Nullable AnswersView of(Words words, ReviewItem item) {
        Target now = item.target();
        Target before = item.earlier().orElse(null);
        if (now == null || before == null) {
            return null;
        }
        List<Piece> both = WordDiff.of(before.text(), now.text(), item.unit().id().language());
        return new AnswersView(
                answer(words, before, without(both, "ins")),
                answer(words, now, without(both, "del")));
    }

    private static List<Piece> without(List<Piece> pieces, String element) {
        return pieces.stream().filter(piece -> !piece.element().equals(element)).toList();
    }

    private static Answer answer(Words words, Target text, List<Piece> pieces) {
        return switch (text.provenance()) {
            case Provenance.Human human ->
                    new Answer(pieces, human.editor(), words.ui().when(human.at()), false, null);
            case Provenance.Memory memory ->
                    new Answer(
                            pieces,
                            words.origin(memory),
                            words.ui().when(memory.at()),
                            false,
                            null);
            case Provenance.Machine machine ->
                    new Answer(
                            pieces,
                            words.modelAndCost(machine),
                            words.ui().when(machine.at()),
                            machine.recorded(),
                            machine.instruction());
        };
    }
}
