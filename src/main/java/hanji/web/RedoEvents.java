package hanji.web;

import hanji.batch.Redo;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;
import org.jspecify.annotations.Nullable;

/// Tells a browser how a redo goes, for as long as the line holds. Each text is the whole one, so a
/// slow line may miss some of them, and a browser that comes back needs none of the old.
@Singleton
class RedoEvents {

    /// Ten a second are more than anybody reads.
    private static final Duration BETWEEN = Duration.ofMillis(100);

    /// Proxies give up a line that nothing passes over, most of them after a minute.
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /// How soon a browser comes back after it lost the line.
    private static final long COMES_BACK_MILLIS = 1_000;

    private final Set<Thread> watching = ConcurrentHashMap.newKeySet();

    /// @param redo null when it is unknown here
    Multi<OutboundSseEvent> of(@Nullable Redo redo) {
        return redo == null
                ? Multi.createFrom().item(event("gone", Map.of()))
                : Multi.createFrom()
                        .emitter(emitter -> begin(redo, emitter), BackPressureStrategy.LATEST);
    }

    private void begin(Redo redo, MultiEmitter<? super OutboundSseEvent> browser) {
        Thread watcher =
                Thread.ofVirtual().name("redo-events").unstarted(() -> watch(redo, browser));
        watching.add(watcher);
        browser.onTermination(watcher::interrupt);
        watcher.start();
    }

    private void watch(Redo redo, MultiEmitter<? super OutboundSseEvent> browser) {
        try {
            Redo.State told = redo.now();
            browser.emit(event(told));
            while (told instanceof Redo.State.Growing) {
                Thread.sleep(BETWEEN);
                Redo.State now = redo.after(told, HEARTBEAT);
                browser.emit(now.equals(told) ? heartbeat() : event(now));
                told = now;
            }
            browser.complete();
        } catch (InterruptedException _) {
            // the line is cut, or closed by the browser
        } finally {
            watching.remove(Thread.currentThread());
        }
    }

    /// How many browsers are told at the moment.
    int watching() {
        return watching.size();
    }

    private static OutboundSseEvent event(Redo.State state) {
        return switch (state) {
            case Redo.State.Growing growing -> event("text", Map.of("text", growing.text()));
            case Redo.State.Done _ -> event("done", Map.of());
            case Redo.State.Failed failed ->
                    event("failed", Map.of("sentence", failed.why().toString()));
        };
    }

    private static OutboundSseEvent event(String name, Map<String, String> data) {
        return new OutboundSseEventImpl.BuilderImpl()
                .name(name)
                .reconnectDelay(COMES_BACK_MILLIS)
                .data(data)
                .build();
    }

    private static OutboundSseEvent heartbeat() {
        return new OutboundSseEventImpl.BuilderImpl().comment("still there").build();
    }
}
