package hanji.qa;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All findings on one target, worst first, then in the order of the target.
public record QaReport(@JsonValue List<QaFinding> findings) {

    public static final QaReport CLEAN = new QaReport(List.of());

    @JsonCreator
    public QaReport {
        findings =
                findings.stream()
                        .sorted(
                                Comparator.comparing(QaFinding::severity)
                                        .reversed()
                                        .thenComparingInt(
                                                f -> f.target() == null ? -1 : f.target().start())
                                        .thenComparing(QaFinding::check))
                        .toList();
    }

    /// Whether nothing was found that an editor should look at.
    public boolean clean() {
        return findings.stream().noneMatch(finding -> finding.severity().atLeast(Severity.MINOR));
    }

    /// All findings by the weight of their severities; less is better.
    public int weight() {
        return findings.stream().mapToInt(finding -> finding.severity().weight()).sum();
    }

    public Optional<Severity> worst() {
        return findings.stream().map(QaFinding::severity).findFirst();
    }

    /// Whether something major or critical was found.
    public boolean serious() {
        return worst().filter(worst -> worst.atLeast(Severity.MAJOR)).isPresent();
    }

    public boolean has(Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity() == severity);
    }
}
