package hanji.qa;

import hanji.segment.Language;
import hanji.segment.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A target far shorter or longer than its source leads one to expect, as a whole, in one of its
/// sentences, or together with the number of sentences.
final class LengthCheck implements QaCheck {

    /// Between what shares of what the rates give a good text lies. The pairs of [LengthRate] lie
    /// between 0.70 and 1.44 in English and German, 0.79 and 1.26 in Japanese and Chinese, the
    /// extremes being short texts, which the letters of slack free. Above, more are needed: a short
    /// text is easily put in more words.
    private record Bounds(double shortest, double slackBelow, double longest, double slackAbove) {

        static Bounds of(Language language) {
            return switch (language) {
                case EN, DE, KO -> new Bounds(0.72, 10, 1.33, 15);
                case JA -> new Bounds(0.76, 5, 1.25, 7);
                case ZH_CN -> new Bounds(0.78, 7, 1.28, 7);
            };
        }
    }

    /// Translators split sentences and hardly ever join them; whoever does keeps the length. None
    /// of the reference pairs with fewer sentences is as short as this, none with more as long.
    private static final double FEWER_SENTENCES = 0.85;

    private static final double MORE_SENTENCES = 1.13;

    /// One sentence of several: the reference pairs lie above 0.68 with these letters of slack.
    private static final double SHORTEST_SENTENCE = 0.64;

    private static final double SENTENCE_SLACK = 12;

    @Override
    public String id() {
        return "length";
    }

    /// It says that something may be missing, not what.
    @Override
    public boolean mendable() {
        return false;
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        Span source = pair.source().whole();
        Span target = pair.target().whole();
        Bounds bounds = Bounds.of(pair.language());
        double expected = expected(pair, source);
        int actual = actual(pair, target);
        int sentences = pair.targetSentences().size() - pair.sourceSentences().size();
        boolean fewer = sentences < 0 && actual < FEWER_SENTENCES * expected;
        boolean more = sentences > 0 && actual > MORE_SENTENCES * expected;
        if (fewer || actual < bounds.shortest() * expected - bounds.slackBelow()) {
            return List.of(finding(pair, MqmCategory.OMISSION, source, target));
        }
        if (more || actual > bounds.longest() * expected + bounds.slackAbove()) {
            return List.of(finding(pair, MqmCategory.ADDITION, source, target));
        }
        Alignment.Piece piece = shortened(pair);
        return piece == null
                ? List.of()
                : List.of(finding(pair, MqmCategory.OMISSION, piece.source(), piece.target()));
    }

    private static Alignment.@Nullable Piece shortened(Pair pair) {
        for (Alignment.Piece piece : pair.pieces()) {
            double expected = expected(pair, piece.source()) + SENTENCE_SLACK;
            if (actual(pair, piece.target()) + SENTENCE_SLACK < SHORTEST_SENTENCE * expected) {
                return piece;
            }
        }
        return null;
    }

    private static double expected(Pair pair, Span source) {
        return LengthRate.of(pair.language())
                .expected(pair.source().masked(), source.start(), source.end());
    }

    private static int actual(Pair pair, Span target) {
        return LengthRate.actual(pair.target().masked(), target.start(), target.end());
    }

    private QaFinding finding(Pair pair, MqmCategory category, Span source, Span target) {
        return new QaFinding(
                id(),
                category,
                Severity.MINOR,
                source,
                target,
                Remark.of(
                        category == MqmCategory.OMISSION ? "length.short" : "length.long",
                        actual(pair, target),
                        Math.round(expected(pair, source))));
    }
}
