package hanji.cli;

import hanji.fixture.Fixtures;
import hanji.llm.ConfiguredModels;
import hanji.llm.Model;
import hanji.llm.ModelsConfig;
import hanji.prompt.PromptCatalog;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What the commands for prompt fixtures have in common.
final class FixtureOptions {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "files of cases, or folders of them; default: fixtures")
    List<Path> places = List.of();

    @Option(
            names = "--id",
            paramLabel = "ID",
            split = ",",
            description = "these cases only; may be given several times")
    Set<String> ids = new LinkedHashSet<>();

    @Option(
            names = "--prompts",
            paramLabel = "DIR",
            description = "the folder of prompt files; default: prompts")
    @Nullable Path prompts;

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "a configured model; default: hanji.llm.default")
    @Nullable String model;

    @Option(names = "--verbose", description = "show where an error comes from")
    boolean verbose;

    Fixtures fixtures() {
        Path home = home();
        return Fixtures.read(
                home,
                places.isEmpty() ? List.of(home.resolve("fixtures")) : places,
                PromptCatalog.load(prompts == null ? home.resolve("prompts") : prompts));
    }

    /// The model that would be asked, null when none is configured; the configuration is read when
    /// somebody wants to know, and at once when a model is named.
    Supplier<@Nullable Model> model() {
        if (model != null) {
            Model named = configured();
            return () -> named;
        }
        return new Configured();
    }

    private @Nullable Model configured() {
        return ConfiguredModels.asked(ModelsConfig.load(Path.of("")), model).orElse(null);
    }

    private final class Configured implements Supplier<@Nullable Model> {

        private @Nullable Optional<Model> known;

        @Override
        public synchronized @Nullable Model get() {
            Optional<Model> read = known;
            if (read == null) {
                read = Optional.ofNullable(configured());
                known = read;
            }
            return read.orElse(null);
        }
    }

    static Path home() {
        return Path.of(System.getProperty("hanji.home", "."));
    }
}
