package hanji.account;

import hanji.store.Database;
import hanji.store.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The table `audit`: what people did, in one chain. Lines are only added; a line that is changed,
/// taken out or put in breaks the chain for all that follow, and one that is cut off at the end
/// differs from `audit_head`.
public final class AuditLog {

    private static final int LONGEST = 2_000;

    private final Clock clock;

    public AuditLog(Clock clock) {
        this.clock = clock;
    }

    /// Adds a line about what is no change of its own.
    public void write(
            Database database,
            Editor who,
            AuditAction action,
            String subject,
            @Nullable String detail) {
        database.write(handle -> {
            append(handle, who, action, subject, detail);
            return null;
        });
    }

    /// Adds a line without texts.
    public void append(
            Handle handle,
            Editor who,
            AuditAction action,
            String subject,
            @Nullable String detail) {
        append(handle, who, action, subject, detail, null, null);
    }

    /// Adds a line.
    ///
    /// @param handle of the transaction that does what the line tells; others wait for its end from
    ///   here on, so that it comes last
    public void append(
            Handle handle,
            Editor who,
            AuditAction action,
            String subject,
            @Nullable String detail,
            @Nullable String before,
            @Nullable String after) {
        Head head = head(handle, " for update");
        AuditEntry entry =
                AuditEntry.of(
                        head.number() + 1,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        who.name(),
                        who.address(),
                        action.wire(),
                        bounded(subject),
                        detail == null ? null : bounded(detail),
                        before,
                        after,
                        head.hash());
        insert(handle, entry);
        handle.createUpdate("update audit_head set number = :number, hash = :hash")
                .bind("number", entry.number())
                .bind("hash", entry.hash())
                .execute();
    }

    private static void insert(Handle handle, AuditEntry entry) {
        handle.createUpdate(
                        "insert into audit (number, at, actor, address, action, subject, detail, before_hash, after_hash, previous, hash)"
                                + " values (:number, :at, :actor, :address, :action, :subject, :detail, :before, :after, :previous, :hash)")
                .bind("number", entry.number())
                .bind("at", entry.at().atOffset(ZoneOffset.UTC))
                .bind("actor", entry.actor())
                .bind("address", entry.address())
                .bind("action", entry.action())
                .bind("subject", entry.subject())
                .bind("detail", entry.detail())
                .bind("before", entry.before())
                .bind("after", entry.after())
                .bind("previous", entry.previous())
                .bind("hash", entry.hash())
                .execute();
    }

    private record Head(long number, String hash) {}

    private static Head head(Handle handle, String lock) {
        return handle.createQuery("select number, hash from audit_head" + lock)
                .map((row, _) -> new Head(row.getLong("number"), row.getString("hash")))
                .one();
    }

    private static String bounded(String text) {
        String kept = StorableText.of(text);
        return kept.length() <= LONGEST
                ? kept
                : kept.substring(0, kept.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("address"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("before_hash"),
                row.getString("after_hash"),
                row.getString("previous"),
                row.getString("hash"));
    }

    /// The hash after, of the newest line that tells of something.
    public Optional<String> last(Handle handle, AuditAction action) {
        return handle.createQuery(
                        "select after_hash from audit where action = :action order by number desc limit 1")
                .bind("action", action.wire())
                .mapTo(String.class)
                .findOne();
    }

    /// The newest first.
    ///
    /// @param before the number of the last one seen; [Long#MAX_VALUE] for the first page
    public static List<AuditEntry> page(Handle handle, long before, int size) {
        return handle.createQuery(
                        "select * from audit where number < :before order by number desc limit :size")
                .bind("before", before)
                .bind("size", size)
                .map((row, _) -> entry(row))
                .list();
    }

    /// All lines, the oldest first, one after another.
    public static void each(Handle handle, Consumer<AuditEntry> reader) {
        try (Stream<AuditEntry> all =
                handle
                        .createQuery("select * from audit order by number")
                        .setFetchSize(1_000)
                        .map((row, _) -> entry(row))
                        .stream()) {
            all.forEach(reader);
        }
    }

    /// Where the chain is broken, in a sentence; empty when it is whole.
    public static Optional<String> broken(Handle handle) {
        // the end first: lines that come meanwhile are of the next look
        Head head = head(handle, "");
        Chain chain = new Chain(head);
        each(handle, chain::add);
        return chain.end();
    }

    private static final class Chain {
        private final Head head;
        private long number;
        private String hash = AuditEntry.FIRST;
        private @Nullable String broken;

        Chain(Head head) {
            this.head = head;
        }

        void add(AuditEntry entry) {
            if (entry.number() > head.number()) {
                return;
            }
            if (broken == null && entry.number() != number + 1) {
                broken = "line %d is missing".formatted(number + 1);
            } else if (broken == null
                    && !(entry.previous().equals(hash) && entry.hash().equals(entry.expected()))) {
                broken = "line %d is not what was written".formatted(entry.number());
            }
            number = entry.number();
            hash = entry.hash();
        }

        Optional<String> end() {
            if (broken == null && !(head.number() == number && head.hash().equals(hash))) {
                broken = "lines after %d are missing".formatted(number);
            }
            return Optional.ofNullable(broken);
        }
    }
}
