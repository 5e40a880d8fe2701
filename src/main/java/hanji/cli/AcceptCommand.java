package hanji.cli;

import hanji.fixture.Acceptance;
import hanji.fixture.Recordings;
import hanji.fixture.Selection;
import hanji.segment.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Answers that a person wrote, changed or still holds for right.
@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "hanji accept [FILE...] (--id ID | --all) [OPTIONS]",
        description = "Take edited and stale answers over as right for today's prompt.",
        footer = {
            "",
            "They then count as authored: a person vouches for them, and no model is named."
        })
final class AcceptCommand implements Callable<Integer> {

    @Mixin private final FixtureOptions options = new FixtureOptions();

    @Option(names = "--all", description = "all that are edited or stale")
    private boolean all;

    @Override
    public Integer call() {
        if (all != options.ids.isEmpty()) {
            throw Problem.badInput(
                    "Say which answers are right: --id ID for some, --all for all that are edited or stale.");
        }
        Selection selection = all ? Selection.STALE_OR_EDITED : Selection.of(options.ids);
        List<String> accepted =
                new Acceptance(new Recordings(options.fixtures(), Output::write))
                        .accept(
                                selection,
                                options.model(),
                                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        System.err.printf("%d answers accepted%n", accepted.size());
        return ExitCode.DONE;
    }
}
