package hanji.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.segment.Language;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.store.Bulk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The table `batch_item`: the requests of a batch, and what came of each.
final class ItemStore {

    static final int LONGEST_REASON = 4000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<UnitResult>> RESULTS = new TypeReference<>() {};

    /// What came of an item.
    ///
    /// @param results of its units, those that stood before among them
    /// @param reason of the failure; null when none failed
    record Finished(Item item, List<UnitResult> results, @Nullable String reason) {

        int count(UnitResult.How how) {
            return (int) results.stream().filter(result -> result.how() == how).count();
        }
    }

    /// Adds items that are to be done.
    void add(Handle handle, List<Item> items) {
        add(handle, items.stream().map(item -> new Finished(item, List.of(), null)).toList(), null);
    }

    /// Adds items; those with results are done.
    void add(Handle handle, List<Finished> items, @Nullable Instant now) {
        Bulk.execute(
                handle,
                "insert into batch_item (batch, number, chunk, digest, lang, kind, units, total, state,"
                        + " done, reused, cached, failed, results, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)",
                items,
                (row, finished) -> {
                    Item item = finished.item();
                    int done = finished.results().size();
                    row.add(item.batch())
                            .add(item.number())
                            .add(item.chunk())
                            .add(item.digest())
                            .add(item.language().tag())
                            .add(item.kind().wire())
                            .add(done == 0 ? ids(item) : "")
                            .add(done == 0 ? item.units().size() : done)
                            .add(done == 0 ? "open" : "done")
                            .add(done)
                            .add(done)
                            .add(done == 0 ? null : json(finished.results()))
                            .addOptional(now);
                });
    }

    private static String ids(Item item) {
        return item.units().stream().map(UnitId::toString).collect(Collectors.joining(" "));
    }

    /// What is to be done of a chunk.
    List<Item> open(Handle handle, String batch, int chunk) {
        return handle.createQuery(
                        "select * from batch_item where batch = :batch and chunk = :chunk and state = 'open' order by number")
                .bind("batch", batch)
                .bind("chunk", chunk)
                .map((row, _) -> item(row))
                .list();
    }

    /// A chunk of a batch.
    record Chunk(String batch, int number) {}

    /// Chunks that are to be worked on, and that no scheduled task stands for.
    List<Chunk> forgotten(Handle handle) {
        return handle.createQuery(
                        "select i.batch, i.chunk from batch_item i join batch b on b.id = i.batch"
                                + " where b.state in ('queued', 'running') and i.state = 'open'"
                                + " and not exists (select 1 from scheduled_tasks t where t.task_name = :task"
                                + " and t.task_instance = i.batch || '/' || cast(i.chunk as varchar))"
                                + " group by i.batch, i.chunk order by i.batch, i.chunk")
                .bind("task", BatchQueue.TASK)
                .map((row, _) -> new Chunk(row.getString("batch"), row.getInt("chunk")))
                .list();
    }

    /// Locks items that are open; nobody else finishes them before this transaction ends.
    ///
    /// @return for each whether it is open
    List<Boolean> lock(Handle handle, List<Item> some) {
        int[] locked =
                Bulk.execute(
                        handle,
                        "update batch_item set state = state where batch = ? and number = ? and state = 'open'",
                        some,
                        (row, item) -> row.add(item.batch()).add(item.number()));
        return Arrays.stream(locked).mapToObj(changed -> changed == 1).toList();
    }

    /// Writes what came of open items.
    ///
    /// @return how many were open; when not all were, the transaction is not to be kept
    int finish(Handle handle, List<Finished> items, Instant now) {
        int[] finished =
                Bulk.execute(
                        handle,
                        "update batch_item set state = ?, done = ?, reused = ?, cached = ?, failed = ?,"
                                + " results = ?, reason = ?, at = ?"
                                + " where batch = ? and number = ? and state = 'open'",
                        items,
                        (row, one) -> {
                            int failed = one.count(UnitResult.How.FAILED);
                            row.add(failed > 0 ? "failed" : "done")
                                    .add(one.results().size() - failed)
                                    .add(one.count(UnitResult.How.REUSED))
                                    .add(one.count(UnitResult.How.CACHED))
                                    .add(failed)
                                    .add(json(one.results()))
                                    .add(one.reason())
                                    .add(now)
                                    .add(one.item().batch())
                                    .add(one.item().number());
                        });
        return Arrays.stream(finished).sum();
    }

    /// The failed ones are to be done again.
    int reopen(Handle handle, String batch) {
        return handle.createUpdate(
                        "update batch_item set state = 'open', failed = 0, done = 0, reused = 0, cached = 0,"
                                + " results = null, reason = null, at = null where batch = :batch and state = 'failed'")
                .bind("batch", batch)
                .execute();
    }

    List<Language> languages(Handle handle, String batch) {
        return handle.createQuery("select distinct lang from batch_item where batch = :batch")
                .bind("batch", batch)
                .mapTo(String.class)
                .map(Language::of)
                .list();
    }

    /// Chunks with something to do.
    List<Integer> chunks(Handle handle, String batch) {
        return handle.createQuery(
                        "select distinct chunk from batch_item where batch = :batch and state = 'open' order by chunk")
                .bind("batch", batch)
                .mapTo(Integer.class)
                .list();
    }

    /// Numbers of the items that are finished, in the order of their finishing.
    List<Integer> finished(Handle handle, String batch) {
        return handle.createQuery(
                        "select number from batch_item where batch = :batch and state <> 'open' order by at, number")
                .bind("batch", batch)
                .mapTo(Integer.class)
                .list();
    }

    List<UnitResult> results(Handle handle, String batch, List<Integer> numbers) {
        return handle
                .createQuery(
                        "select results from batch_item where batch = :batch and number in (<numbers>)"
                                + " and results is not null order by at, number")
                .bind("batch", batch)
                .bindList("numbers", numbers)
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(json -> read(json).stream())
                .toList();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getString("batch"),
                row.getInt("number"),
                row.getInt("chunk"),
                row.getString("digest"),
                Language.of(row.getString("lang")),
                UnitKind.of(row.getString("kind")),
                Arrays.stream(row.getString("units").split(" ")).map(UnitId::of).toList());
    }

    private static String json(List<UnitResult> results) {
        try {
            return JSON.writeValueAsString(results);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records are always JSON", e);
        }
    }

    private static List<UnitResult> read(String json) {
        try {
            return JSON.readValue(json, RESULTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored results are what this program wrote", e);
        }
    }
}
