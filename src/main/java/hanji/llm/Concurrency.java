package hanji.llm;

/// How many calls a model takes at once, found out as TCP finds its window: some more after each
/// round of answers, half as many when the server has too much to do. Whoever calls it holds a
/// lock.
///
/// Where TCP adds one, this adds a sixteenth of the most, so that a model that takes 256 calls is
/// back in sixteen rounds as one that takes 16 is. And a single failure is not too much to do:
/// every large service has some by chance. Only where more than a third of a round fails, and more
/// than two calls of it, the limit is halved; a server that is really full refuses most of what
/// comes.
///
/// A call remembers the round in which it started. Only what the calls of the present round bring
/// moves the limit: those that started before a cut met a load that is no more, so a burst that
/// fails together halves once.
final class Concurrency {

    private static final int ROUNDS_TO_THE_MOST = 16;

    /// With these, 18 % of all calls failing by chance leave a window of 64 above 48 on average;
    /// its test shows that.
    private static final int BY_CHANCE = 2;

    private static final double TOLERABLE = 1 / 3.0;

    private final int most;
    private final double step;
    private double limit;
    private int round;
    private int ended;
    private int failed;

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
            count();
        }
    }

    /// Whether the limit was halved.
    boolean overloaded(int startedIn) {
        if (startedIn != round) {
            return false;
        }
        failed++;
        if (failed <= Math.min(BY_CHANCE, limit() / 4) + ended * TOLERABLE) {
            count();
            return false;
        }
        limit = Math.max(1, limit / 2);
        round++;
        ended = 0;
        failed = 0;
        return true;
    }

    private void count() {
        ended++;
        if (ended >= limit) {
            ended = 0;
            failed = 0;
        }
    }
}
