package hanji.bench;

import com.sun.management.OperatingSystemMXBean;
import hanji.cli.Main;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// CPU and wall seconds of `check` on generated cases with four assertions each, by the number of
/// cases. Every run is a process of its own, started as the launcher starts commands, so what a
/// Java program costs to begin with is in every figure.
public final class CheckBench {

    private static final List<Integer> SIZES = List.of(10, 100, 1_000, 5_000);
    private static final int ROUNDS = 5;

    /// What a thousand cases may cost.
    private static final double LIMIT_CPU_SECONDS = 1.5;

    private static final String CHILD = "--child";

    private record Figures(int cases, double cpu, double wall) {}

    private CheckBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0 && args[0].equals(CHILD)) {
            child(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        List<Figures> all = new ArrayList<>();
        System.out.printf("%8s %12s %12s%n", "cases", "CPU s", "wall s");
        for (int size : SIZES) {
            Figures figures = measure(size);
            all.add(figures);
            System.out.printf(
                    Locale.ROOT, "%,8d %12.2f %12.2f%n", size, figures.cpu(), figures.wall());
        }
        write(all);
        if (all.stream().anyMatch(one -> one.cases() == 1_000 && one.cpu() > LIMIT_CPU_SECONDS)) {
            System.err.printf(
                    Locale.ROOT, "1,000 cases cost more than %.1f CPU s.%n", LIMIT_CPU_SECONDS);
            System.exit(1);
        }
    }

    /// Runs the command and says on standard error what CPU time the whole process took.
    private static void child(String[] line) {
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> System.err.printf("cpu %d%n", process.getProcessCpuTime())));
        Main.main(line);
    }

    /// The median of several runs.
    private static Figures measure(int size) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("hanji-check");
        try {
            GeneratedCases.write(folder, size);
            run(size, "accept", folder.toString(), "--all");
            List<Figures> rounds = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                rounds.add(run(size, "check", folder.toString()));
            }
            rounds.sort(Comparator.comparingDouble(Figures::cpu));
            return rounds.get(ROUNDS / 2);
        } finally {
            delete(folder);
        }
    }

    private static Figures run(int size, String... line) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-cp",
                                classPath(),
                                CheckBench.class.getName(),
                                CHILD));
        command.addAll(List.of(line));
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getErrorStream().readAllBytes());
        int exit = process.waitFor();
        double wall = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IllegalStateException("exit %d: %s".formatted(exit, said));
        }
        long cpu = Long.parseLong(said.substring(said.lastIndexOf("cpu ") + 4).strip());
        return new Figures(size, cpu / 1e9, wall);
    }

    /// Without Groovy, which a test library brings: picocli loads it wherever it finds it, and the
    /// packaged program has none.
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("groovy"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void write(List<Figures> all) throws IOException {
        String figures =
                String.join(
                        ",",
                        all.stream()
                                .map(one ->
                                        String.format(
                                                Locale.ROOT,
                                                "{\"cases\":%d,\"cpuSeconds\":%.3f,\"wallSeconds\":%.3f}",
                                                one.cases(),
                                                one.cpu(),
                                                one.wall()))
                                .toList());
        Path file = Files.createDirectories(Path.of("target", "bench")).resolve("check.json");
        Files.writeString(
                file,
                "{\"bench\":\"check\",\"assertionsPerCase\":4,\"sizes\":[%s]}%n"
                        .formatted(figures));
        System.out.println(file);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
