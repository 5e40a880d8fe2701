package hanji.testing;

import hanji.account.Editor;
import hanji.batch.BatchOrder;
import hanji.batch.BatchProgress;
import hanji.batch.Batches;
import hanji.batch.Budget;
import hanji.digest.DigestParser;
import hanji.draft.Drafter;
import hanji.draft.Judge;
import hanji.draft.Patience;
import hanji.draft.Repairs;
import hanji.llm.Models;
import hanji.llm.ModelsConfig;
import hanji.llm.RecordedAnswers;
import hanji.prompt.PromptCatalog;
import hanji.qa.Inspector;
import hanji.review.ReviewDesk;
import hanji.segment.Language;
import hanji.store.Database;
import hanji.store.DatabaseAddress;
import hanji.termbase.Terms;
import hanji.workbench.Judging;
import hanji.workbench.Only;
import hanji.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that drafts batches, as a server has it, without the server.
public final class Engine implements AutoCloseable {

    public static final Editor CALLER = Editor.everything("Caller");

    public final Database database;
    public final Drafter drafter;
    public final Workbench workbench;
    public final Judging judging;
    public final Batches batches;
    public final ReviewDesk reviews;
    private final Models gateway;

    public Engine(DatabaseAddress address, ModelsConfig models, Duration heartbeat) {
        this(address, models, heartbeat, Budget.UNLIMITED, false, null);
    }

    public Engine(DatabaseAddress address, ModelsConfig models, Duration heartbeat, Budget daily) {
        this(address, models, heartbeat, daily, false, null);
    }

    /// @param daily what may be spent in a day
    /// @param repair whether drafts with serious findings go back to the model; off where stubs
    ///   give the source back and calls are counted
    /// @param judge id of the model that judges; null for nobody
    public Engine(
            DatabaseAddress address,
            ModelsConfig models,
            Duration heartbeat,
            Budget daily,
            boolean repair,
            @Nullable String judge) {
        Clock clock = Clock.systemUTC();
        database = Database.open(address);
        gateway = new Models(models, new RecordedAnswers(Path.of("no-such-folder")));
        drafter =
                new Drafter(
                        PromptCatalog.load(Path.of("prompts")),
                        gateway,
                        database,
                        clock,
                        Patience.USUAL,
                        address.journal());
        Inspector inspector = new Inspector();
        reviews =
                new ReviewDesk(
                        database,
                        inspector,
                        drafter::current,
                        () -> Terms.NONE,
                        clock,
                        judge,
                        true);
        workbench =
                new Workbench(
                        database,
                        new DigestParser(),
                        drafter,
                        new Repairs(drafter, inspector, repair),
                        reviews,
                        gateway,
                        clock);
        judging =
                new Judging(
                        workbench,
                        reviews,
                        judge == null ? null : new Judge(drafter, gateway.model(judge)));
        batches = new Batches(database, workbench, drafter, judging, daily, heartbeat, clock);
    }

    /// Imports files and returns their keys.
    public List<String> add(List<Path> files) throws IOException {
        for (Path file : files) {
            workbench.importDigest(file.getFileName().toString(), Files.readAllBytes(file), null);
        }
        return workbench.digests(0, 1_000).stream().map(digest -> digest.key()).sorted().toList();
    }

    /// Translations of digests.
    public static BatchOrder order(
            List<String> digests, List<Language> languages, Only only, @Nullable Budget budget) {
        return new BatchOrder(
                digests,
                List.of(new BatchOrder.Task.Translate(languages)),
                null,
                only,
                budget == null ? Budget.UNLIMITED : budget);
    }

    /// Waits for a batch.
    public BatchProgress finished(String id) throws InterruptedException {
        while (!batches.get(id).state().over()) {
            Thread.sleep(50);
        }
        return batches.progress(id);
    }

    @Override
    public void close() {
        batches.close();
        drafter.close();
        gateway.close();
        database.close();
    }
}
