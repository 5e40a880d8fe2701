package hanji.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// What has passed through the stub.
final class Traffic {

    private final List<Received> received = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();
    private final Map<JsonNode, Integer> whole = new HashMap<>();
    private final Deque<Long> recent = new ArrayDeque<>();
    private final AtomicInteger inFlight = new AtomicInteger();

    synchronized void received(Received request) {
        received.add(request);
    }

    /// Calls in flight, this one included.
    synchronized int started() {
        int now = inFlight.incrementAndGet();
        levels.add(now);
        return now;
    }

    void ended() {
        inFlight.decrementAndGet();
    }

    synchronized void deliveredWhole(Received request) {
        whole.merge(request.body(), 1, Integer::sum);
    }

    /// Counts a request into a sliding window when there is room.
    synchronized boolean fits(int requests, Duration window) {
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
        return Map.copyOf(whole);
    }

    /// Takes no lock: tests ask for it in a loop.
    int inFlight() {
        return inFlight.get();
    }
}
