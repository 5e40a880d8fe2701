package hanji.cli;

import hanji.fixture.Fixtures;
import hanji.fixture.Recorder;
import hanji.fixture.Recordings;
import hanji.fixture.Selection;
import hanji.llm.Model;
import hanji.llm.Models;
import hanji.llm.ModelsConfig;
import hanji.llm.RecordedAnswers;
import hanji.llm.TokenUsage;
import hanji.segment.Problem;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Answers of a model for the prompt fixtures; the only command of theirs that asks one.
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis =
                "hanji record [FILE...] [--stale|--missing|--all|--id ID] [--beside] [OPTIONS]",
        description = "Ask a model for the answers that prompt fixtures lack, and record them.")
final class RecordCommand implements Callable<Integer> {

    @Mixin private final FixtureOptions options = new FixtureOptions();

    /// At most one of them.
    static final class Which {

        @Option(names = "--stale", description = "only stale recordings")
        boolean stale;

        @Option(names = "--missing", description = "only cases without a recording")
        boolean missing;

        @Option(names = "--all", description = "every case, also where its recording is fresh")
        boolean all;

        Selection selection() {
            return all ? Selection.ALL : stale ? Selection.STALE : Selection.MISSING;
        }
    }

    @ArgGroup private @Nullable Which which;

    @Option(
            names = "--beside",
            description = {
                "keep the answers in fixtures/rivals, for hanji diff --models;",
                "check goes on judging those that it has"
            })
    private boolean beside;

    @Option(names = "--prune", description = "remove recordings without a case; asks nobody")
    private boolean prune;

    @Option(
            names = "--dry-run",
            description = "say what would be asked and what it would cost; ask nobody")
    private boolean dryRun;

    @Override
    public Integer call() {
        Fixtures fixtures = options.fixtures();
        if (prune && beside) {
            throw Problem.badInput(
                    "--prune is for the recordings that check judges: delete files of fixtures/rivals by hand.");
        }
        if (prune) {
            List<String> removed = new Recordings(fixtures, Output::write).prune();
            System.err.printf("%d recordings removed %s%n", removed.size(), removed);
            return ExitCode.DONE;
        }
        try (Models models =
                new Models(
                        ModelsConfig.load(Path.of("")),
                        new RecordedAnswers(
                                FixtureOptions.home().resolve("fixtures").resolve("authored")))) {
            Model model = models.model(options.model);
            if (!model.live()) {
                throw Problem.setup(
                        "No model is configured to record from: set hanji.llm.models.<id>.provider and hanji.llm.models.<id>.model (see README, Connecting a model).");
            }
            Recordings recordings =
                    new Recordings(beside ? fixtures.rival(model) : fixtures, Output::write);
            Recorder recorder = new Recorder(models, model, recordings, InstantSource.system());
            return dryRun ? estimate(recorder, model) : record(recorder, model);
        }
    }

    private Selection selection() {
        if (!options.ids.isEmpty()) {
            return Selection.of(options.ids);
        }
        return which == null ? Selection.MISSING_OR_STALE : which.selection();
    }

    private int estimate(Recorder recorder, Model model) {
        Recorder.Estimate estimate = recorder.estimate(selection());
        Output.print(
                "%d cases to be asked of %s: about %,d tokens in, at most %,d out, %s%n"
                        .formatted(
                                estimate.ids().size(),
                                model.id(),
                                estimate.tokensIn(),
                                estimate.mostTokensOut(),
                                price(
                                        model,
                                        new TokenUsage(
                                                estimate.tokensIn(), estimate.mostTokensOut()),
                                        "at most ")));
        return ExitCode.DONE;
    }

    private int record(Recorder recorder, Model model) {
        Recorder.Outcome outcome = recorder.record(selection());
        outcome.failures().forEach(failure -> System.err.println("hanji: " + failure));
        System.err.printf(
                "%d answers of %s recorded, %d failed: %,d tokens in, %,d out, %s%n",
                outcome.recorded().size(),
                model.id(),
                outcome.failures().size(),
                outcome.usage().in(),
                outcome.usage().out(),
                price(model, outcome.usage(), ""));
        return outcome.failures().isEmpty() ? ExitCode.DONE : ExitCode.IO;
    }

    private static String price(Model model, TokenUsage usage, String before) {
        BigDecimal cost = model.cost(usage);
        return cost == null
                ? "no prices configured"
                : before + cost.stripTrailingZeros().toPlainString();
    }
}
