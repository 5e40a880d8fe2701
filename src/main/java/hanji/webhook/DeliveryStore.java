package hanji.webhook;

import hanji.webhook.Delivery.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table `webhook_delivery`.
final class DeliveryStore {

    private static final int LONGEST_OUTCOME = 500;

    private DeliveryStore() {}

    static void add(Handle handle, Delivery delivery) {
        handle.createUpdate(
                        "insert into webhook_delivery (id, hook, event, subject, body, state, attempts, next_at, created_at)"
                                + " values (:id, :hook, :event, :subject, :body, :state, 0, :next, :created)")
                .bind("id", delivery.id())
                .bind("hook", delivery.hook())
                .bind("event", delivery.event())
                .bind("subject", delivery.subject())
                .bind("body", delivery.body())
                .bind("state", delivery.state().wire())
                .bind("next", delivery.nextAt().atOffset(ZoneOffset.UTC))
                .bind("created", delivery.createdAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// What waits for one of these and is due, the oldest first.
    static List<Delivery> due(Handle handle, Collection<String> hooks, Instant now, int most) {
        return handle.createQuery(
                        "select * from webhook_delivery where state = 'waiting' and next_at <= :now"
                                + " and hook in (<hooks>) order by next_at, id")
                .bindList("hooks", List.copyOf(hooks))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .setMaxRows(most)
                .map((row, _) -> delivery(row))
                .list();
    }

    /// Takes one in hand, unless another process did.
    ///
    /// @param until when it is due again for whoever comes, should this process die
    static boolean claim(Handle handle, Delivery delivery, Instant until) {
        return handle.createUpdate(
                                "update webhook_delivery set attempts = attempts + 1, next_at = :until"
                                        + " where id = :id and attempts = :attempts and state = 'waiting'")
                        .bind("until", until.atOffset(ZoneOffset.UTC))
                        .bind("id", delivery.id())
                        .bind("attempts", delivery.attempts())
                        .execute()
                == 1;
    }

    static void ended(Handle handle, String id, State state, String outcome, Instant at) {
        handle.createUpdate(
                        "update webhook_delivery set state = :state, outcome = :outcome, done_at = :at where id = :id")
                .bind("state", state.wire())
                .bind("outcome", bounded(outcome))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .execute();
    }

    static void again(Handle handle, String id, String outcome, Instant next) {
        handle.createUpdate(
                        "update webhook_delivery set outcome = :outcome, next_at = :next where id = :id")
                .bind("outcome", bounded(outcome))
                .bind("next", next.atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .execute();
    }

    /// The newest first.
    static List<Delivery> recent(Handle handle, int most) {
        return handle.createQuery(
                        "select * from webhook_delivery order by created_at desc, id desc")
                .setMaxRows(most)
                .map((row, _) -> delivery(row))
                .list();
    }

    private static String bounded(String outcome) {
        return outcome.substring(0, Math.min(LONGEST_OUTCOME, outcome.length()));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("id"),
                row.getString("hook"),
                row.getString("event"),
                row.getString("subject"),
                row.getString("body"),
                State.of(row.getString("state")),
                row.getInt("attempts"),
                at(row, "next_at"),
                row.getString("outcome"),
                at(row, "created_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
