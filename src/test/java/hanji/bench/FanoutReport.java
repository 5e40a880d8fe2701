package hanji.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the rounds of all contestants say.
///
/// @param warmRounds of which the figures are medians
/// @param collector of every contestant
record FanoutReport(
        String bench,
        long latencyMillis,
        int warmRounds,
        String heap,
        String collector,
        List<Line> lines) {

    static final String REFERENCE = "langchain4j";

    /// CPU time that a bounded contestant may take, in those of the reference.
    private static final double MOST_CPU = 3;

    /// One contestant with so many calls in flight. Seconds are those of a round, from the first
    /// call to the last answer.
    ///
    /// @param bounded whether it has to stay near the reference
    /// @param cold the first round with that number in flight; for the first number, everything is
    ///   still being compiled
    /// @param stubCpuMillis what a call took of the stub, which runs beside on the same processors
    record Line(
            String contestant,
            boolean bounded,
            int inFlight,
            int calls,
            double cold,
            double warm,
            double cpuMillis,
            double peakHeapMiB,
            double stubCpuMillis) {}

    /// No round can be shorter.
    double ideal(Line line) {
        return line.calls() * latencyMillis / 1e3 / line.inFlight();
    }

    /// What a bounded contestant may need of the reference's time.
    private static double mostTime(int inFlight) {
        return inFlight <= 64 ? 1.10 : 1.20;
    }

    /// A sentence for each bound that is passed.
    List<String> passed() {
        var passed = new ArrayList<String>();
        for (var line : lines) {
            var reference = reference(line);
            if (!line.bounded() || reference.isEmpty()) {
                continue;
            }
            check(
                    passed,
                    line,
                    "time",
                    line.warm() / reference.get().warm(),
                    mostTime(line.inFlight()));
            check(
                    passed,
                    line,
                    "CPU time",
                    line.cpuMillis() / reference.get().cpuMillis(),
                    MOST_CPU);
        }
        return passed;
    }

    private static void check(
            List<String> passed, Line line, String what, double ratio, double most) {
        if (ratio > most) {
            passed.add(
                    String.format(
                            Locale.ROOT,
                            "%s takes %.2f times the %s of %s with %d in flight: %.2f is the bound.",
                            line.contestant(),
                            ratio,
                            what,
                            REFERENCE,
                            line.inFlight(),
                            most));
        }
    }

    private Optional<Line> reference(Line line) {
        return lines.stream()
                .filter(other -> other.contestant().equals(REFERENCE))
                .filter(other -> other.inFlight() == line.inFlight())
                .findFirst();
    }

    String table() {
        var text = new StringBuilder();
        text.append(
                "%-12s %9s %8s %8s %8s %7s %8s %8s %7s %8s %9s%n"
                        .formatted(
                                "",
                                "in flight",
                                "cold s",
                                "warm s",
                                "to ideal",
                                "to lc4j",
                                "CPU ms",
                                "to lc4j",
                                "MiB",
                                "calls",
                                "stub ms"));
        var levels = lines.stream().map(Line::inFlight).distinct().toList();
        for (var level : levels) {
            var same = lines.stream().filter(line -> line.inFlight() == level).toList();
            var ideal = ideal(same.getFirst());
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-12s %9d %8s %8.2f %8.2f %n",
                            "ideal",
                            level,
                            "",
                            ideal,
                            1.0));
            same.forEach(line -> text.append(row(line)));
        }
        return text.toString().replaceAll("(?m) +$", "");
    }

    private String row(Line line) {
        var reference = reference(line);
        return String.format(
                Locale.ROOT,
                "%-12s %9d %8.2f %8.2f %8.2f %7s %8.2f %8s %7.0f %8d %9.2f%n",
                line.contestant(),
                line.inFlight(),
                line.cold(),
                line.warm(),
                line.warm() / ideal(line),
                ratio(reference.map(one -> line.warm() / one.warm())),
                line.cpuMillis(),
                ratio(reference.map(one -> line.cpuMillis() / one.cpuMillis())),
                line.peakHeapMiB(),
                line.calls(),
                line.stubCpuMillis());
    }

    private static String ratio(Optional<Double> ratio) {
        return ratio.map(value -> String.format(Locale.ROOT, "%.2f", value)).orElse("");
    }
}
