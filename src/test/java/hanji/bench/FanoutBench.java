package hanji.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.bench.ContestantMain.Ready;
import hanji.bench.ContestantMain.Round;
import hanji.segment.Language;
import hanji.testing.ChildProcess;
import hanji.testing.Stats;
import hanji.testing.StubModelServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// How long all requests of the real digests take with so many calls in flight, against a stub
/// whose every answer takes the same time: the JDK's client, LangChain4j, and whoever else enters.
///
/// A process is warm when its code has been compiled: a server's is after two minutes of work. The
/// engine has some ten times the code of a bare client and needs that much longer, so after the
/// cold round all make the same number of rounds that do not count.
///
/// The stub and every contestant have processes of their own, so that nobody warms another's code
/// and CPU time is each one's own. They take turns in every round, so that a busy machine hits them
/// alike. After each round the stub says what it saw: every call answered whole, nothing asked
/// twice, and never more in flight than allowed.
@Command(name = "bench fanout", mixinStandardHelpOptions = true)
public final class FanoutBench implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String HEAP = "512m";

    private static final List<Language> LANGUAGES = List.of(Language.EN, Language.JA);

    @Parameters(arity = "0..1", description = "the folder with the digests")
    private Path folder =
            Path.of(Optional.ofNullable(System.getenv("HANJI_SHARED")).orElse("../shared"))
                    .resolve("digests");

    @Option(
            names = "--latency",
            defaultValue = "200",
            description = "milliseconds that each answer takes")
    private long latency;

    @Option(
            names = "--in-flight",
            split = ",",
            defaultValue = "64,256",
            description = "calls in flight, one table for each")
    private List<Integer> inFlight = List.of();

    @Option(
            names = "--warm-up",
            defaultValue = "24",
            description =
                    "rounds between the first, cold one and those that are measured, with the most calls in flight")
    private int warmUp;

    @Option(names = "--rounds", defaultValue = "3", description = "that are measured warm")
    private int rounds;

    @Option(
            names = "--limit",
            defaultValue = "1000000",
            description = "only the first digests, with no more than so many requests")
    private int limit;

    @Option(
            names = "--contestants",
            split = ",",
            description = "${COMPLETION-CANDIDATES}; all without it")
    private List<Entrant> entrants = List.of(Entrant.values());

    private final HttpClient control = HttpClient.newHttpClient();

    /// One contestant's process, and what its rounds with each number in flight were.
    private record Running(Entrant entrant, ChildProcess process, Ready ready, List<Turn> turns) {}

    private record Turn(int inFlight, Round round, double stubCpuSeconds) {}

    public static void main(String[] args) {
        System.exit(
                new CommandLine(new FanoutBench())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var digests = Workload.digests(folder);
        if (digests.isEmpty()) {
            System.err.println(
                    folder + " holds no dated .md files: name the folder with the digests.");
            return 3;
        }
        try (var stub =
                ChildProcess.start(
                        HEAP,
                        StubModelServer.class,
                        List.of(
                                "--lean",
                                "--until-eof",
                                "--minutes",
                                "60",
                                "--latency",
                                String.valueOf(latency)))) {
            var baseUrl = stub.read();
            warm(new Workload(baseUrl, digests, LANGUAGES).first(2_000));
            var report = report(compete(stub, baseUrl));
            System.out.print(report.table());
            write(report);
            report.passed().forEach(System.err::println);
            return report.passed().isEmpty() ? 0 : 1;
        }
    }

    /// The stub's code is warm before the first contestant meets it.
    private static void warm(Workload workload) throws Exception {
        try (var first = new JdkContestant(workload)) {
            first.run(256);
        }
    }

    private List<Running> compete(ChildProcess stub, String baseUrl) throws Exception {
        var all = new ArrayList<Running>();
        try {
            for (var entrant : entrants) {
                all.add(enter(entrant, baseUrl));
            }
            System.out.printf(
                    "%,d calls of %d ms; a cold round, %d to warm up and %d more; -Xmx%s, %s%n",
                    all.getFirst().ready().calls(),
                    latency,
                    warmUp,
                    rounds,
                    HEAP,
                    all.getFirst().ready().collector());
            round(all, inFlight, stub, baseUrl);
            for (var round = 0; round < warmUp; round++) {
                for (var one : all) {
                    turn(one, Collections.max(inFlight), stub, baseUrl);
                }
            }
            for (var round = 0; round < rounds; round++) {
                round(all, inFlight, stub, baseUrl);
            }
            return all;
        } finally {
            all.forEach(one -> one.process().close());
        }
    }

    private void round(List<Running> all, List<Integer> levels, ChildProcess stub, String baseUrl)
            throws IOException, InterruptedException {
        for (var level : levels) {
            for (var one : all) {
                one.turns().add(turn(one, level, stub, baseUrl));
            }
        }
    }

    private Running enter(Entrant entrant, String baseUrl) throws IOException {
        var process =
                ChildProcess.start(
                        HEAP,
                        ContestantMain.class,
                        List.of(
                                entrant.toString(),
                                baseUrl,
                                folder.toString(),
                                String.join(",", LANGUAGES.stream().map(Language::tag).toList()),
                                String.valueOf(limit)));
        try {
            var ready = JSON.readValue(process.read(), Ready.class);
            return new Running(entrant, process, ready, new ArrayList<>());
        } catch (IOException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private Turn turn(Running one, int level, ChildProcess stub, String baseUrl)
            throws IOException, InterruptedException {
        stats("DELETE", baseUrl);
        var cpu = stub.cpu();
        var round = JSON.readValue(one.process().ask(String.valueOf(level)), Round.class);
        var stubCpu = stub.cpu().minus(cpu);
        check(one, level, baseUrl);
        return new Turn(level, round, stubCpu.toMillis() / 1e3);
    }

    /// A round in which the stub saw anything else than was promised measures nothing.
    private void check(Running one, int level, String baseUrl)
            throws IOException, InterruptedException {
        var calls = one.ready().calls();
        var stats = stats("GET", baseUrl);
        // the last answer is counted when it has gone out, which its reader may see before
        for (var tries = 0; tries < 100 && stats.whole() < calls; tries++) {
            Thread.sleep(10);
            stats = stats("GET", baseUrl);
        }
        var promised = new Stats(calls, 0, stats.maxInFlight(), calls, 0, stats.levels());
        if (!stats.equals(promised) || stats.maxInFlight() > level) {
            throw new IllegalStateException(
                    "%s promised %d calls with %d in flight, and the stub saw %s"
                            .formatted(one.entrant(), calls, level, stats));
        }
    }

    private Stats stats(String method, String baseUrl) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(baseUrl).resolve("/stub/stats"))
                        .method(method, BodyPublishers.noBody())
                        .build();
        return JSON.readValue(control.send(request, BodyHandlers.ofString()).body(), Stats.class);
    }

    private FanoutReport report(List<Running> all) {
        var lines = new ArrayList<FanoutReport.Line>();
        for (var level : inFlight) {
            all.forEach(one -> lines.add(line(one, level)));
        }
        return new FanoutReport(
                "fanout", latency, rounds, HEAP, all.getFirst().ready().collector(), lines);
    }

    private static FanoutReport.Line line(Running one, int level) {
        var turns = one.turns().stream().filter(turn -> turn.inFlight() == level).toList();
        var warm = turns.subList(Math.min(1, turns.size() - 1), turns.size());
        var calls = one.ready().calls();
        return new FanoutReport.Line(
                one.entrant().toString(),
                one.entrant().bounded(),
                level,
                calls,
                turns.getFirst().round().seconds(),
                median(warm, turn -> turn.round().seconds()),
                median(warm, turn -> turn.round().cpuSeconds()) * 1e3 / calls,
                median(warm, turn -> turn.round().peakHeap()) / (1 << 20),
                median(warm, Turn::stubCpuSeconds) * 1e3 / calls);
    }

    private static double median(Collection<Turn> turns, ToDoubleFunction<Turn> figure) {
        var values = turns.stream().mapToDouble(figure).sorted().toArray();
        return values[values.length / 2];
    }

    private static void write(FanoutReport report) throws IOException {
        var file = Files.createDirectories(Path.of("target", "bench")).resolve("fanout.json");
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
        System.out.println(file);
    }
}
