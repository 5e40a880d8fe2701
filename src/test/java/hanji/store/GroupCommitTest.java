package hanji.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GroupCommitTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());

    @Test
    void what_comes_while_one_is_written_is_written_together() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        try (var commits =
                new GroupCommit<Integer>(
                        "test",
                        Duration.ZERO,
                        group -> {
                            groups.add(group);
                            waitFor(go);
                        })) {
            commits.add(0);
            while (groups.isEmpty()) {
                Thread.sleep(1);
            }
            IntStream.rangeClosed(1, 5).forEach(commits::add);
            go.countDown();
            commits.flush();

            assertThat(groups).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5));
        }
    }

    @Test
    void a_full_group_and_whoever_waits_end_the_patience_of_a_busy_queue() {
        try (var commits = new GroupCommit<Integer>("test", LONG, groups::add)) {
            IntStream.range(0, 2_000).forEach(commits::add);
            commits.flush();

            assertThat(groups.stream().flatMap(List::stream)).hasSize(2_000);
        }
    }

    @Test
    void what_was_added_is_written_when_it_closes_and_nobody_waits_for_a_closed_one() {
        var commits = new GroupCommit<Integer>("test", LONG, groups::add);
        IntStream.range(0, 10).forEach(commits::add);
        commits.close();
        commits.close();
        commits.flush();

        assertThat(groups.stream().flatMap(List::stream)).hasSize(10);
        assertThat(commits.add(11)).isCompletedExceptionally();
    }

    private static void waitFor(CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
