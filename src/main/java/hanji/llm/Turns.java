package hanji.llm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Who may call a model next, and when. Everybody queues, by priority and then in the order of
/// arrival; only the first of the queue looks at the limit and the clock, so a thousand waiters
/// cost nothing.
final class Turns {

    /// What a server says is believed up to here: providers count by the minute, and a wrong date
    /// must not stop a model for a day.
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /// After a 429 without a time; doubled while nothing but 429 comes.
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private static final int MOST_DOUBLINGS = 6;

    /// What a call says about its server.
    enum Load {
        BEARABLE,
        TOO_MUCH,
        UNKNOWN
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Priority, Deque<Condition>> queues = new EnumMap<>(Priority.class);
    private final Concurrency concurrency;
    private final Duration gap;
    private final InstantSource clock;
    private Instant next = Instant.MIN;
    private int inFlight;
    private int pauses;

    /// @param gap between the starts of two calls
    Turns(int most, Duration gap, InstantSource clock) {
        for (Priority priority : Priority.values()) {
            queues.put(priority, new ArrayDeque<>());
        }
        this.concurrency = new Concurrency(most);
        this.gap = gap;
        this.clock = clock;
    }

    /// Waits for a turn.
    ///
    /// @return the round to [#leave] with
    int enter(Priority priority) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Condition turn = lock.newCondition();
            Deque<Condition> queue = queue(priority);
            queue.add(turn);
            // the clock may be further than the first one thinks
            callFirst();
            try {
                await(turn);
                inFlight++;
                next = later(next, clock.instant().plus(gap));
                return concurrency.round();
            } finally {
                queue.remove(turn);
                callFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("ReferenceEquality") // a turn is the condition itself
    private void await(Condition turn) throws InterruptedException {
        while (true) {
            Instant now = clock.instant();
            long wait = now.until(later(next, now)).toNanos();
            if (turn != first() || inFlight >= concurrency.limit()) {
                turn.await();
            } else if (wait > 0) {
                var _ = turn.await(wait, TimeUnit.NANOSECONDS);
            } else {
                return;
            }
        }
    }

    /// Gives the turn back.
    void leave(int round, Load load) {
        lock.lock();
        try {
            inFlight--;
            switch (load) {
                case BEARABLE -> {
                    concurrency.succeeded(round);
                    pauses = 0;
                }
                case TOO_MUCH -> concurrency.overloaded(round);
                case UNKNOWN -> {}
            }
            callFirst();
        } finally {
            lock.unlock();
        }
    }

    /// Gives the turn back of a call that was told to come later: nobody starts before.
    ///
    /// @param asked how long the server wants to be left alone; null when it did not say
    void leaveThrottled(int round, @Nullable Duration asked) {
        lock.lock();
        try {
            inFlight--;
            boolean news = concurrency.overloaded(round);
            if (asked != null && asked.isPositive()) {
                pause(asked);
            } else if (news) {
                pause(FIRST_PAUSE.multipliedBy(1L << Math.min(pauses++, MOST_DOUBLINGS)));
            }
            callFirst();
        } finally {
            lock.unlock();
        }
    }

    private void pause(Duration asked) {
        Duration pause = asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
        next = later(next, clock.instant().plus(pause));
    }

    /// Calls in flight at most, just now.
    int limit() {
        lock.lock();
        try {
            return concurrency.limit();
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return queues.values().stream().mapToInt(Deque::size).sum();
        } finally {
            lock.unlock();
        }
    }

    private void callFirst() {
        Condition first = first();
        if (first != null) {
            first.signal();
        }
    }

    private @Nullable Condition first() {
        for (Priority priority : Priority.values()) {
            Condition first = queue(priority).peek();
            if (first != null) {
                return first;
            }
        }
        return null;
    }

    private Deque<Condition> queue(Priority priority) {
        return Objects.requireNonNull(queues.get(priority));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
