package hanji.llm;

/// How many calls a model takes at once, found out as TCP finds its window: some more after each
/// round of answers, half as many when the server has too much to do. Whoever calls it holds a
/// lock.
///
/// Where TCP adds one, this adds a sixteenth of the most: a model that takes 256 calls is back in
/// sixteen rounds as one that takes 16 is, and single failures by chance, which every large service
/// has, do not hold a wide window down.
///
/// A call remembers the round in which it started. Only what the calls of the present round bring
/// moves the limit: those that started before a cut met a load that is no more, so a burst that
/// fails together halves once.
final class Concurrency {

    private static final int ROUNDS_TO_THE_MOST = 16;

    private final int most;
    private final double step;
    private double limit;
    private int round;

    /// Starts at what its owner says the server takes.
    Concurrency(int most) {
        this.most = most;
        this.limit = most;
        this.step = Math.max(1, most / (double) ROUNDS_TO_THE_MOST);
    }

    /// From 1 to the most.
    int limit() {
        return (int) limit;
    }

    int round() {
        return round;
    }

    void succeeded(int startedIn) {
        if (startedIn == round) {
            limit = Math.min(most, limit + step / limit);
        }
    }

    /// Whether this was news.
    boolean overloaded(int startedIn) {
        if (startedIn != round) {
            return false;
        }
        limit = Math.max(1, limit / 2);
        round++;
        return true;
    }
}
