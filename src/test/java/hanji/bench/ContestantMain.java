package hanji.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import hanji.segment.Language;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.stream.Stream;

/// The process of one contestant. It says that it is ready, then makes a round for every number of
/// calls in flight that it reads, and ends with its input. Each line that it prints is JSON.
final class ContestantMain {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /// @param collector as the JVM calls its garbage collectors
    record Ready(int calls, String collector) {}

    /// What a round took of its process.
    ///
    /// @param peakHeap bytes, those included that nobody needed any more
    record Round(double seconds, double cpuSeconds, long peakHeap) {}

    private ContestantMain() {}

    /// @param args who, the stub's base URL, the folder with the digests, language tags, and how
    ///   many requests at most
    public static void main(String[] args) throws Exception {
        // lines of logs have no business among those that are read as JSON
        var out = System.out;
        System.setOut(System.err);
        log();
        var workload =
                new Workload(
                                args[1],
                                Workload.digests(Path.of(args[2])),
                                Stream.of(args[3].split(",")).map(Language::target).toList())
                        .first(Integer.parseInt(args[4]));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var contestant = Entrant.valueOf(args[0].toUpperCase(Locale.ROOT)).enter(workload)) {
            out.println(JSON.writeValueAsString(new Ready(contestant.calls(), collector())));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var inFlight = Integer.parseInt(line);
                contestant.prepare(inFlight);
                var round = round(contestant, inFlight);
                out.println(JSON.writeValueAsString(round));
            }
        }
        // a client's threads that are left keep nobody waiting
        System.exit(0);
    }

    /// A log that nobody configures keeps what it is told, and each line the closed engine that it
    /// speaks of.
    private static void log() {
        var handler = new ConsoleHandler();
        handler.setLevel(Level.SEVERE);
        InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[] {handler});
    }

    private static Round round(Contestant contestant, int inFlight) throws Exception {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        var cpu = SYSTEM.getProcessCpuTime();
        var start = System.nanoTime();
        contestant.run(inFlight);
        return new Round(
                (System.nanoTime() - start) / 1e9,
                (SYSTEM.getProcessCpuTime() - cpu) / 1e9,
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static String collector() {
        return String.join(
                ", ",
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(bean -> bean.getName())
                        .toList());
    }
}
