package hanji.testing;

import hanji.account.Editor;
import hanji.batch.BatchProgress;
import hanji.batch.Batches;
import hanji.batch.Budget;
import hanji.batch.Run;
import hanji.digest.DigestParser;
import hanji.draft.Drafter;
import hanji.draft.Guide;
import hanji.draft.Patience;
import hanji.draft.Repairs;
import hanji.llm.ChatGateway;
import hanji.llm.Models;
import hanji.llm.RecordedAnswers;
import hanji.memory.Memory;
import hanji.prompt.PromptCatalog;
import hanji.publish.Publisher;
import hanji.qa.Grading;
import hanji.qa.Inspector;
import hanji.review.Decision;
import hanji.review.Outcome;
import hanji.review.ReviewDesk;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.store.Database;
import hanji.termbase.Termbase;
import hanji.workbench.ImportOutcome;
import hanji.workbench.Judging;
import hanji.workbench.Workbench;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The whole flow over one database, without a server: what `web` puts together.
public final class Bench implements AutoCloseable {

    public static final PromptCatalog PROMPTS = PromptCatalog.load(Path.of("prompts"));

    public static final Patience IMPATIENT =
            new Patience(3, 3, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));

    public static final Editor EDITOR = Editor.everything("Ida");

    public final SettableClock clock = new SettableClock();
    public final Termbase termbase;

    /// Knows nothing before it is told to catch up.
    public final Memory memory;

    public final ReviewDesk reviews;
    public final Drafter drafter;
    public final Workbench workbench;
    public final Batches batches;
    public final Publisher publisher;

    public Bench(Database database, ChatGateway gateway) {
        this(database, gateway, PROMPTS);
    }

    public Bench(Database database, ChatGateway gateway, PromptCatalog prompts) {
        this(database, gateway, prompts, false);
    }

    /// @param repair whether drafts with serious findings go back to the model; off where stubs
    ///   give the source back and calls are counted
    public Bench(Database database, ChatGateway gateway, PromptCatalog prompts, boolean repair) {
        drafter = new Drafter(prompts, gateway, database, clock, IMPATIENT, null);
        termbase = new Termbase(database, clock);
        memory = new Memory(database, clock, null);
        Inspector inspector = new Inspector(Grading.USUAL, termbase::known);
        reviews =
                new ReviewDesk(
                        database, inspector, drafter::current, termbase::known, clock, null, true);
        workbench =
                new Workbench(
                        database,
                        new DigestParser(),
                        drafter,
                        new Repairs(drafter, inspector, repair),
                        reviews,
                        gateway,
                        new Guide(termbase::terms, memory),
                        clock);
        batches =
                new Batches(
                        database,
                        workbench,
                        drafter,
                        new Judging(workbench, reviews, null),
                        Budget.UNLIMITED,
                        Batches.HEARTBEAT,
                        clock);
        publisher = new Publisher(workbench, reviews, database, clock);
    }

    /// With the project's authored answers.
    public static ChatGateway recorded() {
        return new Models(ModelSettings.of(), new RecordedAnswers(Path.of("fixtures", "authored")));
    }

    /// With the one model `mini`.
    public static ChatGateway asking(StubModelServer server) {
        return new Models(
                ModelSettings.openAi(server), new RecordedAnswers(Path.of("no-such-folder")));
    }

    public ImportOutcome add(String fileName, String markdown) {
        return workbench.importDigest(fileName, markdown.getBytes(StandardCharsets.UTF_8), null);
    }

    /// How the translations of a digest stand.
    public List<ReviewItem> translations(String digest, Language language) {
        return workbench.items(workbench.digest(digest), language).stream()
                .filter(item -> item.unit().id().kind() == UnitKind.TRANSLATION)
                .toList();
    }

    /// Drafts what is missing of a digest and waits for it.
    public Run translate(String digest, Language language) {
        return finished(start(digest, language));
    }

    /// Begins to draft what is missing of a digest.
    public Run start(String digest, Language language) {
        batches.start();
        return batches.start(digest, language, false, null, EDITOR);
    }

    public Run finished(Run run) {
        finished(run.id());
        return batches.latest(run.digest(), run.language()).orElse(run);
    }

    public BatchProgress finished(String batch) {
        while (!batches.get(batch).state().over()) {
            LockSupport.parkNanos(1_000_000);
        }
        return batches.progress(batch);
    }

    public Outcome decide(ReviewItem item, Decision decision) {
        return workbench.decide(item.unit().id(), item.version(), decision, EDITOR);
    }

    public ReviewItem approve(ReviewItem item) {
        return decide(item, new Decision.Approve("as I read it")).item();
    }

    public @Nullable String text(ReviewItem item) {
        return item.target() == null ? null : item.target().text();
    }

    @Override
    public void close() {
        batches.close();
        memory.close();
        drafter.close();
    }
}
