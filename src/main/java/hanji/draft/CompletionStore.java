package hanji.draft;

import hanji.llm.CompletionKey;
import hanji.llm.Model;
import hanji.llm.TokenUsage;
import hanji.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps answers that were paid for, and a line for every call.
final class CompletionStore {

    private final Database database;
    private final Clock clock;

    CompletionStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<PaidAnswer> find(CompletionKey key) {
        return database.read(handle ->
                handle.createQuery("select * from completion where request = :key")
                        .bind("key", key.hex())
                        .map((row, _) ->
                                new PaidAnswer(
                                        row.getString("text"),
                                        row.getString("model_name"),
                                        new TokenUsage(
                                                row.getInt("tokens_in"), row.getInt("tokens_out")),
                                        row.getLong("millis"),
                                        row.getInt("attempts")))
                        .findOne());
    }

    /// A later answer to the same request takes the place of the earlier one, whose text stays in
    /// the history of the units it was used for.
    void keep(CompletionKey key, PaidAnswer answer) {
        database.write(handle -> {
            handle.createUpdate("delete from completion where request = :key")
                    .bind("key", key.hex())
                    .execute();
            return handle.createUpdate(
                            "insert into completion"
                                    + " (request, model_name, text, tokens_in, tokens_out, millis, attempts, at)"
                                    + " values (:key, :model, :text, :in, :out, :millis, :attempts, :at)"
                                    + " on conflict do nothing")
                    .bind("key", key.hex())
                    .bind("model", bounded(answer.modelName(), 200))
                    .bind("text", answer.text())
                    .bind("in", answer.usage().in())
                    .bind("out", answer.usage().out())
                    .bind("millis", answer.millis())
                    .bind("attempts", answer.attempts())
                    .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
        });
    }

    void logCall(
            CompletionKey key,
            Model model,
            String outcome,
            TokenUsage usage,
            Duration latency,
            @Nullable String problem) {
        database.write(handle ->
                handle.createUpdate(
                                "insert into model_call"
                                        + " (at, model, model_name, request, outcome, tokens_in, tokens_out, cost, millis, problem)"
                                        + " values (:at, :model, :name, :request, :outcome, :in, :out, :cost, :millis, :problem)")
                        .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .bind("model", bounded(model.id(), 100))
                        .bind("name", bounded(model.name(), 200))
                        .bind("request", key.hex())
                        .bind("outcome", outcome)
                        .bind("in", usage.in())
                        .bind("out", usage.out())
                        .bind("cost", model.cost(usage))
                        .bind("millis", latency.toMillis())
                        .bind("problem", problem == null ? null : bounded(problem, 4000))
                        .execute());
    }

    /// By day (UTC) and model, the newest first.
    List<Usage> usage() {
        return database.read(handle ->
                handle.createQuery(
                                "select cast(at at time zone 'UTC' as date) as d, model,"
                                        + " count(*) as calls, sum(case when outcome = 'answered' then 0 else 1 end) as failed,"
                                        + " sum(tokens_in) as tokens_in, sum(tokens_out) as tokens_out, sum(cost) as cost"
                                        + " from model_call group by d, model order by d desc, model")
                        .map((row, _) ->
                                new Usage(
                                        row.getObject("d", LocalDate.class),
                                        row.getString("model"),
                                        row.getLong("calls"),
                                        row.getLong("failed"),
                                        row.getLong("tokens_in"),
                                        row.getLong("tokens_out"),
                                        row.getBigDecimal("cost")))
                        .list());
    }

    /// What a server or a configuration calls things is of any length; columns are not.
    private static String bounded(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
