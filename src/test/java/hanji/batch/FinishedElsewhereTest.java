package hanji.batch;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.testing.EchoAnswers;
import hanji.testing.Engine;
import hanji.testing.ModelSettings;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import hanji.workbench.Only;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A slow process that was taken for dead: another one finished some of what it asked for.
@ParameterizedClass
@EnumSource
@Timeout(60)
class FinishedElsewhereTest {

    private static final String DIGEST =
            """
            ### One

            - 첫째 문장입니다.

            ### Two

            - 둘째 문장입니다.

            ### Three

            - 셋째 문장입니다.
            """;

    private final TestDatabase.Kind kind;
    private final CountDownLatch gate = new CountDownLatch(1);

    @AutoClose
    private final StubModelServer server =
            StubModelServer.start(data -> {
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return new EchoAnswers().apply(data);
            });

    FinishedElsewhereTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @Test
    void what_another_process_finished_gets_no_second_text() throws Exception {
        try (TestDatabase database = TestDatabase.of(kind);
                Engine engine =
                        new Engine(
                                database.address(),
                                ModelSettings.openAi(server.baseUrl(), 8),
                                Batches.HEARTBEAT)) {
            engine.workbench.importDigest("d.md", DIGEST.getBytes(StandardCharsets.UTF_8), "d");
            engine.batches.start();
            String batch =
                    engine.batches
                            .create(
                                    Engine.order(
                                            List.of("d"), List.of(Language.EN), Only.MISSING, null),
                                    null,
                                    Engine.CALLER)
                            .batch()
                            .id();
            while (server.inFlight() < 3) {
                LockSupport.parkNanos(1_000_000);
            }
            engine.database.<Integer>write(handle -> {
                handle.execute("update batch_item set state = 'done', done = 1 where number = 1");
                return handle.execute("update batch set unfinished = unfinished - 1");
            });
            gate.countDown();
            BatchProgress progress = engine.finished(batch);

            assertThat(progress.counts().done()).isEqualTo(3);
            assertThat(engine.workbench.items(engine.workbench.digest("d"), Language.EN))
                    .filteredOn(item -> item.unit().id().kind() == UnitKind.TRANSLATION)
                    .extracting(FinishedElsewhereTest::text)
                    .containsExactly("[en] 첫째 문장입니다.", "", "[en] 셋째 문장입니다.");
        }
    }

    private static String text(ReviewItem item) {
        return item.target() == null ? "" : item.target().text();
    }
}
