package hanji.cli;

import hanji.fixture.FixtureCase;
import hanji.fixture.Fixtures;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// All cases of the prompt fixtures.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "hanji list [FILE...] [OPTIONS]",
        description = "List prompt fixtures: place, id, prompt, tags, description.")
final class ListCommand implements Callable<Integer> {

    @Mixin private final FixtureOptions options = new FixtureOptions();

    @Option(names = "--tag", paramLabel = "TAG", description = "only cases with this tag")
    private @Nullable String tag;

    @Override
    public Integer call() {
        Fixtures fixtures = options.fixtures();
        Output.print(
                fixtures.cases()
                        .filter(fixture -> tag == null || fixture.tags().contains(tag))
                        .filter(fixture ->
                                options.ids.isEmpty() || options.ids.contains(fixture.id()))
                        .map(ListCommand::line)
                        .collect(Collectors.joining()));
        fixtures.problems()
                .forEach(problem ->
                        System.err.printf(
                                "hanji: %s: %s%n", problem.place(), problem.status().why()));
        return fixtures.problems().isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
    }

    private static String line(FixtureCase fixture) {
        return "%s\t%s\t%s\t%s\t%s%n"
                .formatted(
                        fixture.place(),
                        fixture.id(),
                        fixture.prompt(),
                        String.join(",", fixture.tags()),
                        fixture.description() == null ? "" : fixture.description());
    }
}
