package hanji.web;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.account.Accounts;
import hanji.account.Editor;
import hanji.account.Rights;
import hanji.account.Session;
import hanji.account.Sessions;
import hanji.segment.Language;
import hanji.testing.SettableClock;
import hanji.testing.TestDatabase;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whose line to a digest it is, as time goes by.
@Timeout(30)
class LiveEventsTest {

    private static final Duration IDLE = Duration.ofHours(8);

    private final SettableClock clock = new SettableClock();
    private final TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2);
    private final Sessions sessions =
            new Sessions(database.database(), clock, IDLE, Duration.ofDays(7));
    private final Accounts accounts = new Accounts(database.database(), clock);
    private final LiveEvents events =
            new LiveEvents(database.database(), clock, Duration.ofMillis(10));
    private final LinkedBlockingQueue<OutboundSseEvent> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    @AfterEach
    void close() {
        database.close();
    }

    private Session session() {
        accounts.add("mina", "a long password", Rights.of("editor:en"), Editor.HANJI);
        String secret = sessions.begin(accounts.get("mina"), null, "test").text();
        return sessions.find(secret).orElseThrow();
    }

    private void listen(Session session) {
        events.of("d", Language.EN, () -> LivePage.welcome(sessions, session, Language.EN))
                .subscribe()
                .with(heard::add, end::completeExceptionally, () -> end.complete(null));
    }

    private boolean stillThere() throws InterruptedException {
        heard.clear();
        return heard.poll(5, TimeUnit.SECONDS) != null;
    }

    @Test
    void a_line_ends_with_its_session() throws Exception {
        listen(session());
        assertThat(stillThere()).isTrue();
        clock.forward(IDLE.minusSeconds(1));
        assertThat(stillThere()).isTrue();

        clock.forward(Duration.ofSeconds(2));

        end.get(5, TimeUnit.SECONDS);
        // who listens hears of the end before the place is given up
        for (int i = 0; i < 500 && events.watching() > 0; i++) {
            Thread.sleep(10);
        }
        assertThat(events.watching()).isZero();
    }

    @Test
    void a_line_ends_with_an_account_that_is_shut() throws Exception {
        listen(session());
        assertThat(stillThere()).isTrue();

        accounts.disable("mina", Editor.HANJI);

        end.get(5, TimeUnit.SECONDS);
    }
}
