package hanji.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// The plain way to make many calls: a virtual thread for each, and a semaphore.
final class FanOut {

    private FanOut() {}

    static <T> void each(List<T> items, int inFlight, Consumer<T> call)
            throws InterruptedException, ExecutionException {
        var permits = new Semaphore(inFlight);
        var calls = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var item : items) {
                calls.add(
                        threads.submit(() -> {
                            permits.acquireUninterruptibly();
                            try {
                                call.accept(item);
                            } finally {
                                permits.release();
                            }
                        }));
            }
        }
        for (var done : calls) {
            done.get();
        }
    }
}
