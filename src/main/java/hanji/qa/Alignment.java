package hanji.qa;

import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;

/// Which sentences of a target say which of its source, by their lengths alone: the pairing in
/// order, of one with one, one with two or two with one, whose lengths fit best (Gale and Church
/// 1993, with a plain squared difference).
final class Alignment {

    /// A piece of both texts; an empty span where the other one has no partner.
    record Piece(Span source, Span target) {}

    /// Longer texts are taken whole: bullets have a handful of sentences.
    private static final int MOST = 24;

    private static final double JOINED = 0.6;
    private static final double ALONE = 4;

    private final List<Span> sources;
    private final List<Span> targets;
    private final double[] expected;
    private final double[] actual;

    private Alignment(Pair pair, List<Span> sources, List<Span> targets) {
        this.sources = sources;
        this.targets = targets;
        LengthRate rate = LengthRate.of(pair.language());
        this.expected = new double[sources.size()];
        this.actual = new double[targets.size()];
        String source = pair.source().masked();
        String target = pair.target().masked();
        for (int i = 0; i < expected.length; i++) {
            expected[i] = rate.expected(source, sources.get(i).start(), sources.get(i).end());
        }
        for (int i = 0; i < actual.length; i++) {
            actual[i] = LengthRate.actual(target, targets.get(i).start(), targets.get(i).end());
        }
    }

    static List<Piece> of(Pair pair) {
        List<Span> sources = pair.sourceSentences();
        List<Span> targets = pair.targetSentences();
        boolean one = sources.size() < 2 && targets.size() < 2;
        if (one
                || sources.isEmpty()
                || targets.isEmpty()
                || sources.size() > MOST
                || targets.size() > MOST) {
            return List.of(new Piece(pair.source().whole(), pair.target().whole()));
        }
        return new Alignment(pair, sources, targets).best();
    }

    private List<Piece> best() {
        int rows = sources.size();
        int columns = targets.size();
        double[][] cost = new double[rows + 1][columns + 1];
        int[][] step = new int[rows + 1][columns + 1];
        for (int i = 0; i <= rows; i++) {
            for (int j = 0; j <= columns; j++) {
                cost[i][j] = i + j == 0 ? 0 : Double.MAX_VALUE;
                for (int from = 0; from < STEPS.length; from++) {
                    int m = STEPS[from][0];
                    int n = STEPS[from][1];
                    if (i >= m && j >= n) {
                        double total = cost[i - m][j - n] + price(i, m, j, n);
                        if (total < cost[i][j]) {
                            cost[i][j] = total;
                            step[i][j] = from;
                        }
                    }
                }
            }
        }
        return pieces(step);
    }

    private static final int[][] STEPS = {{1, 1}, {1, 2}, {2, 1}, {1, 0}, {0, 1}, {1, 3}, {3, 1}};

    private double price(int i, int m, int j, int n) {
        if (m == 0 || n == 0) {
            return ALONE;
        }
        double wanted = 0;
        double found = 0;
        for (int k = 1; k <= m; k++) {
            wanted += expected[i - k];
        }
        for (int k = 1; k <= n; k++) {
            found += actual[j - k];
        }
        double off = Math.log((found + 5) / (wanted + 5));
        return 8 * off * off + JOINED * (m + n - 2);
    }

    private List<Piece> pieces(int[][] step) {
        List<Piece> pieces = new ArrayList<>();
        int i = sources.size();
        int j = targets.size();
        while (i + j > 0) {
            int m = STEPS[step[i][j]][0];
            int n = STEPS[step[i][j]][1];
            pieces.addFirst(new Piece(joined(sources, i - m, m), joined(targets, j - n, n)));
            i -= m;
            j -= n;
        }
        return pieces;
    }

    private static Span joined(List<Span> sentences, int first, int count) {
        if (count == 0) {
            int at = first < sentences.size() ? sentences.get(first).start() : 0;
            return new Span(at, at);
        }
        return new Span(sentences.get(first).start(), sentences.get(first + count - 1).end());
    }
}
