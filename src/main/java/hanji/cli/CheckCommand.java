package hanji.cli;

import hanji.fixture.FixtureReport;
import hanji.fixture.ReportWriter;
import hanji.fixture.TextReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The prompt fixtures against their recordings.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "hanji check [FILE...] [OPTIONS]",
        description = "Check prompt fixtures against recorded answers, without a network.",
        footer = {
            "",
            "Exit codes: 0 all cases hold, 1 some fail, 2 recordings are stale, missing, edited",
            "or without a case, 3 a file cannot be used; the highest of all."
        })
final class CheckCommand implements Callable<Integer> {

    /// How a report is written.
    enum Format {
        TEXT(new TextReport());

        private final ReportWriter writer;

        Format(ReportWriter writer) {
            this.writer = writer;
        }
    }

    @Mixin private final FixtureOptions options = new FixtureOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        FixtureReport report = options.fixtures().check(options.model(), options.ids);
        Output.print(format.writer.write(report));
        return report.exit();
    }
}
