package hanji.web;

import hanji.review.Assignment;
import hanji.review.Company;
import hanji.review.Presence;
import hanji.segment.Language;
import hanji.store.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;
import org.jspecify.annotations.Nullable;

/// Tells browsers what others do to a digest in a language. However many look on, one thread looks
/// into the database for all of them, and so sees what other processes write, too. Each event says
/// how everything stands: a slow line may miss some, and a browser that comes back needs none of
/// the old.
@Singleton
class LiveEvents {

    private static final Logger LOG = Logger.getLogger(LiveEvents.class);

    /// Another's decision is seen within a second.
    private static final Duration LOOK = Duration.ofMillis(700);

    /// After the database could not be read.
    private static final Duration REST = Duration.ofSeconds(5);

    /// Proxies give up a line that nothing passes over; whose line it is is asked as often.
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /// How soon a browser comes back after it lost the line.
    private static final long COMES_BACK_MILLIS = 2_000;

    /// @param units versions by unit
    /// @param comments open ones by unit
    /// @param assigned names by entry number; 0 for the whole digest
    record State(
            Map<String, Integer> units,
            List<Presence> here,
            Map<String, Integer> comments,
            Map<Integer, String> assigned) {

        static State of(Company company) {
            Map<Integer, String> assigned = new TreeMap<>();
            for (Assignment one : company.assigned()) {
                assigned.put(one.entry(), one.name());
            }
            return new State(company.units(), company.here(), company.comments(), assigned);
        }
    }

    private record Place(String digest, Language language) {}

    /// @param welcome whether whoever it is may look on (still)
    private record Browser(MultiEmitter<? super OutboundSseEvent> line, BooleanSupplier welcome) {}

    private final Database database;
    private final Clock clock;
    private final Duration silence;
    private final Map<Place, Watch> watches = new ConcurrentHashMap<>();

    @Inject
    LiveEvents(Database database, Clock clock) {
        this(database, clock, SILENCE);
    }

    LiveEvents(Database database, Clock clock, Duration silence) {
        this.database = database;
        this.clock = clock;
        this.silence = silence;
    }

    /// How it stands, once.
    Multi<OutboundSseEvent> once(String digest, Language language) {
        return Multi.createFrom().item(event(look(new Place(digest, language))));
    }

    /// @param welcome whether whoever it is may look on; asked again now and then
    Multi<OutboundSseEvent> of(String digest, Language language, BooleanSupplier welcome) {
        Place place = new Place(digest, language);
        return Multi.createFrom()
                .emitter(
                        line -> {
                            Browser browser = new Browser(line, welcome);
                            line.onTermination(() -> leave(place, browser));
                            join(place, browser);
                        },
                        BackPressureStrategy.LATEST);
    }

    private void join(Place place, Browser browser) {
        watches.compute(
                place,
                (_, there) -> {
                    Watch watch = there == null ? new Watch(place) : there;
                    watch.browsers.add(browser);
                    if (watch.told != null) {
                        browser.line().emit(event(watch.told));
                    }
                    if (there == null) {
                        Thread.ofVirtual().name("live " + place.digest()).start(watch);
                    }
                    return watch;
                });
    }

    private void leave(Place place, Browser browser) {
        watches.computeIfPresent(
                place,
                (_, watch) -> {
                    watch.browsers.remove(browser);
                    if (watch.browsers.isEmpty()) {
                        watch.end();
                        return null;
                    }
                    return watch;
                });
    }

    /// Somebody did something here: whoever looks on sees it at once.
    void changed(String digest, Language language) {
        Watch watch = watches.get(new Place(digest, language));
        if (watch != null) {
            watch.news.release();
        }
    }

    /// How many digests and languages are looked on at the moment.
    int watching() {
        return watches.size();
    }

    void stop(@Observes ShutdownEvent event) {
        watches.values().forEach(Watch::close);
    }

    private State look(Place place) {
        return State.of(Company.of(database, place.digest(), place.language(), clock.instant()));
    }

    /// Looks again and again for all who look on. Nobody interrupts it: H2 closes its file under a
    /// thread that is interrupted.
    private final class Watch implements Runnable {

        private final Place place;
        private final Set<Browser> browsers = ConcurrentHashMap.newKeySet();
        private final Semaphore news = new Semaphore(0);
        private volatile @Nullable State told;
        private volatile boolean over;

        Watch(Place place) {
            this.place = place;
        }

        void end() {
            over = true;
            news.release();
        }

        void close() {
            end();
            browsers.forEach(browser -> browser.line().complete());
        }

        @Override
        public void run() {
            long heard = System.nanoTime();
            while (!over) {
                Duration pause = LOOK;
                try {
                    tell(look(place));
                } catch (RuntimeException e) {
                    LOG.debugf(e, "Could not look after %s", place);
                    pause = REST;
                }
                if (System.nanoTime() - heard > silence.toNanos()) {
                    browsers.forEach(this::greet);
                    heard = System.nanoTime();
                }
                pause(pause);
            }
        }

        private void pause(Duration pause) {
            try {
                if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            } catch (InterruptedException _) {
                over = true;
            }
        }

        private void tell(State now) {
            if (!now.equals(told)) {
                told = now;
                OutboundSseEvent event = event(now);
                browsers.forEach(browser -> browser.line().emit(event));
            }
        }

        private void greet(Browser browser) {
            boolean welcome;
            try {
                welcome = browser.welcome().getAsBoolean();
            } catch (RuntimeException e) {
                LOG.debug("Could not ask whose line it is", e);
                welcome = false;
            }
            if (welcome) {
                browser.line().emit(heartbeat());
            } else {
                browser.line().complete();
            }
        }
    }

    private static OutboundSseEvent event(State state) {
        return new OutboundSseEventImpl.BuilderImpl()
                .name("now")
                .reconnectDelay(COMES_BACK_MILLIS)
                .data(state)
                .build();
    }

    private static OutboundSseEvent heartbeat() {
        return new OutboundSseEventImpl.BuilderImpl().comment("still there").build();
    }
}
