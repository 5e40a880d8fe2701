package hanji.cli;

import hanji.fixture.AnnotationsReport;
import hanji.fixture.FixtureReport;
import hanji.fixture.HtmlReport;
import hanji.fixture.JUnitReport;
import hanji.fixture.MarkdownReport;
import hanji.fixture.ReportWriter;
import hanji.fixture.TextReport;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
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
        TEXT(new TextReport()),
        JUNIT(new JUnitReport()),
        GITHUB(new AnnotationsReport()),
        MARKDOWN(new MarkdownReport()),
        HTML(new HtmlReport());

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
            description =
                    "what is printed: text, junit, github, markdown, html; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            description = "write a report to a file beside; may be given several times")
    private Map<Format, Path> reports = new EnumMap<>(Format.class);

    @Override
    public Integer call() {
        FixtureReport report = options.fixtures().check(options.model(), options.ids);
        reports.forEach((form, file) -> Output.write(file, form.writer.write(report)));
        Output.print(format.writer.write(report));
        return report.exit();
    }
}
