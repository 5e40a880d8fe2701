package hanji.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `./hanji bench fuzz [--minutes N]`: Jazzer, led by coverage, at every reader of what comes from
/// outside, one after the other in processes of 512 MB. A find is kept in `target/fuzz`, and its
/// stack is printed; what was learnt to reach more code is kept there too, and begun with next
/// time.
public final class FuzzBench {

    private static final int MINUTES = 10;

    /// Seconds after which an input is a find by itself; shorter ones that are too long are in the
    /// figures.
    private static final int HANG = 60;

    /// Different finds after which a reader is left.
    private static final int MOST_FINDS = 20;

    /// Lines of a find that are printed.
    private static final int STACK = 8;

    /// Seconds for one input.
    private static final double SLOWEST = 2;

    private record Figures(int finds, long executions, double longest, int heap) {

        boolean good() {
            return finds == 0 && executions > 0 && longest <= SLOWEST;
        }
    }

    private FuzzBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int minutes =
                args.length == 2 && args[0].equals("--minutes")
                        ? Integer.parseInt(args[1])
                        : MINUTES;
        FuzzTarget.Reader[] readers = FuzzTarget.Reader.values();
        boolean good = true;
        StringBuilder table =
                new StringBuilder("reader    executions  longest s  heap MB  finds\n");
        for (FuzzTarget.Reader reader : readers) {
            Figures figures = fuzz(reader, Math.max(1, minutes * 60 / readers.length));
            table.append(
                    String.format(
                            Locale.ROOT,
                            "%-9s %10d  %9.3f  %7d  %5d%n",
                            reader.wire(),
                            figures.executions,
                            figures.longest,
                            figures.heap,
                            figures.finds));
            good &= figures.good();
        }
        System.out.print(table);
        if (!good) {
            System.err.println("A reader failed, or took longer than " + SLOWEST + " s.");
            System.exit(1);
        }
    }

    private static Figures fuzz(FuzzTarget.Reader reader, int seconds)
            throws IOException, InterruptedException {
        Path folder = Path.of("target", "fuzz", reader.wire());
        Path learnt = Files.createDirectories(folder.resolve("learnt"));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+EnableDynamicAgentLoading",
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-D" + FuzzTarget.PROPERTY + "=" + reader.wire(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "com.code_intelligence.jazzer.Jazzer",
                                "--target_class=" + FuzzTarget.class.getName(),
                                "--instrumentation_includes=hanji.**",
                                "--keep_going=" + MOST_FINDS,
                                // a case of the fixtures may hold a regular expression
                                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
                                "--reproducer_path=" + folder,
                                "-artifact_prefix=" + folder + "/",
                                "-max_total_time=" + seconds,
                                "-max_len=" + reader.largest,
                                "-timeout=" + HANG,
                                "-rss_limit_mb=0",
                                learnt.toString()));
        if (!reader.seeds.isEmpty()) {
            command.add(reader.seeds);
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Figures figures = read(process);
        process.waitFor();
        return figures;
    }

    private static Figures read(Process process) throws IOException {
        int finds = 0;
        int shown = 0;
        Figures figures = new Figures(0, 0, 0, 0);
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("== Java Exception") || line.contains("ERROR: libFuzzer")) {
                    finds++;
                    shown = STACK;
                }
                if (line.startsWith(FuzzTarget.FIGURES)) {
                    String[] told = line.substring(FuzzTarget.FIGURES.length()).split(" ");
                    figures =
                            new Figures(
                                    finds,
                                    Long.parseLong(told[0]),
                                    Double.parseDouble(told[1]),
                                    Integer.parseInt(told[2]));
                } else if (shown-- > 0) {
                    System.out.println(line);
                }
            }
        }
        return new Figures(finds, figures.executions, figures.longest, figures.heap);
    }
}
