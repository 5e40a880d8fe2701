package hanji.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.bench.FanoutReport.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class FanoutReportTest {

    @Test
    void lines_are_compared_with_the_ideal_and_with_the_reference() {
        assertThat(
                        report(
                                        line("langchain4j", false, 64, 4, 1),
                                        line("other", true, 64, 3.2, 0.5),
                                        line("other", true, 256, 1, 0.5))
                                .table())
                .isEqualToNormalizingNewlines(
                        """
                                     in flight   cold s   warm s to ideal to lc4j   CPU ms  to lc4j     MiB    calls   stub ms
                        ideal               64              3.13     1.00
                        langchain4j         64     5.00     4.00     1.28    1.00     1.00     1.00     100     1000      0.25
                        other               64     5.00     3.20     1.02    0.80     0.50     0.50     100     1000      0.25
                        ideal              256              0.78     1.00
                        other              256     5.00     1.00     1.28             0.50              100     1000      0.25
                        """);
    }

    @Test
    void bounds_hold_for_those_that_have_them() {
        assertThat(
                        report(
                                        line("langchain4j", false, 64, 4, 1),
                                        line("langchain4j", false, 256, 1, 1),
                                        line("jdk", false, 64, 40, 40),
                                        line("engine", true, 64, 4.4, 3),
                                        line("engine", true, 256, 1.2, 3))
                                .passed())
                .isEmpty();
        assertThat(
                        report(
                                        line("langchain4j", false, 64, 4, 1),
                                        line("langchain4j", false, 256, 1, 1),
                                        line("engine", true, 64, 4.5, 1),
                                        line("engine", true, 256, 1.15, 3.5))
                                .passed())
                .containsExactly(
                        "engine takes 1.13 times the time of langchain4j with 64 in flight: 1.10 is the bound.",
                        "engine takes 3.50 times the CPU time of langchain4j with 256 in flight: 3.00 is the bound.");
    }

    private static FanoutReport report(Line... lines) {
        return new FanoutReport("fanout", 200, 3, "512m", "G1", List.of(lines));
    }

    private static Line line(
            String contestant, boolean bounded, int inFlight, double warm, double cpu) {
        return new Line(contestant, bounded, inFlight, 1_000, 5, warm, cpu, 100, 0.25);
    }
}
