package hanji.batch;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.account.AuditEntry;
import hanji.account.AuditLog;
import hanji.account.Editor;
import hanji.llm.Tokens;
import hanji.review.Decision;
import hanji.review.HistoryEntry;
import hanji.review.Mark;
import hanji.review.Outcome;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.store.Backup;
import hanji.store.DatabaseAddress;
import hanji.store.Restore;
import hanji.testing.EchoAnswers;
import hanji.testing.Engine;
import hanji.testing.ModelSettings;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import hanji.workbench.Only;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A backup that is taken while a batch is being drafted, restored into the other database.
@ParameterizedClass
@EnumSource
@Timeout(120)
class BackupOfBatchTest {

    private static final int ENTRIES = 20;
    private static final int BEFORE = 8;
    private static final Editor EDITOR = Editor.everything("Ida");

    private static final String DIGEST =
            IntStream.rangeClosed(1, ENTRIES)
                    .mapToObj(n ->
                            "### [Paper %d](https://example.org/%d)\n- 하나 %d\n- 둘 %d\n"
                                    .formatted(n, n, n, n))
                    .collect(Collectors.joining("\n"));

    private final TestDatabase.Kind kind;
    private final Semaphore answers = new Semaphore(BEFORE);
    @TempDir private Path folder;

    @AutoClose
    private final StubModelServer server =
            StubModelServer.start(data -> {
                answers.acquireUninterruptibly();
                return new EchoAnswers().apply(data);
            });

    BackupOfBatchTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    private Engine engine(DatabaseAddress address) {
        return new Engine(
                address,
                ModelSettings.openAi(server.baseUrl(), 4),
                Batches.HEARTBEAT,
                Budget.UNLIMITED);
    }

    private static List<ReviewItem> translations(Engine engine) {
        return engine.workbench.items(engine.workbench.digest("d"), Language.EN).stream()
                .filter(item -> item.unit().id().kind() == UnitKind.TRANSLATION)
                .toList();
    }

    private static List<ReviewItem> marked(Engine engine, Mark mark) {
        return translations(engine).stream().filter(item -> item.mark() == mark).toList();
    }

    private static List<List<HistoryEntry>> histories(Engine engine, List<ReviewItem> items) {
        return items.stream().map(item -> engine.reviews.history(item.unit().id())).toList();
    }

    private static List<AuditEntry> chain(Engine engine) {
        return engine.database.read(handle -> AuditLog.page(handle, Long.MAX_VALUE, 100));
    }

    private static int completions(Engine engine) {
        return engine.database.read(handle ->
                handle.createQuery("select count(*) from completion").mapTo(Integer.class).one());
    }

    @Test
    void reviewed_texts_are_all_there_and_the_batch_goes_on_paying_for_nothing_twice()
            throws Exception {
        server.tokens(Tokens::count);
        Path backup = folder.resolve("running.zip");
        TestDatabase.Kind other =
                kind == TestDatabase.Kind.H2 ? TestDatabase.Kind.POSTGRESQL : TestDatabase.Kind.H2;
        try (TestDatabase from = TestDatabase.of(kind);
                TestDatabase into = TestDatabase.of(other);
                Engine engine = engine(from.address())) {
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
            while (marked(engine, Mark.DRAFT).size() < 2 * BEFORE) {
                Thread.sleep(5);
            }
            for (ReviewItem item : marked(engine, Mark.DRAFT).subList(0, 5)) {
                assertThat(
                                engine.workbench.decide(
                                        item.unit().id(),
                                        item.version(),
                                        new Decision.Amend("Text " + item.unit().id(), true, null),
                                        EDITOR))
                        .isInstanceOf(Outcome.Done.class);
            }
            List<ReviewItem> reviewed = marked(engine, Mark.APPROVED);
            assertThat(reviewed).hasSize(5);

            Backup.take(from.address(), backup, false);

            answers.release(1_000);
            assertThat(engine.finished(batch).counts().done()).isEqualTo(2 * ENTRIES);
            Restore.of(backup, into.address(), false);
            int paid = server.calls();
            try (Engine restored = engine(into.address())) {
                assertThat(restored.batches.get(batch).state()).isEqualTo(BatchState.RUNNING);
                assertThat(Batches.underWay(restored.database)).isEqualTo(1);
                assertThat(marked(restored, Mark.APPROVED)).isEqualTo(reviewed);
                assertThat(histories(restored, reviewed)).isEqualTo(histories(engine, reviewed));
                assertThat(chain(restored)).hasSize(5).isEqualTo(chain(engine));
                assertThat(restored.database.read(AuditLog::broken)).isEmpty();
                int kept = completions(restored);
                assertThat(kept).isBetween(BEFORE, ENTRIES - 1);

                restored.batches.start();
                assertThat(restored.finished(batch).counts().done()).isEqualTo(2 * ENTRIES);

                assertThat(server.calls() - paid).isEqualTo(ENTRIES - kept);
                assertThat(marked(restored, Mark.APPROVED)).isEqualTo(reviewed);
                assertThat(marked(restored, Mark.DRAFT)).hasSize(2 * ENTRIES - 5);
            }
        }
    }
}
