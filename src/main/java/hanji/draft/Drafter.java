package hanji.draft;

import hanji.draft.DraftResult.Drafted;
import hanji.draft.DraftResult.NotDrafted;
import hanji.llm.ChatGateway;
import hanji.llm.CompletionKey;
import hanji.llm.Model;
import hanji.llm.ModelRequest;
import hanji.llm.Priority;
import hanji.llm.TokenUsage;
import hanji.llm.Tokens;
import hanji.prompt.PromptCatalog;
import hanji.prompt.PromptTemplate;
import hanji.segment.Provenance;
import hanji.segment.SourceHash;
import hanji.segment.UnitKind;
import hanji.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// From a request to texts: prompt, cache, model. Writes nothing but the cache and the record of
/// calls.
public final class Drafter {

    private final PromptCatalog prompts;
    private final Wording wording;
    private final Asking asking;
    private final ChatGateway gateway;
    private final CompletionStore store;
    private final CompletionCache cache;
    private final Clock clock;

    public Drafter(
            PromptCatalog prompts,
            ChatGateway gateway,
            Database database,
            Clock clock,
            Patience patience) {
        this.store = new CompletionStore(database, clock);
        this.prompts = prompts;
        this.gateway = gateway;
        this.wording = new Wording(prompts);
        this.asking = new Asking(gateway, store, patience);
        this.cache = new CompletionCache(store);
        this.clock = clock;
    }

    /// For a person who waits for the whole.
    public DraftResult draft(DraftRequest request, Model model, boolean fresh) {
        return draft(request, model, fresh, Priority.INTERACTIVE, null);
    }

    /// Waits for the texts; meant for virtual threads.
    ///
    /// @param fresh whether to ask again although the same was answered before
    /// @param growing gets the text again and again, each time longer, while it is being written;
    ///   it starts over when a model is asked again. Called from other threads, one at a time, and
    ///   only for a request that wants one text and has to ask for it
    public DraftResult draft(
            DraftRequest request,
            Model model,
            boolean fresh,
            Priority priority,
            @Nullable Consumer<String> growing) {
        if (!model.live() && request.instruction() != null) {
            return new NotDrafted(
                    "A recorded answer cannot follow an instruction: edit the text, or connect a model"
                            + " (README, \"Connecting a model\") and choose it.");
        }
        Wording.Worded worded = wording.put(request);
        CompletionKey key = CompletionKey.of(model, worded.request());
        Supplier<Asking.Result> question =
                () ->
                        asking.ask(
                                new Asking.Question(
                                        model,
                                        worded.request(),
                                        request,
                                        key,
                                        priority,
                                        Listening.to(request, growing)));
        CompletionCache.Lookup lookup =
                model.live()
                        ? cache.get(key, fresh, question)
                        : new CompletionCache.Lookup(question.get(), false);
        return switch (lookup.result()) {
            case Asking.Result.Useful useful ->
                    read(
                            request,
                            model,
                            worded.prompt().template(),
                            key,
                            useful.answer(),
                            lookup.paidBefore());
            case Asking.Result.Useless useless -> new NotDrafted(useless.reason());
        };
    }

    private DraftResult read(
            DraftRequest request,
            Model model,
            PromptTemplate prompt,
            CompletionKey key,
            PaidAnswer answer,
            boolean paidBefore) {
        return switch (AnswerReader.read(request, answer.text())) {
            case AnswerReader.Reading.Whole whole ->
                    new Drafted(
                            whole.texts(),
                            new Provenance.Machine(
                                    model.id(),
                                    answer.modelName(),
                                    prompt.label(),
                                    recipe(prompt, model),
                                    key.hex(),
                                    answer.usage().in(),
                                    answer.usage().out(),
                                    model.cost(answer.usage()),
                                    answer.millis(),
                                    answer.attempts(),
                                    whole.texts().size(),
                                    paidBefore,
                                    request.instruction(),
                                    clock.instant()));
            case AnswerReader.Reading.Malformed malformed ->
                    new NotDrafted(
                            "A kept answer of %s %s.".formatted(model.id(), malformed.problem()));
        };
    }

    /// Whether a draft of that provenance would be asked for in the same way today.
    public boolean current(UnitKind kind, Provenance.Machine draft) {
        return gateway.find(draft.model())
                .map(model -> recipe(kind, model).equals(draft.recipe()))
                .orElse(false);
    }

    private String recipe(UnitKind kind, Model model) {
        return recipe(prompts.template(Wording.promptId(kind)), model);
    }

    /// Recorded answers do not depend on a prompt's wording, so an edit of it leaves them fresh.
    private static String recipe(PromptTemplate prompt, Model model) {
        @Nullable Double temperature = model.temperature();
        Map<String, String> parts =
                model.live()
                        ? Map.of(
                                "prompt",
                                prompt.version(),
                                "temperature",
                                String.valueOf(temperature))
                        : Map.of();
        return SourceHash.of(model.provider() + '\n' + model.name() + '\n' + new TreeMap<>(parts))
                .hex()
                .substring(0, 16);
    }

    /// What a request would take; asks nobody.
    public Estimate estimate(DraftRequest request, Model model) {
        ModelRequest worded = wording.put(request).request();
        int in = Tokens.count(worded.system()) + Tokens.count(worded.user());
        int out = request.segments().stream().mapToInt(piece -> Tokens.count(piece.text())).sum();
        boolean paid = !model.live() || store.find(CompletionKey.of(model, worded)).isPresent();
        return new Estimate(paid, in, out, model.cost(new TokenUsage(in, out)));
    }

    /// What was spent, by day and model, the newest first.
    public List<Usage> usage() {
        return store.usage();
    }
}
