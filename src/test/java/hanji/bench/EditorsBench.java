package hanji.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.account.AuditAction;
import hanji.account.AuditLog;
import hanji.qa.Inspector;
import hanji.review.ReviewDesk;
import hanji.segment.UnitId;
import hanji.store.Database;
import hanji.store.DatabaseAddress;
import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Many editors at once at one server with accounts, on a fresh H2 folder, while a batch is being
/// drafted: how long does a save take, and is any lost? Each signs in, opens a bench, reads,
/// writes, writes on, approves and reads again, half of them by the page's forms and half by the
/// interface; half of them meet on a few units, where all but one of those who save over a version
/// are told to look again.
@Command(
        name = "bench editors",
        mixinStandardHelpOptions = true,
        description = "Many editors at once: how long saves take, and whether any is lost.")
public final class EditorsBench implements Callable<Integer> {

    /// What 99 of 100 saves may take, in milliseconds.
    private static final double BOUND = 250;

    /// A thread of the bench sleeps for so long, again and again, in milliseconds.
    private static final long NAP = 10;

    @Option(names = "--editors", defaultValue = "50", description = "at once")
    private int editors;

    @Option(names = "--seconds", defaultValue = "120", description = "that are measured")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "20",
            description =
                    "seconds of the same before, whose times do not count; lost saves would all the same")
    private int warmUp;

    @Option(names = "--shared", defaultValue = "6", description = "units where half of them meet")
    private int shared;

    @Option(names = "--digests", description = "the folder; default ../shared/digests, or samples")
    private Path digests =
            Path.of(Optional.ofNullable(System.getenv("HANJI_SHARED")).orElse("../shared"))
                    .resolve("digests");

    private final Tally tally = new Tally();

    /// @param from when the warm-up was over, in nanoseconds of this process
    /// @param late by how much naps were too long, in milliseconds
    private record Shift(Newsroom.Open room, long from, List<Double> late, double cpuMillis) {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new EditorsBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("hanji-editors");
        Newsroom room =
                new Newsroom(Files.createDirectory(folder.resolve("data")), digests, editors);
        try (StubModelServer stub = StubModelServer.start(new EchoAnswers()).lean()) {
            room.hire();
            Shift shift;
            try (Launched server = Launched.start(room.data(), room.environment(stub))) {
                shift = shift(room, server, stub);
            }
            EditorsReport report = report(room, shift);
            System.out.print(report.table());
            write(report);
            report.missed().forEach(System.err::println);
            return report.missed().isEmpty() ? 0 : 1;
        } finally {
            try (var all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private Shift shift(Newsroom room, Launched server, StubModelServer stub) throws Exception {
        HttpClient lines = client();
        try (HttpClient client = client()) {
            EditorSession admin = new EditorSession(client, lines, server.address(), new Tally());
            Duration whole = Duration.ofSeconds(60L + warmUp + seconds);
            Newsroom.Open open = room.open(admin, stub, whole, shared);
            CountDownLatch over = new CountDownLatch(1);
            Duration before = server.cpu();
            List<Thread> working = new ArrayList<>();
            Queue<Thread> listening = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < editors; i++) {
                EditorAtWork editor =
                        new EditorAtWork(
                                Newsroom.name(i),
                                new EditorSession(client, lines, server.address(), tally),
                                open.places().get(i),
                                tally,
                                over,
                                i);
                working.add(
                        Thread.startVirtualThread(() -> {
                            if (editor.comes(Newsroom.PASSWORD)) {
                                listening.add(
                                        Thread.startVirtualThread(
                                                () -> editor.listen(open.batch())));
                                editor.work();
                            }
                        }));
            }
            Thread.sleep(Duration.ofSeconds(warmUp));
            long from = System.nanoTime();
            List<Double> late = nap(from + TimeUnit.SECONDS.toNanos(seconds));
            over.countDown();
            for (Thread thread : working) {
                thread.join();
            }
            double cpu = server.cpu().minus(before).toMillis();
            lines.shutdownNow();
            for (Thread thread : listening) {
                thread.join();
            }
            server.errors().forEach(tally::error);
            return new Shift(open, from, late, cpu / tally.requests());
        }
    }

    private static List<Double> nap(long until) throws InterruptedException {
        List<Double> late = new ArrayList<>();
        for (long now = System.nanoTime(); now < until; ) {
            Thread.sleep(NAP);
            long then = System.nanoTime();
            late.add((then - now) / 1e6 - NAP);
            now = then;
        }
        return late;
    }

    private EditorsReport report(Newsroom room, Shift shift) {
        List<Save> saves = tally.saves();
        List<String> errors = new ArrayList<>(tally.errors());
        long kept = saves.stream().filter(save -> save.came() == Save.Came.KEPT).count();
        AtomicLong decisions = new AtomicLong();
        Map<String, List<Save>> byUnit = saves.stream().collect(Collectors.groupingBy(Save::unit));
        try (Database database = Database.open(DatabaseAddress.inFolder(room.data()))) {
            ReviewDesk desk =
                    new ReviewDesk(database, new Inspector(), (_, _) -> true, Clock.systemUTC());
            byUnit.forEach((unit, ofUnit) ->
                    errors.addAll(KeptSaves.wrong(unit, ofUnit, desk.history(UnitId.of(unit)))));
            database.read(AuditLog::broken).ifPresent(broken -> errors.add("audit log: " + broken));
            database.read(handle -> {
                AuditLog.each(
                        handle,
                        entry -> {
                            if (entry.action().equals(AuditAction.DECISION.wire())) {
                                decisions.incrementAndGet();
                            }
                        });
                return null;
            });
        }
        if (decisions.get() != kept) {
            errors.add(
                    "the audit log tells of %d decisions, and editors of %d"
                            .formatted(decisions.get(), kept));
        }
        return new EditorsReport(
                "editors",
                editors,
                seconds,
                warmUp,
                List.of(EditorAtWork.LEAST_THOUGHT, EditorAtWork.MOST_THOUGHT),
                shift.room().digests().size(),
                room.real(),
                tally.requests(),
                saves.size(),
                kept,
                saves.stream().filter(save -> save.came() == Save.Came.CONFLICT).count(),
                byUnit.size(),
                tally.events(),
                tally.saveTimes(shift.from()),
                tally.readTimes(shift.from()),
                Tally.Times.of(shift.late()),
                shift.cpuMillis(),
                decisions.get(),
                BOUND,
                errors);
    }

    private static void write(EditorsReport report) throws IOException {
        Path file = Files.createDirectories(Path.of("target", "bench")).resolve("editors.json");
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
        System.out.println(file);
    }
}
