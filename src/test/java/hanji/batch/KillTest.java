package hanji.batch;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.store.Database;
import hanji.testing.EchoAnswers;
import hanji.testing.Engine;
import hanji.testing.EngineProcess;
import hanji.testing.Fault;
import hanji.testing.FaultMix;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Processes that are killed in the middle of a batch.
@Timeout(180)
class KillTest {

    private static final List<Language> LANGUAGES = List.of(Language.EN, Language.JA);
    private static final int ENTRIES = 150;

    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());
    @TempDir private Path folder;
    private Path digests = Path.of("digests");

    @BeforeEach
    void digests() throws Exception {
        digests = Files.createDirectory(folder.resolve("digests"));
        for (int day = 1; day <= 3; day++) {
            String date = "2026-04-%02d".formatted(day);
            Files.writeString(
                    digests.resolve(date + ".md"),
                    IntStream.rangeClosed(1, ENTRIES / 3)
                            .mapToObj(n ->
                                    "### [Paper %s/%d](https://example.org/%s/%d)\n- 하나 %d\n- 둘 %d\n"
                                            .formatted(date, n, date, n, n, n))
                            .collect(Collectors.joining("\n", "## " + date + "\n\n", "")));
        }
        server.latency(Duration.ofMillis(100), 0.5).lean();
    }

    private EngineProcess.Setting setting(String address, Duration heartbeat) {
        return new EngineProcess.Setting(
                address, server.baseUrl(), 16, heartbeat, digests, LANGUAGES);
    }

    /// A quarter of the calls goes wrong, too.
    private static FaultMix faults() {
        return new FaultMix(7)
                .with(5, Fault.Status.of(429))
                .with(5, Fault.Status.of(500))
                .with(3, new Fault.Disconnect())
                .with(3, new Fault.Content(Fault.Change.TEXT))
                .with(3, new Fault.Content(Fault.Change.TOO_FEW_IDS));
    }

    @Test
    void three_kills_lose_nothing_and_pay_for_no_answer_twice() throws Exception {
        server.always(faults());
        RandomGenerator random = RandomGenerator.of("Random");
        String data = folder.resolve("data").toString();
        int inFlight = 0;
        for (int kill = 1; kill <= 3; kill++) {
            int calls = server.stats().calls();
            try (EngineProcess process = EngineProcess.start(setting(data, Batches.HEARTBEAT))) {
                int more = random.nextInt(20, 90);
                untilCalls(process, calls + more);
                inFlight += server.callersGo();
                process.kill();
            }
        }
        try (EngineProcess last = EngineProcess.start(setting(data, Batches.HEARTBEAT))) {
            assertThat(last.finished(Duration.ofSeconds(120))).isTrue();
        }

        assertThat(server.stats().repeatedWhole())
                .as("answers that were there and asked for again")
                .isLessThanOrEqualTo(inFlight);
        try (Engine engine = setting(data, Batches.HEARTBEAT).engine()) {
            assertWhole(engine);
        }
    }

    @Test
    void two_processes_share_a_batch_and_one_finishes_what_the_other_leaves() throws Exception {
        try (TestDatabase postgres = TestDatabase.of(TestDatabase.Kind.POSTGRESQL)) {
            EngineProcess.Setting setting =
                    setting(postgres.address().url(), Duration.ofSeconds(2));
            try (EngineProcess one = EngineProcess.start(setting);
                    EngineProcess other = EngineProcess.start(setting)) {
                untilCalls(one, ENTRIES);
                server.callersGo();
                one.kill();
                assertThat(other.finished(Duration.ofSeconds(120))).isTrue();
            }
            try (Engine engine = setting.engine()) {
                assertWhole(engine);
            }
            assertThat(server.stats().repeatedWhole()).isLessThanOrEqualTo(16);
        }
    }

    @Test
    void two_processes_do_about_the_same() throws Exception {
        // long enough that it does not matter which of them starts first
        server.latency(Duration.ofMillis(500), 0.5);
        try (TestDatabase postgres = TestDatabase.of(TestDatabase.Kind.POSTGRESQL)) {
            EngineProcess.Setting setting =
                    setting(postgres.address().url(), Duration.ofSeconds(10));
            try (EngineProcess one = EngineProcess.start(setting);
                    EngineProcess other = EngineProcess.start(setting)) {
                Map<String, Integer> chunks = new HashMap<>();
                while (one.alive() && other.alive()) {
                    picked(postgres.database())
                            .forEach((who, n) -> chunks.merge(who, n, Integer::sum));
                    Thread.sleep(20);
                }
                assertThat(one.finished(Duration.ofSeconds(60))).isTrue();
                assertThat(other.finished(Duration.ofSeconds(60))).isTrue();
                int all = chunks.values().stream().mapToInt(Integer::intValue).sum();
                assertThat(chunks).hasSize(2);
                assertThat(chunks.values()).allMatch(part -> part >= all / 3);
            }
            assertThat(server.stats().repeatedWhole()).isZero();
            try (Engine engine = setting.engine()) {
                assertWhole(engine);
            }
        }
    }

    /// Chunks in hand by process.
    private static Map<String, Integer> picked(Database database) {
        return database.read(handle ->
                handle
                        .createQuery(
                                "select picked_by, count(*) as n from scheduled_tasks where picked and task_name = 'batch' group by picked_by")
                        .map((row, _) -> Map.entry(row.getString("picked_by"), row.getInt("n")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private void untilCalls(EngineProcess process, int calls) throws InterruptedException {
        while (server.stats().calls() < calls) {
            assertThat(process.alive()).as("the process is still at work").isTrue();
            Thread.sleep(1);
        }
    }

    /// Every unit has its text, and one only.
    private static void assertWhole(Engine engine) {
        List<ReviewItem> items = new ArrayList<>();
        for (var digest : engine.workbench.digests(0, 10)) {
            for (Language language : LANGUAGES) {
                engine.workbench.items(engine.workbench.digest(digest.key()), language).stream()
                        .filter(item -> item.unit().number() > 0)
                        .forEach(items::add);
            }
        }
        assertThat(items).hasSize(2 * 2 * ENTRIES);
        assertThat(items)
                .allSatisfy(item ->
                        assertThat(Objects.requireNonNull(item.target()).text())
                                .isEqualTo(
                                        "[%s] %s"
                                                .formatted(
                                                        item.unit().id().language(),
                                                        item.unit().source())));
        Map<String, Long> rows =
                engine.database.read(handle ->
                        handle
                                .createQuery(
                                        "select state, count(*) as n from batch_item group by state")
                                .map((row, _) ->
                                        Map.entry(row.getString("state"), row.getLong("n")))
                                .list()
                                .stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertThat(rows).isEqualTo(Map.of("done", 2L * ENTRIES));
        assertThat(
                        engine.database.<Integer>read(handle ->
                                handle.createQuery("select count(*) from target")
                                        .mapTo(Integer.class)
                                        .one()))
                .as("texts: one for each unit")
                .isEqualTo(items.size());
    }
}
