package hanji.review;

import hanji.segment.Language;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads the tables `unit_comment` and `mention`.
final class CommentStore {

    private CommentStore() {}

    /// What was said of a unit, the oldest first.
    static List<Comment> of(Handle handle, UnitId unit) {
        Map<Long, List<String>> mentions =
                handle
                        .createQuery(
                                "select m.comment_id, m.name from mention m join unit_comment c"
                                        + " on c.id = m.comment_id where c.unit = :unit order by m.name")
                        .bind("unit", unit.toString())
                        .map((row, _) ->
                                Map.entry(row.getLong("comment_id"), row.getString("name")))
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        return handle.createQuery("select * from unit_comment where unit = :unit order by id")
                .bind("unit", unit.toString())
                .map((row, _) -> comment(row, mentions.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static Comment comment(ResultSet row, List<String> mentions) throws SQLException {
        Instant removed = time(row, "removed_at");
        return new Comment(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("actor"),
                removed == null ? row.getString("text") : null,
                row.getObject("at", OffsetDateTime.class).toInstant(),
                removed == null ? mentions : List.of(),
                row.getString("resolved_by"),
                time(row, "resolved_at"),
                removed);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /// How many comments wait for somebody, by unit.
    static Map<String, Integer> open(Handle handle, String digest, Language language) {
        Map<String, Integer> open = new TreeMap<>();
        handle.createQuery(
                        "select unit, count(*) as n from unit_comment where digest = :digest and lang = :lang"
                                + " and resolved_at is null and removed_at is null group by unit")
                .bind("digest", digest)
                .bind("lang", language.tag())
                .map((row, _) -> Map.entry(row.getString("unit"), row.getInt("n")))
                .forEach(entry -> open.put(entry.getKey(), entry.getValue()));
        return open;
    }

    /// A unit's history with what was said of it, the newest first.
    static List<HistoryEntry> within(Handle handle, UnitId unit, List<HistoryEntry> history) {
        List<Comment> comments = of(handle, unit);
        if (comments.isEmpty()) {
            return history;
        }
        Map<Integer, TargetState> states = new HashMap<>();
        history.forEach(entry -> states.put(entry.version(), entry.state()));
        List<HistoryEntry> all = new ArrayList<>(history);
        for (Comment comment : comments) {
            TargetState state = states.getOrDefault(comment.version(), TargetState.INITIAL);
            all.add(said(comment, state, Act.COMMENTED, comment.actor(), comment.at()));
            if (comment.resolvedAt() != null && comment.resolvedBy() != null) {
                all.add(
                        said(
                                comment,
                                state,
                                Act.COMMENT_RESOLVED,
                                comment.resolvedBy(),
                                comment.resolvedAt()));
            }
            if (comment.removedAt() != null) {
                all.add(
                        said(
                                comment,
                                state,
                                Act.COMMENT_REMOVED,
                                comment.actor(),
                                comment.removedAt()));
            }
        }
        // stable: what happened to the unit stays in its own order
        all.sort(Comparator.comparing(HistoryEntry::at).reversed());
        return all;
    }

    private static HistoryEntry said(
            Comment comment, TargetState state, Act act, String actor, Instant at) {
        return new HistoryEntry(
                comment.version(),
                act,
                state,
                null,
                null,
                actor,
                act == Act.COMMENTED ? comment.text() : null,
                at);
    }
}
