package hanji.qa;

import hanji.segment.Language;
import hanji.segment.Span;
import hanji.segment.UnitKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a check reads. Of one thread: what several checks want is worked out once, when the first
/// one asks.
final class Pair {

    private final UnitKind kind;
    private final Side source;
    private final Side target;
    private @Nullable List<Span> sourceSentences;
    private @Nullable List<Span> targetSentences;
    private @Nullable List<Alignment.Piece> pieces;
    private @Nullable List<Balance> balances;

    private Pair(UnitKind kind, Side source, Side target) {
        this.kind = kind;
        this.source = source;
        this.target = target;
    }

    static Pair of(UnitKind kind, Language language, String source, String target) {
        return new Pair(kind, Side.of(source, Language.SOURCE), Side.of(target, language));
    }

    UnitKind kind() {
        return kind;
    }

    Side source() {
        return source;
    }

    Side target() {
        return target;
    }

    Language language() {
        return target.language();
    }

    List<Span> sourceSentences() {
        if (sourceSentences == null) {
            sourceSentences = Sentences.of(source.masked());
        }
        return sourceSentences;
    }

    List<Span> targetSentences() {
        if (targetSentences == null) {
            targetSentences = Sentences.of(target.masked());
        }
        return targetSentences;
    }

    /// Which sentences of the target say which of the source.
    List<Alignment.Piece> pieces() {
        if (pieces == null) {
            pieces = Alignment.of(this);
        }
        return pieces;
    }

    /// The words that deny or compare, sentence by sentence.
    List<Balance> balances() {
        if (balances == null) {
            balances = weigh();
        }
        return balances;
    }

    private List<Balance> weigh() {
        List<Mark> ours = source.marks();
        List<Mark> theirs = target.marks();
        if (ours.isEmpty() && theirs.isEmpty()) {
            return List.of();
        }
        List<Balance> weighed = new ArrayList<>();
        for (Alignment.Piece piece : pieces()) {
            if (piece.source().length() > 0 && piece.target().length() > 0) {
                weighed.add(
                        Balance.of(
                                Mark.inside(piece.source(), ours),
                                Mark.inside(piece.target(), theirs)));
            }
        }
        return weighed;
    }
}
