package hanji.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.qa.Inspector;
import hanji.qa.QaFinding;
import hanji.qa.QaReport;
import hanji.qa.Severity;
import hanji.segment.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The checks alone, on pairs that anybody made. Pairs are read, inspected and written one by one;
/// only their ids are kept.
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "hanji inspect FILE [OPTIONS]",
        description = {
            "Check translations: JSON Lines or TMX in, JSON Lines out; no model, no server.",
            "In: {\"id\", \"lang\", \"source\", \"target\"}; out: {\"id\", \"findings\"}."
        })
final class InspectCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// How often it is seen whether anybody still reads what is written.
    private static final int LINES_UNSEEN = 1000;

    /// The least severity that makes a failure of a finding.
    enum FailOn {
        MINOR,
        MAJOR,
        CRITICAL,
        NEVER;

        boolean by(QaReport report) {
            return this != NEVER
                    && report.findings().stream()
                            .anyMatch(f -> f.severity().atLeast(Severity.valueOf(name())));
        }
    }

    /// What is written of a pair.
    record Line(String id, List<QaFinding> findings) {}

    @Parameters(
            paramLabel = "FILE",
            description = "JSON Lines, or TMX 1.4 by its ending or content; - for standard input")
    private String file = Pairs.STANDARD_INPUT;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "major",
            description =
                    "exit with 1 for findings from here: minor, major, critical or never; default: ${DEFAULT-VALUE}")
    private FailOn failOn = FailOn.MAJOR;

    @Option(names = "--verbose", description = "show where an error comes from")
    private boolean verbose;

    private final Set<String> ids = new HashSet<>();
    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

    @Override
    public Integer call() throws IOException {
        Inspector inspector = Settings.inspector();
        PrintStream out =
                new PrintStream(
                        new BufferedOutputStream(System.out, 1 << 16),
                        false,
                        StandardCharsets.UTF_8);
        boolean failed = false;
        try (Pairs pairs = Pairs.open(file)) {
            for (TextPair pair = pairs.next(); pair != null; pair = pairs.next()) {
                requireNew(pair);
                QaReport report =
                        inspector.inspect(
                                pair.kind(), pair.language(), pair.source(), pair.target());
                failed |= failOn.by(report);
                report.findings().forEach(f -> counts.merge(f.severity(), 1, Integer::sum));
                write(out, new Line(pair.id(), report.findings()));
            }
        } finally {
            out.flush();
        }
        if (ids.isEmpty()) {
            throw Problem.badInput(
                    "%s is empty: give pairs as JSON Lines or TMX.", Pairs.name(file));
        }
        requireReader();
        System.err.println(summary());
        return failed ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private void requireNew(TextPair pair) {
        if (!ids.add(pair.id())) {
            throw Problem.badInput(
                    "%s: the id \"%s\" stands a second time: give each pair one of its own.",
                    pair.place(), pair.id());
        }
    }

    private void write(PrintStream out, Line line) throws IOException {
        out.print(JSON.writeValueAsString(line) + "\n");
        if (ids.size() % LINES_UNSEEN == 0) {
            out.flush();
            requireReader();
        }
    }

    private static void requireReader() {
        if (System.out.checkError()) {
            throw new Problem(
                    Problem.Kind.STORAGE,
                    "The findings cannot be written: check the space, or who reads them.");
        }
    }

    /// As `630 pairs, 3 findings: 1 critical, 2 minor`.
    private String summary() {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        String each =
                List.of(Severity.values()).reversed().stream()
                        .filter(counts::containsKey)
                        .map(severity -> counts.get(severity) + " " + severity.wire())
                        .collect(Collectors.joining(", "));
        return "%s: %d %s, %s"
                .formatted(
                        Pairs.name(file),
                        ids.size(),
                        ids.size() == 1 ? "pair" : "pairs",
                        all == 0
                                ? "no findings"
                                : "%d %s: %s"
                                        .formatted(all, all == 1 ? "finding" : "findings", each));
    }
}
