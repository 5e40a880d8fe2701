package hanji.cli;

import hanji.fixture.Comparison;
import hanji.fixture.ComparisonText;
import hanji.fixture.Version;
import hanji.fixture.Versions;
import hanji.segment.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The prompt fixtures before and after a change.
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis =
                "hanji diff [--base REF|--prompts P@OLD,P@NEW|--models A,B] [--id ID] [--verbose]",
        description = {
            "Compare answers and scores of prompt fixtures between revisions or models.",
            "Says whether a difference is more than noise. Asks no model."
        },
        footer = {"", "Exit codes: 0 nothing got worse, 1 a case that held does not any more."})
final class DiffCommand implements Callable<Integer> {

    /// At most one of them.
    static final class What {

        @Option(
                names = "--base",
                paramLabel = "REF",
                description = "the revision to compare the files with; default: HEAD")
        @Nullable String base;

        @Option(
                names = "--prompts",
                paramLabel = "P@OLD,P@NEW",
                split = ",",
                description = "one prompt at two revisions, as translate@v1,translate@main")
        List<String> prompts = List.of();

        @Option(
                names = "--models",
                paramLabel = "A,B",
                split = ",",
                description =
                        "the recorded answers of two models, as openai/gpt-4o-mini,authored; record --beside adds some")
        List<String> models = List.of();
    }

    @ArgGroup private @Nullable What what;

    @Option(
            names = "--id",
            paramLabel = "ID",
            split = ",",
            description = "these cases only; may be given several times")
    private Set<String> ids = new LinkedHashSet<>();

    @Option(names = "--verbose", description = "show where an error comes from")
    private boolean verbose;

    @Override
    public Integer call() {
        Comparison comparison = versions(what == null ? new What() : what).compare(ids);
        Output.print(ComparisonText.of(comparison));
        return comparison.worse() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static Versions versions(What what) {
        if (!what.prompts.isEmpty()) {
            return prompts(what.prompts);
        }
        if (!what.models.isEmpty()) {
            return models(what.models);
        }
        String base = what.base == null ? "HEAD" : what.base;
        return of(new Version.At(base), new Version.Files());
    }

    private static Versions prompts(List<String> prompts) {
        String[] old = prompts.getFirst().split("@", 2);
        String[] now = prompts.getLast().split("@", 2);
        if (prompts.size() != 2 || old.length != 2 || now.length != 2 || !old[0].equals(now[0])) {
            throw Problem.badInput(
                    "--prompts takes one prompt at two revisions, as translate@v1,translate@main.");
        }
        Versions versions = of(new Version.At(old[1]), new Version.At(now[1])).of(old[0]);
        if (versions.compare(Set.of()).cases() == 0) {
            throw Problem.badInput("Neither side has a case of prompt \"%s\".", old[0]);
        }
        return versions;
    }

    private static Versions models(List<String> models) {
        if (models.size() != 2) {
            throw Problem.badInput("--models takes two models, as openai/gpt-4o-mini,authored.");
        }
        return of(new Version.By(models.getFirst()), new Version.By(models.getLast()));
    }

    private static Versions of(Version before, Version after) {
        return Versions.of(FixtureOptions.home(), before, after);
    }
}
