package hanji.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// What has passed through the stub.
final class Traffic {

    /// One call on its way.
    final class Call {

        private final Received request;
        private final ByteBuffer print;
        private final int epoch = lost.get();
        private final AtomicBoolean ended = new AtomicBoolean();

        private Call(Received request, ByteBuffer print) {
            this.request = request;
            this.print = print;
        }

        Received request() {
            return request;
        }

        /// Calls in flight, this one included.
        int start() {
            return started();
        }

        /// No longer in flight, once. It is said before the last bytes go out: who has the answer
        /// may call again at once.
        void end() {
            if (ended.compareAndSet(false, true)) {
                over();
            }
        }

        /// Had its right answer to the last byte, unless its caller is gone.
        void deliveredWhole() {
            if (epoch == lost.get()) {
                delivered(this);
            }
        }
    }

    /// How often callers have gone.
    private final AtomicInteger lost = new AtomicInteger();

    private final List<Received> received = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();
    private final List<Integer> levelsBySecond = new ArrayList<>();
    private final Map<JsonNode, Integer> wholeByBody = new HashMap<>();
    private final Set<ByteBuffer> answered = new HashSet<>();
    private final Deque<Long> recent = new ArrayDeque<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private boolean lean;
    private int calls;
    private int maxInFlight;
    private int whole;
    private int repeatedWhole;
    private long firstCall;

    /// Keeps figures from now on, and neither requests nor a level for each call.
    synchronized void lean() {
        lean = true;
    }

    Call received(Received request, byte[] body) {
        Call call = new Call(request, ByteBuffer.wrap(sha256(body)));
        synchronized (this) {
            calls++;
            if (answered.contains(call.print)) {
                repeatedWhole++;
            }
            if (!lean) {
                received.add(request);
            }
        }
        return call;
    }

    /// Whoever calls now is about to be gone: what she gets from here on is lost.
    int lose() {
        lost.incrementAndGet();
        return inFlight();
    }

    private synchronized int started() {
        int before = inFlight.getAndIncrement();
        int now = before + 1;
        seen(before);
        seen(now);
        maxInFlight = Math.max(maxInFlight, now);
        if (!lean) {
            levels.add(now);
        }
        return now;
    }

    private synchronized void over() {
        seen(inFlight.getAndDecrement());
    }

    /// Seconds in which nothing changed had the level of the last change.
    private void seen(int level) {
        long now = System.nanoTime();
        if (levelsBySecond.isEmpty()) {
            firstCall = now;
        }
        int second = (int) TimeUnit.NANOSECONDS.toSeconds(now - firstCall);
        while (levelsBySecond.size() <= second) {
            levelsBySecond.add(level);
        }
        levelsBySecond.set(second, Math.max(level, levelsBySecond.get(second)));
    }

    private synchronized void delivered(Call call) {
        whole++;
        answered.add(call.print);
        if (!lean) {
            wholeByBody.merge(call.request.body(), 1, Integer::sum);
        }
    }

    /// Counts a request into a sliding window when there is room.
    synchronized boolean fits(int requests, Duration window) {
        if (requests == Integer.MAX_VALUE) {
            return true;
        }
        long now = System.nanoTime();
        while (!recent.isEmpty() && now - recent.peek() > window.toNanos()) {
            recent.remove();
        }
        return recent.size() < requests && recent.add(now);
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    synchronized List<Integer> levels() {
        return List.copyOf(levels);
    }

    synchronized Map<JsonNode, Integer> whole() {
        return Map.copyOf(wholeByBody);
    }

    synchronized Stats stats() {
        return new Stats(
                calls,
                inFlight.get(),
                maxInFlight,
                whole,
                repeatedWhole,
                List.copyOf(levelsBySecond));
    }

    /// Counts from nothing again; what is in flight stays in flight.
    synchronized void forget() {
        received.clear();
        levels.clear();
        levelsBySecond.clear();
        wholeByBody.clear();
        answered.clear();
        calls = 0;
        maxInFlight = inFlight.get();
        whole = 0;
        repeatedWhole = 0;
    }

    /// Takes no lock: tests ask for it in a loop.
    int inFlight() {
        return inFlight.get();
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
