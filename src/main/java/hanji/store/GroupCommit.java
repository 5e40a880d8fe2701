package hanji.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Many small changes in few transactions. A commit costs an embedded database as much as some
/// thirty rows, so what arrives while one is being made waits for the next, all of it together.
///
/// @param <T> a change
public final class GroupCommit<T> implements AutoCloseable {

    /// Keeps a transaction short enough that others wait for milliseconds only.
    private static final int MOST = 256;

    /// What stands in the queue: a change and who waits for it; without a change, somebody who
    /// wants to know that all before is written.
    private record Waiting<T>(List<T> change, CompletableFuture<Void> written) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private final Queue<Waiting<T>> queue = new ArrayDeque<>();
    private final Consumer<List<T>> writing;
    private final Duration linger;
    private final Thread thread;
    private boolean closed;

    /// @param linger how long a busy queue is let grow before it is written; longer costs less and
    ///   tells later. A change that comes alone is written at once
    /// @param writing writes all changes in one transaction, or throws and has written none
    public GroupCommit(String name, Duration linger, Consumer<List<T>> writing) {
        this.writing = writing;
        this.linger = linger;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /// @return completed when the change is in the database, or with what kept it out
    public CompletableFuture<Void> add(T change) {
        Waiting<T> waiting = new Waiting<>(List.of(change), new CompletableFuture<>());
        if (!queued(waiting)) {
            waiting.written().completeExceptionally(new IllegalStateException("it is closed"));
        }
        return waiting.written();
    }

    /// Waits until everything that was added before is written, or was refused; nobody lets a group
    /// grow meanwhile.
    public void flush() {
        Waiting<T> waiting = new Waiting<>(List.of(), new CompletableFuture<>());
        if (queued(waiting)) {
            waiting.written().join();
        }
    }

    /// What is queued is written, also while it is being closed; afterwards nothing is. The thread
    /// is woken for the first of a group, a whole one, and who waits for it; each wake costs more
    /// than a row.
    private boolean queued(Waiting<T> waiting) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            queue.add(waiting);
            if (queue.size() == 1 || queue.size() == MOST || waiting.change().isEmpty()) {
                wake.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        boolean busy = false;
        try {
            for (List<Waiting<T>> group = next(busy); !group.isEmpty(); group = next(busy)) {
                write(group.stream().filter(one -> !one.change().isEmpty()).toList());
                group.forEach(one -> one.written().complete(null));
                busy = group.size() > 1;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for a group; an empty one is the end.
    ///
    /// @param busy lets it grow, but never when it is as large as it may become: then a queue would
    ///   grow behind it
    private List<Waiting<T>> next(boolean busy) throws InterruptedException {
        lock.lock();
        try {
            while (queue.isEmpty() && !closed) {
                wake.await();
            }
            long left = busy ? linger.toNanos() : 0;
            while (left > 0 && queue.size() < MOST && !closed && !awaited()) {
                left = wake.awaitNanos(left);
            }
            List<Waiting<T>> group = new ArrayList<>();
            while (group.size() < MOST && !queue.isEmpty()) {
                group.add(queue.remove());
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    private boolean awaited() {
        return queue.stream().anyMatch(one -> one.change().isEmpty());
    }

    private void write(List<Waiting<T>> group) {
        try {
            if (!group.isEmpty()) {
                writing.accept(group.stream().flatMap(one -> one.change().stream()).toList());
            }
            group.forEach(one -> one.written().complete(null));
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                group.getFirst().written().completeExceptionally(e);
            } else {
                // one that cannot be written does not keep the others out
                group.forEach(one -> write(List.of(one)));
            }
        }
    }

    /// Writes what waits, then ends.
    @Override
    public void close() {
        end();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        lock.lock();
        try {
            closed = true;
            wake.signal();
        } finally {
            lock.unlock();
        }
    }
}
