package hanji.batch;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// How far planning runs ahead of a model. A prepared request waits with its prompt and a thread,
/// so few chunks at once are being planned or have requests that are still to be sent; with one
/// more than there are processors, the model never waits for a plan. Were it all chunks in hand,
/// the first call would have to wait for the last plan.
final class Lookahead {

    private final Semaphore chunks = new Semaphore(1 + Runtime.getRuntime().availableProcessors());

    /// Waits until a chunk may be planned; its share is given back when its planning is over and
    /// all of its requests have been sent.
    Share take() {
        chunks.acquireUninterruptibly();
        return new Share();
    }

    /// One chunk's.
    final class Share implements AutoCloseable {

        private final AtomicInteger holders = new AtomicInteger(1);

        /// Keeps the share for a request.
        ///
        /// @return to be run when the request is sent or needs not be sent; the second time it does
        ///   nothing
        Runnable hold() {
            holders.incrementAndGet();
            AtomicBoolean held = new AtomicBoolean(true);
            return () -> {
                if (held.getAndSet(false)) {
                    close();
                }
            };
        }

        /// The planning is over.
        @Override
        public void close() {
            if (holders.decrementAndGet() == 0) {
                chunks.release();
            }
        }
    }
}
