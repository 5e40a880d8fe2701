package hanji.llm;

import static hanji.llm.Priority.BACKGROUND;
import static hanji.llm.Priority.INTERACTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import hanji.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TurnsTest {

    private static final Duration LONG = Duration.ofSeconds(40);

    private final SettableClock clock = new SettableClock();
    private final LinkedBlockingQueue<String> entered = new LinkedBlockingQueue<>();

    @Test
    void whoever_waits_for_a_person_overtakes_and_otherwise_the_order_of_arrival_holds()
            throws InterruptedException {
        Turns turns = new Turns(1, Duration.ZERO, clock);
        int round = turns.enter(BACKGROUND);
        waiter(turns, BACKGROUND, "backfill 1");
        waiter(turns, BACKGROUND, "backfill 2");
        waiter(turns, INTERACTIVE, "redo 1");
        waiter(turns, INTERACTIVE, "redo 2");

        List<String> order = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 4; i++) {
            turns.leave(round, Turns.Load.BEARABLE);
            order.add(entered.take());
        }

        assertThat(order).containsExactly("redo 1", "redo 2", "backfill 1", "backfill 2");
    }

    @Test
    void all_places_are_used_and_no_more() throws InterruptedException {
        Turns turns = new Turns(3, Duration.ZERO, clock);
        IntStream.range(0, 5).forEach(i -> start(turns, BACKGROUND, "caller " + i));

        for (int i = 0; i < 3; i++) {
            entered.take();
        }
        until(turns, 2);

        assertThat(entered).isEmpty();
    }

    @Test
    void a_pause_stops_everybody_and_not_only_whom_it_was_told() throws InterruptedException {
        // one place, so that they say one by one that they are in
        Turns turns = new Turns(1, Duration.ZERO, clock);
        int round = turns.enter(INTERACTIVE);
        turns.leaveThrottled(round, LONG);
        waiter(turns, INTERACTIVE, "redo");
        clock.forward(LONG.minusSeconds(1));
        waiter(turns, BACKGROUND, "backfill");
        assertThat(entered).isEmpty();

        clock.forward(Duration.ofSeconds(1));
        start(turns, INTERACTIVE, "next");

        assertThat(entered.take()).isEqualTo("redo");
        until(turns, 2);
        turns.leave(round, Turns.Load.BEARABLE);
        assertThat(entered.take()).isEqualTo("next");
        turns.leave(round, Turns.Load.BEARABLE);
        assertThat(entered.take()).isEqualTo("backfill");
    }

    @Test
    void no_pause_is_longer_than_a_minute() throws InterruptedException {
        Turns turns = new Turns(1, Duration.ZERO, clock);
        turns.leaveThrottled(turns.enter(INTERACTIVE), Duration.ofDays(1));

        clock.forward(Duration.ofMinutes(1));

        assertThat(turns.enter(INTERACTIVE)).isEqualTo(1);
    }

    @Test
    void throttling_without_a_time_pauses_longer_each_time() throws InterruptedException {
        Turns turns = new Turns(2, Duration.ZERO, clock);

        for (int pause : List.of(50, 100, 200, 400)) {
            turns.leaveThrottled(turns.enter(INTERACTIVE), null);
            clock.forward(Duration.ofMillis(pause));
        }

        assertThat(turns.limit()).isEqualTo(1);
        turns.leave(turns.enter(INTERACTIVE), Turns.Load.BEARABLE);
        turns.leaveThrottled(turns.enter(INTERACTIVE), null);
        clock.forward(Duration.ofMillis(50));
        assertThat(turns.enter(INTERACTIVE)).as("an answer came between").isEqualTo(5);
    }

    @Test
    void calls_start_so_far_apart_that_no_minute_has_too_many() throws InterruptedException {
        Turns turns = new Turns(8, Duration.ofSeconds(20), clock);
        turns.enter(BACKGROUND);
        waiter(turns, BACKGROUND, "2");
        waiter(turns, BACKGROUND, "3");
        clock.forward(Duration.ofSeconds(20));
        start(turns, BACKGROUND, "4");

        assertThat(entered.take()).isEqualTo("2");
        until(turns, 2);
        assertThat(entered).isEmpty();
    }

    @Test
    void who_is_interrupted_leaves_the_queue() throws InterruptedException {
        Turns turns = new Turns(1, Duration.ZERO, clock);
        int round = turns.enter(BACKGROUND);
        Thread impatient = waiter(turns, INTERACTIVE, "impatient");
        waiter(turns, BACKGROUND, "patient");

        impatient.interrupt();
        impatient.join();
        turns.leave(round, Turns.Load.UNKNOWN);

        assertThat(entered.take()).isEqualTo("patient");
    }

    private Thread waiter(Turns turns, Priority priority, String name) {
        int waiting = turns.waiting();
        Thread thread = start(turns, priority, name);
        until(turns, waiting + 1);
        return thread;
    }

    private Thread start(Turns turns, Priority priority, String name) {
        return Thread.startVirtualThread(() -> {
            try {
                turns.enter(priority);
                entered.add(name);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void until(Turns turns, int waiting) {
        while (turns.waiting() != waiting) {
            assertThat(Thread.interrupted()).as("timed out").isFalse();
            LockSupport.parkNanos(100_000);
        }
    }
}
