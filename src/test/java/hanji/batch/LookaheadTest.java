package hanji.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class LookaheadTest {

    private final Lookahead lookahead = new Lookahead();

    @Test
    void the_next_plan_waits_until_all_requests_of_one_are_sent() throws Exception {
        Lookahead.Share share = lookahead.take();
        List<Runnable> requests = List.of(share.hold(), share.hold());
        share.close();
        others();
        CompletableFuture<Void> next = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    lookahead.take();
                    next.complete(null);
                });

        requests.getFirst().run();
        requests.getFirst().run();
        assertWaits(next);
        requests.getLast().run();

        next.get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_plan_without_requests_holds_nobody_up() {
        for (int i = 0; i < 100; i++) {
            lookahead.take().close();
        }
        assertThat(others()).hasSize(Runtime.getRuntime().availableProcessors());
    }

    /// All that may be taken beside one.
    private List<Lookahead.Share> others() {
        List<Lookahead.Share> others = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            others.add(lookahead.take());
        }
        return others;
    }

    private static void assertWaits(CompletableFuture<Void> one) {
        assertThatThrownBy(() -> one.get(100, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
    }
}
