package hanji.llm;

/// How many calls a model takes at once, found out as TCP finds its window: one more after each
/// round of answers, half as many when the server has too much to do. Whoever calls it holds a
/// lock.
///
/// A call remembers the round in which it started. Only what the calls of the present round bring
/// moves the limit: those that started before a cut met a load that is no more, so a burst that
/// fails together halves once.
final class Concurrency {

    private final int most;
    private double limit;
    private int round;

    /// Starts at what its owner says the server takes.
    Concurrency(int most) {
        this.most = most;
        this.limit = most;
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
            limit = Math.min(most, limit + 1 / limit);
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
