package hanji.bench;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// What all editors' sessions saw together.
final class Tally {

    /// @param sent in nanoseconds of this process
    private record Read(long sent, double millis) {}

    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final Queue<Save> saves = new ConcurrentLinkedQueue<>();
    private final Queue<Read> reads = new ConcurrentLinkedQueue<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();

    void request() {
        requests.incrementAndGet();
    }

    void event() {
        events.incrementAndGet();
    }

    void add(Save save) {
        saves.add(save);
    }

    void read(long sent, double millis) {
        reads.add(new Read(sent, millis));
    }

    /// What must not happen.
    void error(String what) {
        errors.add(what);
    }

    long requests() {
        return requests.get();
    }

    long events() {
        return events.get();
    }

    List<Save> saves() {
        return List.copyOf(saves);
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    /// @param from nothing that was sent before counts
    Times saveTimes(long from) {
        return Times.of(
                saves.stream().filter(save -> save.sent() >= from).map(Save::millis).toList());
    }

    Times readTimes(long from) {
        return Times.of(
                reads.stream().filter(read -> read.sent() >= from).map(Read::millis).toList());
    }

    /// Milliseconds that so large a part of the requests took at most.
    record Times(int count, double p50, double p95, double p99, double most) {

        static Times of(Collection<Double> millis) {
            double[] sorted = millis.stream().mapToDouble(one -> one).sorted().toArray();
            return new Times(
                    sorted.length,
                    at(sorted, 0.5),
                    at(sorted, 0.95),
                    at(sorted, 0.99),
                    at(sorted, 1));
        }

        /// The smallest one that is not passed by so large a part.
        private static double at(double[] sorted, double part) {
            int place = (int) Math.ceil(part * sorted.length) - 1;
            return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, place)];
        }
    }
}
