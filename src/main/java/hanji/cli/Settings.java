package hanji.cli;

import hanji.account.Editor;
import hanji.draft.Drafter;
import hanji.draft.Guide;
import hanji.draft.Patience;
import hanji.draft.Repairs;
import hanji.llm.Models;
import hanji.llm.ModelsConfig;
import hanji.llm.RecordedAnswers;
import hanji.memory.Memory;
import hanji.prompt.PromptCatalog;
import hanji.qa.Grading;
import hanji.qa.Inspector;
import hanji.segment.Problem;
import hanji.store.Configuration;
import hanji.store.DataFolder;
import hanji.store.Database;
import hanji.store.DatabaseAddress;
import hanji.termbase.Termbase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/// What a command needs to ask models, put together without a server.
final class Settings implements AutoCloseable {

    private final Database database;
    private final Models models;
    private final Drafter drafter;
    private final Termbase termbase;

    private @Nullable Memory memory;

    private Settings(Database database, Models models, Drafter drafter) {
        this.database = database;
        this.models = models;
        this.drafter = drafter;
        this.termbase = new Termbase(database, Clock.systemUTC());
    }

    /// @param data where completions are kept; null for the usual folder
    static Settings open(@Nullable Path data) {
        Path home = Path.of(System.getProperty("hanji.home", "."));
        Models models =
                new Models(
                        ModelsConfig.load(Path.of("")),
                        new RecordedAnswers(home.resolve("fixtures").resolve("authored")));
        PromptCatalog prompts = PromptCatalog.load(home.resolve("prompts"));
        DatabaseAddress address = address(data);
        Database database = Database.open(address);
        return new Settings(
                database,
                models,
                new Drafter(
                        prompts,
                        models,
                        database,
                        Clock.systemUTC(),
                        Patience.USUAL,
                        address.journal()));
    }

    /// As the audit log names whoever sits at this machine.
    static Editor operator() {
        return Editor.everything("command line (%s)".formatted(System.getProperty("user.name")));
    }

    /// What accounts need.
    ///
    /// @param data null for what is configured
    static Database database(@Nullable Path data) {
        return Database.open(address(data));
    }

    private static DatabaseAddress address(@Nullable Path data) {
        DatabaseAddress address = address(data, null);
        if (address.folder() != null) {
            DataFolder.usable(address.folder());
        }
        return address;
    }

    /// The database that options and configuration mean; nothing is created.
    ///
    /// @param data the folder of an H2 file; null for the usual one
    /// @param db an address, which goes before the folder; null for the configured one
    static DatabaseAddress address(@Nullable Path data, @Nullable String db) {
        Optional<String> url =
                db != null
                        ? Optional.of(db)
                        : data != null ? Optional.empty() : setting("hanji.db.url");
        return url.map(text ->
                        DatabaseAddress.of(
                                text,
                                setting("hanji.db.user").orElse(""),
                                setting("hanji.db.password").orElse("")))
                .orElseGet(() -> DatabaseAddress.inFolder(data == null ? dataFolder() : data));
    }

    static Path dataFolder() {
        return Path.of(setting("hanji.data").orElse("data"));
    }

    /// A key's value wherever the configuration has it.
    static Optional<String> setting(String key) {
        return config().getOptionalValue(key, String.class);
    }

    /// The checks as they are configured.
    static Inspector inspector() {
        return new Inspector(Grading.of(config()));
    }

    private static Config config() {
        return Configuration.builder(Path.of(""), System.getenv()).build();
    }

    Models models() {
        return models;
    }

    Drafter drafter() {
        return drafter;
    }

    /// What is agreed in the database: its terms and, where it is wanted, its memory as it is now,
    /// which is read whole.
    Guide guide(boolean remembering) {
        if (!remembering) {
            return new Guide(termbase::terms, null);
        }
        Memory open = new Memory(database, Clock.systemUTC(), null);
        memory = open;
        try {
            open.catchUp();
        } catch (IOException e) {
            throw new Problem(
                            Problem.Kind.STORAGE,
                            "The translation memory cannot be read: try again.")
                    .causedBy(e);
        }
        return new Guide(termbase::terms, open);
    }

    Repairs repairs() {
        boolean on = setting("hanji.repair").map(Boolean::parseBoolean).orElse(true);
        return new Repairs(drafter, new Inspector(Grading.of(config()), termbase::terms), on);
    }

    @Override
    public void close() {
        if (memory != null) {
            memory.close();
        }
        drafter.close();
        database.close();
    }
}
