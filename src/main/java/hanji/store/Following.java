package hanji.store;

import hanji.segment.Problem;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Something beside the database that follows it: looks again and again from a thread of its own,
/// one look after the other, until it is stopped. Trouble is told, and what has it is given up and
/// begun again half a minute later.
public final class Following {

    /// One look at what has changed.
    @FunctionalInterface
    public interface Look {
        void look() throws IOException;
    }

    private static final Logger LOG = Logger.getLogger(Following.class);

    private static final int PAUSE_MILLIS = 1_000;
    private static final int PAUSE_AFTER_TROUBLE_MILLIS = 30_000;
    private static final int LAST_LOOK_SECONDS = 10;

    private final String name;
    private final Look look;
    private final Runnable abandon;
    private final ScheduledExecutorService background;
    private volatile boolean stopping;

    /// @param name of what follows, as `search index`
    /// @param abandon gives up what failed, so that the next look begins anew
    public Following(String name, Look look, Runnable abandon) {
        this.name = name;
        this.look = look;
        this.abandon = abandon;
        this.background =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
    }

    /// Begins; returns at once.
    public void start() {
        background.execute(this::step);
    }

    private void step() {
        int pause = PAUSE_MILLIS;
        try {
            look.look();
        } catch (Problem e) {
            // the database is away: it has been said, and what is here still serves
            LOG.debugf("The %s waits: %s", name, e.sentence());
        } catch (IOException | RuntimeException e) {
            if (!stopping) {
                LOG.errorf(e, "The %s failed and is opened again in half a minute.", name);
                abandon.run();
                pause = PAUSE_AFTER_TROUBLE_MILLIS;
            }
        }
        if (!stopping) {
            background.schedule(this::step, pause, TimeUnit.MILLISECONDS);
        }
    }

    /// Gives up what somebody else found damaged.
    public void giveUp() {
        if (!stopping) {
            background.execute(abandon);
        }
    }

    /// Whether it is to end: a long look stops where it is.
    public boolean stopping() {
        return stopping;
    }

    /// Ends it.
    ///
    /// @return whether the last look is over, so that what it worked on can be closed
    public boolean stop() {
        stopping = true;
        background.shutdown();
        try {
            return background.awaitTermination(LAST_LOOK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
