package hanji.workbench;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hanji.batch.Run;
import hanji.publish.Which;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.TargetState;
import hanji.testing.Bench;
import hanji.testing.Shared;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import hanji.testing.TmxAnswers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A real digest, answered from its reference translation.
@EnabledIf("hanji.testing.Shared#present")
@ParameterizedClass
@EnumSource
@Timeout(60)
class ReferenceTranslationTest {

    private static final String KEY = "2024-01-26";

    private final TestDatabase.Kind kind;

    private final TmxAnswers tmx = TmxAnswers.read(Shared.dir("reference").resolve(KEY + ".tmx"));

    /// Holds answers back until a test lets them go.
    private CountDownLatch gate = new CountDownLatch(0);

    @AutoClose
    private final StubModelServer server =
            StubModelServer.start(data -> {
                await(gate);
                return tmx.apply(data);
            });

    @AutoClose private TestDatabase database;
    private Bench bench;
    private String markdown;

    ReferenceTranslationTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @BeforeEach
    void digest() throws IOException {
        database = TestDatabase.of(kind);
        bench = new Bench(database.database(), Bench.asking(server));
        markdown = Files.readString(Shared.dir("digests").resolve("2024/01/26.md"));
        bench.add("26.md", markdown);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void all_targets_are_those_of_the_reference_for_one_call_an_entry_and_language() {
        translateAll(bench, KEY);

        assertThat(server.calls()).isEqualTo(56);
        assertThat(bench.workbench.digest(KEY).entries()).hasSize(14);
        for (Language language : Language.TARGETS) {
            assertTargets(bench, KEY, language);
        }

        translateAll(bench, KEY);
        assertThat(server.calls()).isEqualTo(56);
        assertThat(database.counts())
                .containsEntry("completion", 56L)
                .containsEntry("model_call", 56L)
                .containsEntry("unit", 360L)
                .containsEntry("event", 360L)
                .containsEntry("target", 360L);
        assertThat(bench.publisher.markdown(KEY, Language.EN, Which.REVIEWED)).isEqualTo(markdown);
    }

    private void assertTargets(Bench some, String key, Language language) {
        Map<String, String> targets =
                some.translations(key, language).stream()
                        .collect(
                                Collectors.toMap(
                                        item -> item.unit().source(), item -> some.text(item)));
        Map<String, String> reference =
                tmx.units().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        unit -> unit.getValue().get(language.tag())));
        assertThat(targets).hasSize(90).isEqualTo(reference);
    }

    @Test
    void a_restart_pays_nothing_again() {
        translateAll(bench, KEY);

        bench.close();
        bench = new Bench(database.reopen(), Bench.asking(server));
        Bench later = bench;
        later.workbench.importDigest("copy.md", markdown.getBytes(StandardCharsets.UTF_8), "copy");
        translateAll(later, "copy");

        assertThat(server.calls()).isEqualTo(56);
        for (Language language : Language.TARGETS) {
            assertTargets(later, "copy", language);
        }
        assertThat(later.translations("copy", Language.DE))
                .extracting(item ->
                        ((Provenance.Machine) requireNonNull(item.target()).provenance()).cached())
                .containsOnly(true);
        assertThat(database.counts()).containsEntry("model_call", 56L).containsEntry("unit", 720L);
    }

    @Test
    void two_who_ask_at_once_share_each_call() {
        gate = new CountDownLatch(1);
        bench.workbench.importDigest("copy.md", markdown.getBytes(StandardCharsets.UTF_8), "copy");
        List<Run> runs = List.of(bench.start(KEY, Language.EN), bench.start("copy", Language.EN));
        while (server.inFlight() == 0) {
            LockSupport.parkNanos(1_000_000);
        }
        gate.countDown();
        runs.forEach(bench::finished);

        assertThat(server.calls()).isEqualTo(14);
        assertTargets(bench, KEY, Language.EN);
        assertTargets(bench, "copy", Language.EN);
    }

    private static void translateAll(Bench bench, String key) {
        for (Language language : Language.TARGETS) {
            Run run = bench.translate(key, language);
            assertThat(run.failed()).isZero();
            assertThat(bench.translations(key, language))
                    .extracting(ReviewItem::state)
                    .containsOnly(TargetState.TRANSLATED);
        }
    }
}
