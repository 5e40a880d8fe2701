package hanji.webhook;

import hanji.segment.Language;
import hanji.store.Database;
import hanji.webhook.Delivery.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Tells other programs what happened, by the convention of Standard Webhooks. A message is written
/// in the transaction of what it tells, and sent afterwards until it is answered: at least once,
/// always under the same id.
public final class Webhooks implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Webhooks.class);

    /// After each attempt that brought nothing; with the last one, a message is given up. A
    /// receiver may be away for a night.
    static final List<Duration> BACK_OFF =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10));

    /// Longer than a [Post] takes: afterwards the process that has a message in hand is dead.
    private static final Duration IN_HAND = Duration.ofMinutes(2);

    /// How soon a process sees what another one left.
    private static final Duration POLLING = Duration.ofSeconds(2);

    private static final int AT_ONCE = 16;

    private final Database database;
    private final Map<String, Webhook> hooks;
    private final Post post;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean closed;
    private @Nullable Thread sender;

    public Webhooks(Database database, List<Webhook> hooks, Post post, Clock clock) {
        this.database = database;
        this.hooks = hooks.stream().collect(Collectors.toMap(Webhook::id, Function.identity()));
        this.post = post;
        this.clock = clock;
    }

    /// Writes down what is to be told.
    ///
    /// @param handle of the transaction of what happened
    /// @param event as `digest.published`
    /// @param body JSON
    public void tell(Handle handle, Language language, String event, String subject, String body) {
        Instant now = clock.instant();
        for (Webhook hook : hooks.values()) {
            if (hook.languages().contains(language)) {
                String id = "msg_" + UUID.randomUUID().toString().replace("-", "");
                DeliveryStore.add(
                        handle,
                        new Delivery(
                                id,
                                hook.id(),
                                event,
                                subject,
                                body,
                                State.WAITING,
                                0,
                                now,
                                null,
                                now));
            }
        }
    }

    public boolean configured() {
        return !hooks.isEmpty();
    }

    /// Begins to send; with nobody to tell it does nothing.
    public synchronized void start() {
        if (configured() && sender == null) {
            sender = Thread.ofVirtual().name("webhooks").start(this::run);
        }
    }

    /// Something was written down.
    public void wake() {
        news.release();
    }

    private void run() {
        while (!closed) {
            try {
                if (round() == 0) {
                    boolean _ = news.tryAcquire(POLLING.toMillis(), TimeUnit.MILLISECONDS);
                    news.drainPermits();
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Webhooks wait: the database did not answer", e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLLING);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Sends what is due.
    ///
    /// @return how many messages were in hand
    int round() throws InterruptedException {
        Instant now = clock.instant();
        List<Thread> sending =
                database
                        .read(handle -> DeliveryStore.due(handle, hooks.keySet(), now, AT_ONCE))
                        .stream()
                        .filter(delivery ->
                                database.write(handle ->
                                        DeliveryStore.claim(handle, delivery, now.plus(IN_HAND))))
                        .map(delivery -> Thread.ofVirtual().start(() -> send(delivery)))
                        .toList();
        for (Thread thread : sending) {
            thread.join();
        }
        return sending.size();
    }

    /// @param delivery as it was before it was taken in hand
    private void send(Delivery delivery) {
        Webhook hook = hooks.get(delivery.hook());
        long seconds = clock.instant().getEpochSecond();
        Post.Reply reply =
                post.send(
                        hook.url(),
                        Map.of(
                                "webhook-id", delivery.id(),
                                "webhook-timestamp", Long.toString(seconds),
                                "webhook-signature",
                                        hook.key()
                                                .signature(
                                                        delivery.id(), seconds, delivery.body())),
                        delivery.body());
        switch (reply) {
            case Post.Reply.Answered answered when answered.heard() ->
                    delivered(delivery, answered.status());
            case Post.Reply.Answered answered when answered.gone() ->
                    givenUp(delivery, "It answered 410: it does not want to hear.");
            case Post.Reply.Answered answered ->
                    missed(delivery, "It answered %d.".formatted(answered.status()));
            case Post.Reply.Silent silent -> missed(delivery, silent.why());
        }
    }

    private void delivered(Delivery delivery, int status) {
        LOG.infof(
                "Webhook %s heard %s (%s)", delivery.hook(), delivery.event(), delivery.subject());
        end(delivery, State.DELIVERED, "It answered %d.".formatted(status));
    }

    private void missed(Delivery delivery, String why) {
        if (delivery.attempts() >= BACK_OFF.size()) {
            givenUp(delivery, why);
            return;
        }
        Duration wait = BACK_OFF.get(delivery.attempts());
        LOG.warnf(
                "Webhook %s did not hear %s (%s), attempt %d of %d: %s",
                delivery.hook(),
                delivery.event(),
                delivery.subject(),
                delivery.attempts() + 1,
                BACK_OFF.size() + 1,
                why);
        database.write(handle -> {
            DeliveryStore.again(handle, delivery.id(), why, clock.instant().plus(wait));
            return null;
        });
    }

    private void givenUp(Delivery delivery, String why) {
        LOG.errorf(
                "Webhook %s never heard %s (%s): %s",
                delivery.hook(), delivery.event(), delivery.subject(), why);
        end(delivery, State.FAILED, why);
    }

    private void end(Delivery delivery, State state, String outcome) {
        database.write(handle -> {
            DeliveryStore.ended(handle, delivery.id(), state, outcome, clock.instant());
            return null;
        });
    }

    /// The newest first.
    public List<Delivery> recent(int most) {
        return database.read(handle -> DeliveryStore.recent(handle, most));
    }

    /// Waits for what is in hand.
    @Override
    public synchronized void close() {
        closed = true;
        news.release();
        if (sender != null) {
            try {
                sender.join(IN_HAND);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
