package hanji.cli;

import hanji.fixture.Comparison;
import hanji.fixture.ComparisonText;
import hanji.fixture.Fixtures;
import hanji.prompt.PromptCatalog;
import hanji.segment.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The prompt fixtures before and after a change.
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "hanji diff [--base REF] [--prompts P@OLD,P@NEW] [OPTIONS]",
        description = {
            "Compare answers and scores of prompt fixtures with those of a git revision,",
            "and say whether a difference is more than noise. Asks no model."
        },
        footer = {"", "Exit codes: 0 nothing got worse, 1 a case that held does not any more."})
final class DiffCommand implements Callable<Integer> {

    @Option(
            names = "--base",
            paramLabel = "REF",
            description = "the revision to compare the files with; default: HEAD")
    private @Nullable String base;

    @Option(
            names = "--prompts",
            paramLabel = "P@OLD,P@NEW",
            split = ",",
            description = "one prompt at two revisions, as translate@v1,translate@main")
    private List<String> prompts = List.of();

    @Option(
            names = "--id",
            paramLabel = "ID",
            split = ",",
            description = "these cases only; may be given several times")
    private Set<String> ids = new LinkedHashSet<>();

    @Option(names = "--verbose", description = "show where an error comes from")
    private boolean verbose;

    /// What is compared.
    ///
    /// @param after null for the files as they stand
    /// @param prompt null for all
    private record Wanted(String before, @Nullable String after, @Nullable String prompt) {}

    @Override
    public Integer call() {
        Wanted wanted = wanted();
        Path home = FixtureOptions.home();
        Map<String, Comparison.Side> before = sides(home, wanted.before(), wanted);
        Map<String, Comparison.Side> after = sides(home, wanted.after(), wanted);
        requireKnown(before.keySet(), after.keySet());
        Comparison comparison = Comparison.of(before, after);
        Output.print(ComparisonText.of(comparison));
        return comparison.worse() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private void requireKnown(Set<String> before, Set<String> after) {
        Set<String> unknown = new TreeSet<>(ids);
        unknown.removeAll(before);
        unknown.removeAll(after);
        if (!unknown.isEmpty()) {
            throw Problem.badInput(
                    "There is no case %s on either side: hanji list shows all ids."
                            .formatted(String.join(", ", unknown)));
        }
    }

    private Wanted wanted() {
        if (prompts.isEmpty()) {
            return new Wanted(base == null ? "HEAD" : base, null, null);
        }
        if (base != null) {
            throw Problem.badInput("--base and --prompts both say what to compare: give one.");
        }
        String[] old = prompts.getFirst().split("@", 2);
        String[] now = prompts.getLast().split("@", 2);
        if (prompts.size() != 2 || old.length != 2 || now.length != 2 || !old[0].equals(now[0])) {
            throw Problem.badInput(
                    "--prompts takes one prompt at two revisions, as translate@v1,translate@main.");
        }
        return new Wanted(old[1], now[1], old[0]);
    }

    private Map<String, Comparison.Side> sides(
            Path home, @Nullable String revision, Wanted wanted) {
        if (revision == null) {
            return sides(home, wanted);
        }
        try (Revision files = Revision.of(home, revision)) {
            return sides(files.folder(), wanted);
        }
    }

    private Map<String, Comparison.Side> sides(Path home, Wanted wanted) {
        Fixtures fixtures =
                Fixtures.read(
                        home,
                        List.of(home.resolve("fixtures")),
                        PromptCatalog.load(home.resolve("prompts")));
        Map<String, String> answers = fixtures.answers();
        Map<String, Comparison.Side> sides = new HashMap<>();
        fixtures.check(() -> null, Set.of()).results().stream()
                .filter(result -> !result.id().isEmpty())
                .filter(result -> ids.isEmpty() || ids.contains(result.id()))
                .filter(result ->
                        wanted.prompt() == null || wanted.prompt().equals(result.prompt()))
                .forEach(result ->
                        sides.put(
                                result.id(),
                                new Comparison.Side(result, answers.get(result.id()))));
        return sides;
    }
}
