package hanji.draft;

import hanji.llm.CompletionKey;
import hanji.llm.TokenUsage;
import hanji.store.Bulk;
import hanji.store.Database;
import hanji.store.InList;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// Keeps answers that were paid for, and a line for every call.
final class CompletionStore {

    private static final String INSERT_ANSWER =
            "insert into completion"
                    + " (request, model_name, text, tokens_in, tokens_out, millis, attempts, at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict do nothing";
    private static final String CALL_COLUMNS =
            "insert into model_call"
                    + " (at, model, model_name, request, batch, outcome, tokens_in, tokens_out, cost, millis, problem) ";
    private static final String CALL_VALUES = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

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
                        .bindList("keys", InList.of(keys))
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
        database.write(handle -> {
            Bulk.execute(
                    handle,
                    CALL_COLUMNS + "values (" + CALL_VALUES + ")",
                    calls,
                    CompletionStore::bind);
            List<Call> again = insertAnswers(handle, answers(calls));
            Bulk.execute(
                    handle,
                    "delete from completion where request = ?",
                    again,
                    (row, call) -> row.add(call.request()));
            insertAnswers(handle, again);
            return null;
        });
    }

    /// What a killed process left; the database may have some of it.
    void keepLeft(List<Call> calls) {
        database.write(handle -> {
            Bulk.execute(
                    handle,
                    CALL_COLUMNS
                            + "select "
                            + CALL_VALUES
                            + " where not exists (select 1 from model_call where request = ? and at = ?)",
                    calls,
                    (row, call) -> {
                        bind(row, call);
                        row.add(call.request()).add(call.at());
                    });
            insertAnswers(handle, answers(calls));
            return null;
        });
    }

    /// The last of each request.
    private static List<Call> answers(List<Call> calls) {
        Map<String, Call> answers = new LinkedHashMap<>();
        calls.stream()
                .filter(call -> call.answer() != null)
                .forEach(call -> answers.put(call.request(), call));
        return List.copyOf(answers.values());
    }

    private static void bind(Bulk.Row row, Call call) throws SQLException {
        row.add(call.at())
                .add(call.model())
                .add(call.name())
                .add(call.request())
                .add(call.batch())
                .add(call.outcome())
                .add(call.usage().in())
                .add(call.usage().out())
                .add(call.cost())
                .add(call.millis())
                .add(call.problem());
    }

    /// @return those whose request has an answer already
    private static List<Call> insertAnswers(Handle handle, List<Call> calls) {
        int[] added =
                Bulk.execute(
                        handle,
                        INSERT_ANSWER,
                        calls,
                        (row, call) -> {
                            PaidAnswer answer = Objects.requireNonNull(call.answer());
                            row.add(call.request())
                                    .add(Call.bounded(answer.modelName(), 200))
                                    .add(answer.text())
                                    .add(answer.usage().in())
                                    .add(answer.usage().out())
                                    .add(answer.millis())
                                    .add(answer.attempts())
                                    .add(call.at());
                        });
        return IntStream.range(0, calls.size())
                .filter(i -> added[i] == 0)
                .mapToObj(calls::get)
                .toList();
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
