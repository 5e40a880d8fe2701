package hanji.draft;

import hanji.llm.CompletionKey;
import hanji.llm.TokenUsage;
import hanji.store.Database;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Keeps answers that were paid for, and a line for every call.
final class CompletionStore {

    private static final String INSERT_ANSWER =
            "insert into completion"
                    + " (request, model_name, text, tokens_in, tokens_out, millis, attempts, at)"
                    + " values (:key, :model, :text, :in, :out, :millis, :attempts, :at)"
                    + " on conflict do nothing";
    private static final String CALL_COLUMNS =
            "insert into model_call"
                    + " (at, model, model_name, request, batch, outcome, tokens_in, tokens_out, cost, millis, problem) ";
    private static final String CALL_VALUES =
            ":at, :model, :name, :request, :batch, :outcome, :in, :out, :cost, :millis, :problem";

    private final Database database;

    CompletionStore(Database database) {
        this.database = database;
    }

    Optional<PaidAnswer> find(CompletionKey key) {
        return Optional.ofNullable(find(List.of(key.hex())).get(key.hex()));
    }

    /// Those of the answers that are there, by key.
    Map<String, PaidAnswer> find(Collection<String> keys) {
        Map<String, PaidAnswer> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        database.read(handle ->
                handle.createQuery("select * from completion where request in (<keys>)")
                        .bindList("keys", List.copyOf(keys))
                        .map((row, _) ->
                                found.put(
                                        row.getString("request"),
                                        new PaidAnswer(
                                                row.getString("text"),
                                                row.getString("model_name"),
                                                new TokenUsage(
                                                        row.getInt("tokens_in"),
                                                        row.getInt("tokens_out")),
                                                row.getLong("millis"),
                                                row.getInt("attempts"))))
                        .list());
        return found;
    }

    /// A later answer to the same request takes the place of the earlier one, whose text stays in
    /// the history of the units it was used for.
    void keep(List<Call> calls) {
        Map<String, Call> answers = answers(calls);
        database.write(handle -> {
            insertCalls(handle, CALL_COLUMNS + "values (" + CALL_VALUES + ")", calls);
            if (!answers.isEmpty()) {
                PreparedBatch old =
                        handle.prepareBatch("delete from completion where request = :key");
                answers.keySet().forEach(key -> old.bind("key", key).add());
                old.execute();
                insertAnswers(handle, answers);
            }
            return null;
        });
    }

    /// What a killed process left; the database may have some of it.
    void keepLeft(List<Call> calls) {
        database.write(handle -> {
            insertCalls(
                    handle,
                    CALL_COLUMNS
                            + "select "
                            + CALL_VALUES
                            + " where not exists (select 1 from model_call where request = :request and at = :at)",
                    calls);
            insertAnswers(handle, answers(calls));
            return null;
        });
    }

    private static Map<String, Call> answers(List<Call> calls) {
        Map<String, Call> answers = new LinkedHashMap<>();
        calls.stream()
                .filter(call -> call.answer() != null)
                .forEach(call -> answers.put(call.request(), call));
        return answers;
    }

    private static void insertCalls(Handle handle, String sql, List<Call> calls) {
        PreparedBatch rows = handle.prepareBatch(sql);
        for (Call call : calls) {
            rows.bind("at", call.at().atOffset(ZoneOffset.UTC))
                    .bind("model", call.model())
                    .bind("name", call.name())
                    .bind("request", call.request())
                    .bind("batch", call.batch())
                    .bind("outcome", call.outcome())
                    .bind("in", call.usage().in())
                    .bind("out", call.usage().out())
                    .bind("cost", call.cost())
                    .bind("millis", call.millis())
                    .bind("problem", call.problem())
                    .add();
        }
        if (!calls.isEmpty()) {
            rows.execute();
        }
    }

    private static void insertAnswers(Handle handle, Map<String, Call> calls) {
        PreparedBatch rows = handle.prepareBatch(INSERT_ANSWER);
        calls.forEach((key, call) -> {
            PaidAnswer answer = call.answer();
            if (answer != null) {
                rows.bind("key", key)
                        .bind("model", Call.bounded(answer.modelName(), 200))
                        .bind("text", answer.text())
                        .bind("in", answer.usage().in())
                        .bind("out", answer.usage().out())
                        .bind("millis", answer.millis())
                        .bind("attempts", answer.attempts())
                        .bind("at", call.at().atOffset(ZoneOffset.UTC))
                        .add();
            }
        });
        if (rows.size() > 0) {
            rows.execute();
        }
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
}
