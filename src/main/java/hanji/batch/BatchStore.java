package hanji.batch;

import hanji.batch.BatchProgress.Counts;
import hanji.batch.BatchProgress.Failures;
import hanji.batch.BatchProgress.Scope;
import hanji.batch.BatchProgress.Spent;
import hanji.segment.Language;
import hanji.workbench.Only;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The table `batch`, and what is told of one.
final class BatchStore {

    private static final String UNDER_WAY = "('queued', 'running')";

    /// Adds a batch; false when somebody has used the key.
    boolean add(
            Handle handle,
            Batch batch,
            int open,
            String request,
            String hash,
            @Nullable String key) {
        return handle.createUpdate(
                                "insert into batch (id, idempotency_key, request, request_hash, model, selection,"
                                        + " state, max_cost, max_tokens, unfinished, actor, created_at)"
                                        + " values (:id, :key, :request, :hash, :model, :selection,"
                                        + " :state, :cost, :tokens, :open, :actor, :at) on conflict do nothing")
                        .bind("id", batch.id())
                        .bind("key", key)
                        .bind("request", request)
                        .bind("hash", hash)
                        .bind("model", batch.model())
                        .bind("selection", batch.only().wire())
                        .bind("state", batch.state().wire())
                        .bind("cost", batch.budget().maxCost())
                        .bind("tokens", batch.budget().maxTokens())
                        .bind("open", open)
                        .bind("actor", batch.actor())
                        .bind("at", batch.createdAt().atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    Optional<Batch> find(Handle handle, String id) {
        return handle.createQuery("select * from batch where id = :id")
                .bind("id", id)
                .map((row, _) -> batch(row))
                .findOne();
    }

    /// Makes others who want to change the batch wait until this transaction ends.
    Optional<Batch> locked(Handle handle, String id) {
        return handle.createQuery("select * from batch where id = :id for update")
                .bind("id", id)
                .map((row, _) -> batch(row))
                .findOne();
    }

    /// A batch that was asked for under a key.
    record Keyed(String id, String hash) {}

    Optional<Keyed> keyed(Handle handle, String key) {
        return handle.createQuery("select id, request_hash from batch where idempotency_key = :key")
                .bind("key", key)
                .map((row, _) -> new Keyed(row.getString("id"), row.getString("request_hash")))
                .findOne();
    }

    /// The newest first.
    List<Batch> page(Handle handle, int offset, int limit) {
        return handle.createQuery(
                        "select * from batch order by seq desc"
                                + " offset :offset rows fetch next :limit rows only")
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, _) -> batch(row))
                .list();
    }

    /// Those of some batches that are no longer under way.
    Set<String> over(Handle handle, Collection<String> ids) {
        return Set.copyOf(
                handle.createQuery(
                                "select id from batch where id in (<ids>) and state not in "
                                        + UNDER_WAY)
                        .bindList("ids", List.copyOf(ids))
                        .mapTo(String.class)
                        .list());
    }

    int underWay(Handle handle) {
        return handle.createQuery("select count(*) from batch where state in " + UNDER_WAY)
                .mapTo(Integer.class)
                .one();
    }

    /// Somebody begins to work on it.
    void begin(Handle handle, String id, Instant now) {
        handle.createUpdate(
                        "update batch set state = 'running', started_at = coalesce(started_at, :now)"
                                + " where id = :id and state = 'queued'")
                .bind("id", id)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// Ends a batch that is under way; false when it was over.
    boolean end(Handle handle, String id, BatchState state, @Nullable String problem, Instant now) {
        return handle.createUpdate(
                                "update batch set state = :state, problem = :problem, finished_at = :now"
                                        + " where id = :id and state in "
                                        + UNDER_WAY)
                        .bind("id", id)
                        .bind("state", state.wire())
                        .bind("problem", problem)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /// So many items more are finished; the batch ends with the last.
    void finished(Handle handle, String id, int items, Instant now) {
        handle.createUpdate("update batch set unfinished = unfinished - :items where id = :id")
                .bind("id", id)
                .bind("items", items)
                .execute();
        int left =
                handle.createQuery("select unfinished from batch where id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one();
        if (left == 0) {
            Counts counts = counts(handle, id);
            boolean nothing = counts.done() == 0 && counts.failed() > 0;
            end(
                    handle,
                    id,
                    nothing ? BatchState.FAILED : BatchState.DONE,
                    nothing ? "Nothing could be drafted; the failures say why." : null,
                    now);
        }
    }

    /// It goes on, with so many items more.
    void resume(Handle handle, String id, int items, Budget budget) {
        handle.createUpdate(
                        "update batch set state = 'queued', problem = null, finished_at = null,"
                                + " unfinished = unfinished + :items,"
                                + " max_cost = :cost, max_tokens = :tokens where id = :id")
                .bind("id", id)
                .bind("items", items)
                .bind("cost", budget.maxCost())
                .bind("tokens", budget.maxTokens())
                .execute();
    }

    Counts counts(Handle handle, String id) {
        return handle.createQuery(
                        "select coalesce(sum(total), 0) as total, coalesce(sum(done), 0) as done,"
                                + " coalesce(sum(reused), 0) as reused, coalesce(sum(cached), 0) as cached,"
                                + " coalesce(sum(failed), 0) as failed from batch_item where batch = :id")
                .bind("id", id)
                .map((row, _) -> counts(row))
                .one();
    }

    Spent spent(Handle handle, String id) {
        return handle.createQuery(
                        "select count(*) as calls, coalesce(sum(tokens_in), 0) as tokens_in,"
                                + " coalesce(sum(tokens_out), 0) as tokens_out, sum(cost) as cost"
                                + " from model_call where batch = :id")
                .bind("id", id)
                .map((row, _) ->
                        new Spent(
                                row.getLong("calls"),
                                row.getLong("tokens_in"),
                                row.getLong("tokens_out"),
                                row.getBigDecimal("cost")))
                .one();
    }

    /// Units drafted or failed since a moment.
    int since(Handle handle, String id, Instant moment) {
        return handle.createQuery(
                        "select coalesce(sum(done - reused + failed), 0) from batch_item"
                                + " where batch = :id and at >= :moment")
                .bind("id", id)
                .bind("moment", moment.atOffset(ZoneOffset.UTC))
                .mapTo(Integer.class)
                .one();
    }

    List<Failures> failures(Handle handle, String id) {
        return handle.createQuery(
                        "select reason, sum(failed) as n from batch_item"
                                + " where batch = :id and state = 'failed' group by reason order by n desc, reason")
                .bind("id", id)
                .map((row, _) -> new Failures(row.getString("reason"), row.getInt("n")))
                .list();
    }

    Scope scope(Handle handle, String id) {
        return new Scope(distinct(handle, id, "digest"), distinct(handle, id, "lang"));
    }

    private static List<String> distinct(Handle handle, String id, String column) {
        return handle.createQuery(
                        "select %s from batch_item where batch = :id group by %s order by min(number)"
                                .formatted(column, column))
                .bind("id", id)
                .mapTo(String.class)
                .list();
    }

    /// The newest batch that concerns a digest in a language, so far as it does.
    Optional<Run> latest(Handle handle, String digest, Language language) {
        return handle.createQuery(
                        "select b.id, b.state, b.problem, b.created_at, sum(case when i.chunk < 0 then 0 else i.total end) as total,"
                                + " sum(case when i.chunk < 0 then 0 else i.done end) as done,"
                                + " sum(i.failed) as failed, min(i.reason) as reason, count(case when i.state = 'open' then 1 end) as unfinished"
                                + " from batch b join batch_item i on i.batch = b.id"
                                + " where i.digest = :digest and i.lang = :lang"
                                + " group by b.id, b.seq, b.state, b.problem, b.created_at"
                                + " order by b.seq desc fetch first 1 rows only")
                .bind("digest", digest)
                .bind("lang", language.tag())
                .map((row, _) -> run(row, digest, language))
                .findOne();
    }

    private static Run run(ResultSet row, String digest, Language language) throws SQLException {
        String problem = row.getString("problem");
        BatchState state = BatchState.of(row.getString("state"));
        return new Run(
                row.getString("id"),
                digest,
                language,
                row.getInt("unfinished") == 0 && !state.over() ? BatchState.DONE : state,
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("failed"),
                problem == null ? row.getString("reason") : problem,
                instant(row, "created_at"));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("reused"),
                row.getInt("cached"),
                row.getInt("failed"));
    }

    private static Batch batch(ResultSet row) throws SQLException {
        long tokens = row.getLong("max_tokens");
        Long maxTokens = row.wasNull() ? null : tokens;
        return new Batch(
                row.getString("id"),
                row.getString("model"),
                Only.valueOf(row.getString("selection").toUpperCase(Locale.ROOT)),
                BatchState.of(row.getString("state")),
                row.getString("problem"),
                new Budget(row.getBigDecimal("max_cost"), maxTokens),
                row.getString("actor"),
                instant(row, "created_at"),
                optional(row, "started_at"),
                optional(row, "finished_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
