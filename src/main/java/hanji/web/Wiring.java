package hanji.web;

import hanji.account.Accounts;
import hanji.account.Logins;
import hanji.account.Sessions;
import hanji.account.Tokens;
import hanji.batch.Batches;
import hanji.batch.EffectRedo;
import hanji.batch.Redos;
import hanji.digest.DigestParser;
import hanji.draft.Drafter;
import hanji.draft.Guide;
import hanji.draft.Judge;
import hanji.draft.Patience;
import hanji.draft.Repairs;
import hanji.exchange.DigestExchange;
import hanji.exchange.DigestImport;
import hanji.llm.ChatGateway;
import hanji.llm.Model;
import hanji.llm.Models;
import hanji.llm.ModelsConfig;
import hanji.llm.RecordedAnswers;
import hanji.memory.Memory;
import hanji.prompt.PromptCatalog;
import hanji.publish.DigestExport;
import hanji.publish.Publisher;
import hanji.publish.Telling;
import hanji.qa.Inspector;
import hanji.review.Assignments;
import hanji.review.Comments;
import hanji.review.Figures;
import hanji.review.Presences;
import hanji.review.ReviewDesk;
import hanji.review.TypedTexts;
import hanji.search.Search;
import hanji.segment.Problem;
import hanji.segment.SourceHash;
import hanji.store.Database;
import hanji.termbase.Termbase;
import hanji.webhook.Webhook;
import hanji.webhook.Webhooks;
import hanji.webhook.WebhooksConfig;
import hanji.workbench.Effects;
import hanji.workbench.Judging;
import hanji.workbench.Workbench;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/// Puts the server together: every class below `web` has a plain constructor, and this is where it
/// is called.
final class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Database database(ServerConfig config) {
        return Database.open(config.address());
    }

    void close(@Disposes Database database) {
        database.close();
    }

    @Produces
    @Singleton
    PromptCatalog prompts(ServerConfig config) {
        return PromptCatalog.load(config.home().resolve("prompts"));
    }

    @Produces
    @Singleton
    ChatGateway models(ModelsConfig models, ServerConfig config) {
        return new Models(
                models, new RecordedAnswers(config.home().resolve("fixtures").resolve("authored")));
    }

    @Produces
    @Singleton
    Termbase termbase(Database database, Clock clock) {
        return new Termbase(database, clock);
    }

    @Produces
    @Singleton
    Inspector inspector(ServerConfig config, Termbase termbase) {
        // checks run in the middle of transactions
        termbase.terms();
        return new Inspector(config.grading(), termbase::known);
    }

    @Produces
    @Singleton
    Drafter drafter(
            PromptCatalog prompts,
            ChatGateway gateway,
            Database database,
            Clock clock,
            ServerConfig config) {
        return new Drafter(
                prompts, gateway, database, clock, Patience.USUAL, config.address().journal());
    }

    @Produces
    @Singleton
    Guide guide(Termbase termbase, Memory memory) {
        return new Guide(termbase::terms, memory);
    }

    @Produces
    @Singleton
    Repairs repairs(Drafter drafter, Inspector inspector, ServerConfig config) {
        return new Repairs(drafter, inspector, config.repair());
    }

    @Produces
    @Singleton
    ReviewDesk reviews(
            Database database,
            Inspector inspector,
            Drafter drafter,
            Termbase termbase,
            Clock clock,
            ServerConfig config) {
        return new ReviewDesk(
                database,
                inspector,
                drafter::current,
                termbase::known,
                clock,
                config.judge().orElse(null),
                config.ownWords());
    }

    @Produces
    @Singleton
    Figures figures(Database database, Clock clock) {
        return new Figures(database, clock);
    }

    @Produces
    @Singleton
    TypedTexts typed(Database database, Clock clock) {
        return new TypedTexts(database, clock);
    }

    @Produces
    @Singleton
    DigestParser parser() {
        return new DigestParser();
    }

    @Produces
    @Singleton
    Workbench workbench(
            Database database,
            DigestParser parser,
            Drafter drafter,
            Repairs repairs,
            ReviewDesk reviews,
            ChatGateway gateway,
            Guide guide,
            Clock clock) {
        return new Workbench(database, parser, drafter, repairs, reviews, gateway, guide, clock);
    }

    @Produces
    @Singleton
    Search search(
            Database database,
            Workbench workbench,
            PromptCatalog prompts,
            ChatGateway gateway,
            Clock clock,
            ServerConfig config) {
        String configuration =
                SourceHash.of(gateway.models() + "\n" + List.copyOf(prompts.templates())).hex();
        return new Search(database, workbench, clock, config.searchFolder(), configuration);
    }

    @Produces
    @Singleton
    Memory memory(Database database, Clock clock, ServerConfig config) {
        return new Memory(database, clock, config.memoryFolder());
    }

    @Produces
    @Singleton
    Judging judging(
            Workbench workbench,
            ReviewDesk reviews,
            Drafter drafter,
            ChatGateway gateway,
            ServerConfig config) {
        return new Judging(
                workbench,
                reviews,
                config.judge().map(id -> judge(drafter, gateway, id)).orElse(null));
    }

    private static Judge judge(Drafter drafter, ChatGateway gateway, String id) {
        return gateway.find(id)
                .filter(Model::live)
                .map(model -> new Judge(drafter, model))
                .orElseThrow(() ->
                        Problem.setup(
                                "hanji.judge.model is \"%s\", and no model of that name is configured: set hanji.llm.models.%s.provider and .model, or leave it out.",
                                id, id));
    }

    @Produces
    @Singleton
    Batches batches(
            Database database,
            Workbench workbench,
            Drafter drafter,
            Judging judging,
            Clock clock,
            ServerConfig config) {
        return new Batches(
                database, workbench, drafter, judging, config.daily(), config.heartbeat(), clock);
    }

    @Produces
    @Singleton
    Effects effects(Workbench workbench, Termbase termbase, Inspector inspector, Clock clock) {
        return new Effects(workbench, termbase, inspector, clock);
    }

    @Produces
    @Singleton
    EffectRedo effectRedo(
            Effects effects, Workbench workbench, Termbase termbase, Batches batches) {
        return new EffectRedo(effects, workbench, termbase, batches);
    }

    @Produces
    @Singleton
    Redos redos(Workbench workbench) {
        return new Redos(workbench);
    }

    @Produces
    @Singleton
    Publisher publisher(
            Workbench workbench,
            ReviewDesk reviews,
            Database database,
            Clock clock,
            Webhooks webhooks,
            ServerConfig config) {
        return new Publisher(
                workbench,
                reviews,
                database,
                clock,
                new Telling(webhooks, config.publishAddress().orElse(null)));
    }

    @Produces
    @Singleton
    Webhooks webhooks(Database database, WebhooksConfig config, Vertx vertx, Clock clock) {
        return new Webhooks(
                database,
                Webhook.of(config),
                new WebhookPost(vertx, Webhook.allowed(config)),
                clock);
    }

    @Produces
    @Singleton
    Accounts accounts(Database database, Clock clock) {
        return new Accounts(database, clock);
    }

    @Produces
    @Singleton
    Logins logins(Database database, Clock clock) {
        return new Logins(database, clock);
    }

    @Produces
    @Singleton
    Sessions sessions(Database database, Clock clock, ServerConfig config) {
        return new Sessions(database, clock, config.idleSession(), config.longestSession());
    }

    @Produces
    @Singleton
    Tokens tokens(Database database, Clock clock) {
        return new Tokens(database, clock);
    }

    @Produces
    @Singleton
    Presences presences(Database database, Clock clock) {
        return new Presences(database, clock);
    }

    @Produces
    @Singleton
    Comments comments(Database database, Clock clock, ServerConfig config) {
        return new Comments(database, clock, config.auth() != Auth.LOCAL);
    }

    @Produces
    @Singleton
    Assignments assignments(Database database, Clock clock, ServerConfig config) {
        return new Assignments(database, clock, config.auth() != Auth.LOCAL);
    }

    @Produces
    @Singleton
    DigestExport export(Publisher publisher) {
        return new DigestExport(publisher);
    }

    @Produces
    @Singleton
    DigestExchange exchange(
            Publisher publisher, Termbase termbase, Comments comments, Clock clock) {
        return new DigestExchange(publisher, termbase, comments, clock);
    }

    @Produces
    @Singleton
    DigestImport imports(Workbench workbench) {
        return new DigestImport(workbench);
    }
}
