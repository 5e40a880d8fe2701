package hanji.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.digest.Bullet;
import hanji.digest.DigestEntry;
import hanji.segment.Language;
import hanji.store.Backup;
import hanji.store.Restore;
import hanji.testing.Bench;
import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A program that runs on while a backup is restored under it.
@Timeout(60)
class RestoredDigestTest {

    @TempDir private Path folder;
    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());

    private static List<String> bullets(Bench bench) {
        return bench.workbench.digest("d").digest().entries().stream()
                .map(DigestEntry::bullets)
                .flatMap(List::stream)
                .map(Bullet::text)
                .toList();
    }

    private static void add(Bench bench, String bullet) {
        bench.clock.forward(Duration.ofMinutes(1));
        bench.add("d.md", "### One\n- %s\n".formatted(bullet));
    }

    @ParameterizedTest
    @EnumSource
    void it_shows_what_was_restored_and_what_comes_after(TestDatabase.Kind kind) {
        Path backup = folder.resolve("backup.zip");
        try (TestDatabase database = TestDatabase.of(kind);
                Bench bench = new Bench(database.database(), Bench.asking(server))) {
            add(bench, "하나");
            bench.translate("d", Language.EN);
            Backup.take(database.address(), backup, false);
            add(bench, "둘");
            assertThat(bullets(bench)).containsExactly("둘");

            Restore.of(backup, database.address(), true);

            assertThat(bullets(bench)).containsExactly("하나");
            assertThat(bench.translations("d", Language.EN))
                    .extracting(bench::text)
                    .containsExactly("[en] 하나");

            // another second revision than the one that was taken back
            add(bench, "셋");
            assertThat(bullets(bench)).containsExactly("셋");
        }
    }
}
