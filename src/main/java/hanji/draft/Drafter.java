package hanji.draft;

import hanji.draft.DraftResult.Drafted;
import hanji.draft.DraftResult.NotDrafted;
import hanji.llm.ChatGateway;
import hanji.llm.CompletionKey;
import hanji.llm.Model;
import hanji.llm.TokenUsage;
import hanji.memory.MemoryPair;
import hanji.prompt.PromptCatalog;
import hanji.prompt.PromptTemplate;
import hanji.segment.Provenance;
import hanji.segment.SourceHash;
import hanji.segment.UnitKind;
import hanji.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// From a request to texts: prompt, cache, model. Writes nothing but the cache and the record of
/// calls.
public final class Drafter implements AutoCloseable {

    private final PromptCatalog prompts;
    private final Wording wording;
    private final Asking asking;
    private final ChatGateway gateway;
    private final CompletionStore store;
    private final CallLog log;
    private final CompletionCache cache;
    private final Clock clock;

    /// @param journal a folder for answers on their way into the database; null where it commits
    ///   cheaply, or lives in memory
    public Drafter(
            PromptCatalog prompts,
            ChatGateway gateway,
            Database database,
            Clock clock,
            Patience patience,
            @Nullable Path journal) {
        this.store = new CompletionStore(database);
        this.log = new CallLog(store, journal);
        this.prompts = prompts;
        this.gateway = gateway;
        this.wording = new Wording(prompts);
        this.asking = new Asking(gateway, log, patience, clock);
        this.cache = new CompletionCache(store);
        this.clock = clock;
    }

    /// Waits for the texts; meant for virtual threads.
    public DraftResult draft(DraftRequest request, Model model, Asker asker) {
        return draft(prepare(request, model), asker);
    }

    /// Puts a request into the model's terms: one question, or several for an entry that one answer
    /// cannot hold.
    public List<Prepared> prepare(DraftRequest request, Model model) {
        int most = prompts.template(Wording.promptId(request)).maxOutputTokens();
        return Counting.portions(request, most).stream()
                .map(portion -> {
                    Wording.Worded worded = wording.put(portion);
                    return new Prepared(
                            portion,
                            model,
                            worded.request(),
                            CompletionKey.of(model, worded.request()),
                            worded.prompt().template());
                })
                .toList();
    }

    /// Fetches the answers that are there for many requests at once, so that drafting them does not
    /// look for each.
    public void recall(List<Prepared> prepared) {
        cache.recall(
                prepared.stream()
                        .filter(one -> one.model().live())
                        .map(one -> one.key().hex())
                        .toList());
    }

    /// Asks what [#prepare] made of one request, and joins the answers.
    public DraftResult draft(List<Prepared> portions, Asker asker) {
        List<Drafted> drafts = new ArrayList<>();
        for (Prepared portion : portions) {
            switch (one(portion, asker)) {
                case Drafted drafted -> drafts.add(drafted);
                case NotDrafted none -> {
                    return none;
                }
                case DraftResult.Withdrawn withdrawn -> {
                    return withdrawn;
                }
            }
        }
        return drafts.stream().reduce(Drafted::and).orElseThrow();
    }

    private DraftResult one(Prepared prepared, Asker asker) {
        DraftRequest request = prepared.request();
        Model model = prepared.model();
        if (!model.live() && request.instruction() != null) {
            return new NotDrafted(
                    "A recorded answer cannot follow an instruction: edit the text, or connect a model"
                            + " (README, \"Connecting a model\") and choose it.");
        }
        Supplier<Asking.Result> question =
                () ->
                        asking.ask(
                                new Asking.Question(
                                        prepared, asker, Listening.to(request, asker.growing())));
        CompletionCache.Lookup lookup =
                model.live()
                        ? cache.get(prepared.key(), asker.fresh(), question)
                        : new CompletionCache.Lookup(question.get(), false);
        return switch (lookup.result()) {
            case Asking.Result.Useful useful ->
                    read(prepared, useful.answer(), lookup.paidBefore());
            case Asking.Result.Useless useless -> new NotDrafted(useless.reason());
            case Asking.Result.Withdrawn _ -> new DraftResult.Withdrawn();
        };
    }

    private DraftResult read(Prepared prepared, PaidAnswer answer, boolean paidBefore) {
        DraftRequest request = prepared.request();
        Model model = prepared.model();
        PromptTemplate prompt = prepared.prompt();
        return switch (AnswerReader.read(request, answer.text())) {
            case AnswerReader.Reading.Whole whole ->
                    new Drafted(
                            whole.texts(),
                            new Provenance.Machine(
                                    model.id(),
                                    answer.modelName(),
                                    prompt.label(),
                                    recipe(request, model),
                                    prepared.key().hex(),
                                    answer.usage().in(),
                                    answer.usage().out(),
                                    model.cost(answer.usage()),
                                    answer.millis(),
                                    answer.attempts(),
                                    whole.texts().size(),
                                    paidBefore,
                                    request.instruction(),
                                    clock.instant()),
                            told(request));
            case AnswerReader.Reading.Malformed malformed ->
                    new NotDrafted(
                            "A kept answer of %s %s.".formatted(model.id(), malformed.problem()));
        };
    }

    private static Map<String, Provenance.Agreed> told(DraftRequest request) {
        List<MemoryPair> examples = request.examples();
        Map<String, Provenance.Agreed> told = new HashMap<>();
        for (String id : request.ids()) {
            Provenance.Agreed agreed = request.guidance().told(id, examples);
            if (agreed != null) {
                told.put(id, agreed);
            }
        }
        return told;
    }

    /// Whether a draft of that provenance would be asked for in the same way today, its source and
    /// what is agreed about it aside.
    public boolean current(UnitKind kind, Provenance.Machine draft) {
        return gateway.find(draft.model())
                .map(model -> recipe(kind, draft.repaired(), model).equals(draft.recipe()))
                .orElse(false);
    }

    private String recipe(DraftRequest request, Model model) {
        return recipe(request.kind(), request instanceof DraftRequest.Repair, model);
    }

    /// Recorded answers do not depend on a prompt's wording, so an edit of it leaves them fresh.
    ///
    /// @param repaired whether a text was mended: it depends on what it was first drafted with too
    private String recipe(UnitKind kind, boolean repaired, Model model) {
        Map<String, String> parts = new TreeMap<>();
        if (model.live()) {
            parts.put("prompt", prompts.template(Wording.promptId(kind)).version());
            parts.put("temperature", String.valueOf(model.temperature()));
        }
        if (repaired) {
            parts.put("repair", prompts.template(Wording.REPAIR).version());
        }
        return SourceHash.of(model.provider() + '\n' + model.name() + '\n' + parts)
                .hex()
                .substring(0, 16);
    }

    /// What a request would take; asks nobody.
    public Estimate estimate(DraftRequest request, Model model) {
        return prepare(request, model).stream()
                .map(this::estimate)
                .reduce(Estimate::and)
                .orElseThrow();
    }

    private Estimate estimate(Prepared prepared) {
        Model model = prepared.model();
        if (!model.live() || cache.holds(prepared.key())) {
            return Estimate.PAID;
        }
        Permit.Price price = Counting.price(prepared);
        return new Estimate(
                1, price.in(), price.out(), model.cost(new TokenUsage(price.in(), price.out())));
    }

    /// What was spent, by day and model, the newest first.
    public List<Usage> usage() {
        return store.usage();
    }

    /// Waits until every call so far is in the database.
    public void flush() {
        log.flush();
    }

    /// Writes down what is on its way into the database.
    @Override
    public void close() {
        log.close();
    }
}
