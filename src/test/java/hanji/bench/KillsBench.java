package hanji.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.batch.Batches;
import hanji.segment.Language;
import hanji.testing.EchoAnswers;
import hanji.testing.Engine;
import hanji.testing.EngineProcess;
import hanji.testing.Fault;
import hanji.testing.FaultMix;
import hanji.testing.StubModelServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// All digests into two languages against a server on which a quarter of the calls goes wrong, by a
/// process that is killed again and again: is every unit there in the end, and what was paid twice?
@Command(
        name = "kills",
        mixinStandardHelpOptions = true,
        description = "Kills a batch again and again, and counts what it cost.")
final class KillsBench implements Callable<Integer> {

    private static final List<Language> LANGUAGES = List.of(Language.EN, Language.JA);

    @Option(names = "--kills", defaultValue = "10", description = "how often; 0 for faults alone")
    private int kills;

    @Option(names = "--in-flight", defaultValue = "64", description = "calls at once")
    private int inFlight;

    @Option(names = "--latency", defaultValue = "200", description = "milliseconds of an answer")
    private long latency;

    @Option(names = "--seed", defaultValue = "1", description = "of faults and kills")
    private long seed;

    @Option(names = "--digests", description = "the folder; default ../shared/digests")
    private Path digests =
            Path.of(Optional.ofNullable(System.getenv("HANJI_SHARED")).orElse("../shared"))
                    .resolve("digests");

    public static void main(String[] args) {
        System.exit(new CommandLine(new KillsBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(digests)) {
            System.err.println(digests + " is no folder: name one with --digests.");
            return 3;
        }
        Path data = Files.createTempDirectory("hanji-kills");
        try (StubModelServer server = StubModelServer.start(new EchoAnswers()).lean()) {
            server.latency(Duration.ofMillis(latency)).always(faults());
            EngineProcess.Setting setting =
                    new EngineProcess.Setting(
                            data.toString(),
                            server.baseUrl(),
                            inFlight,
                            Batches.HEARTBEAT,
                            digests,
                            LANGUAGES);
            long start = System.nanoTime();
            int lost = kill(server, setting);
            try (EngineProcess last = EngineProcess.start(setting)) {
                while (!last.finished(Duration.ofSeconds(10)) && last.alive()) {
                    System.out.printf(
                            "%,d calls, %d in flight%n", server.stats().calls(), server.inFlight());
                }
            }
            return report(server, setting, lost, (System.nanoTime() - start) / 1e9);
        } finally {
            try (var all = Files.walk(data)) {
                all.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /// 10 % throttled, 5 % failed, 3 % cut connections, 3 % not JSON, 3 % short, 2 % thirty times
    /// slower.
    private FaultMix faults() {
        return new FaultMix(seed)
                .with(10, Fault.Status.of(429))
                .with(5, Fault.Status.of(500))
                .with(3, new Fault.Disconnect())
                .with(3, new Fault.Content(Fault.Change.TEXT))
                .with(3, new Fault.Content(Fault.Change.TOO_FEW_IDS))
                .with(2, new Fault.Delay(Duration.ofMillis(29 * latency)));
    }

    /// @return calls in flight at all the kills together
    private int kill(StubModelServer server, EngineProcess.Setting setting) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        int lost = 0;
        for (int kill = 1; kill <= kills; kill++) {
            int calls = server.stats().calls() + random.nextInt(50, 600);
            try (EngineProcess process = EngineProcess.start(setting)) {
                while (server.stats().calls() < calls && process.alive()) {
                    Thread.sleep(2);
                }
                int now = server.callersGo();
                process.kill();
                lost += now;
                System.out.printf("kill %d after %,d calls, %d in flight%n", kill, calls, now);
            }
        }
        return lost;
    }

    private int report(
            StubModelServer server, EngineProcess.Setting setting, int lost, double seconds)
            throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        try (Engine engine = setting.engine()) {
            figures.put(
                    "units", count(engine, "select count(*) from unit where target is not null"));
            figures.put("texts", count(engine, "select count(*) from target"));
            figures.put(
                    "open", count(engine, "select count(*) from batch_item where state <> 'done'"));
            figures.put("total", count(engine, "select sum(total) from batch_item"));
        }
        var stats = server.stats();
        figures.put("calls", stats.calls());
        figures.put("kills", kills);
        figures.put("inFlightAtTheKills", lost);
        figures.put("askedAgainThoughAnswered", stats.repeatedWhole());
        figures.put("seconds", Math.round(seconds));
        figures.put("mostInFlightBySecond", stats.levels());
        figures.forEach((name, value) -> System.out.printf("%-26s %s%n", name, value));
        Path file = Files.createDirectories(Path.of("target", "bench")).resolve("kills.json");
        Files.writeString(file, new ObjectMapper().writeValueAsString(figures));
        boolean whole =
                figures.get("units").equals(figures.get("total"))
                        && figures.get("texts").equals(figures.get("total"))
                        && stats.repeatedWhole() <= lost;
        System.out.println(whole ? "Every unit once, nothing lost." : "Something is wrong.");
        return whole ? 0 : 1;
    }

    private static long count(Engine engine, String sql) {
        return engine.database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
