package hanji.batch;

import hanji.account.Editor;
import hanji.review.ReviewItem;
import hanji.segment.Sentence;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A redo that goes on by itself, for as many as want to watch it: each sees the whole text so far,
/// so one who comes late, or again, has missed nothing.
public final class Redo {

    /// How far it is.
    public sealed interface State {

        /// @param text so far; it starts over when a model has to be asked again
        record Growing(String text) implements State {}

        /// @param item as it stood right after
        record Done(ReviewItem item) implements State {}

        /// @param why there is no new text; what stood stands
        record Failed(Sentence why) implements State {}
    }

    private final Editor by;
    private State now = new State.Growing("");
    private long endedAt;

    Redo(Editor by) {
        this.by = by;
    }

    /// Who asked for it; whoever asked while it was under way watches it only.
    public Editor by() {
        return by;
    }

    public synchronized State now() {
        return now;
    }

    public synchronized boolean underWay() {
        return now instanceof State.Growing;
    }

    /// Waits until it stands otherwise than the caller has seen.
    ///
    /// @return how it stands; what the caller has seen when that did not change for so long
    public synchronized State after(State seen, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        long left = patience.toNanos();
        while (now.equals(seen) && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        return now;
    }

    /// Waits for its end, or not longer than that.
    public State end(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        State state = now();
        while (state instanceof State.Growing && System.nanoTime() < end) {
            state = after(state, Duration.ofNanos(end - System.nanoTime()));
        }
        return state;
    }

    /// What comes after the end is not heard any more.
    synchronized void grow(String text) {
        if (underWay()) {
            now = new State.Growing(text);
            notifyAll();
        }
    }

    synchronized void end(State end) {
        now = end;
        endedAt = System.nanoTime();
        notifyAll();
    }

    /// Whether it ended longer ago than that.
    synchronized boolean over(Duration age) {
        return !underWay() && System.nanoTime() - endedAt > age.toNanos();
    }
}
