package hanji.review;

import hanji.account.AuditAction;
import hanji.account.AuditLog;
import hanji.account.Editor;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.store.Database;
import hanji.store.StorableText;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// What people say of units, and whom they call to it.
public final class Comments {

    /// In characters; a page of a book has as many.
    public static final int LONGEST = 2_000;

    /// Of one unit.
    private static final int MOST = 200;

    /// How long somebody may take back what she said: who answered it later has read it.
    private static final Duration TAKEN_BACK = Duration.ofHours(24);

    private final Database database;
    private final Clock clock;
    private final Names names;
    private final AuditLog audit;

    /// @param accounts whether people have accounts here, so that only these can be called
    public Comments(Database database, Clock clock, boolean accounts) {
        this.database = database;
        this.clock = clock;
        this.names = new Names(accounts);
        this.audit = new AuditLog(clock);
    }

    /// What was said of a unit, the oldest first.
    public List<Comment> of(UnitId unit) {
        return database.read(handle -> CommentStore.of(handle, unit));
    }

    /// Says something of a unit, and calls whom it names as `@name`. Who called her on this unit
    /// before is answered by it.
    ///
    /// @param version of the unit that she has before her
    /// @throws Problem (bad input) for nothing; (too large) for too much
    public Comment add(Unit unit, int version, String text, Editor who) {
        String said = StorableText.of(text.strip().replace("\r\n", "\n").replace('\r', '\n'));
        if (said.isEmpty()) {
            throw Problem.badInput("The comment is empty: write one.");
        }
        if (said.length() > LONGEST) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "The comment has %,d characters; keep it below %,d.",
                    said.length(),
                    LONGEST);
        }
        return database.write(handle -> {
            if (CommentStore.of(handle, unit.id()).size() >= MOST) {
                throw Problem.conflict("There are %d comments on this already.", MOST);
            }
            long id =
                    handle.createUpdate(
                                    "insert into unit_comment (digest, lang, unit, version, actor, text, at)"
                                            + " values (:digest, :lang, :unit, :version, :actor, :text, :now)")
                            .bind("digest", unit.digest())
                            .bind("lang", unit.id().language().tag())
                            .bind("unit", unit.id().toString())
                            .bind("version", version)
                            .bind("actor", who.name())
                            .bind("text", said)
                            .bind("now", now())
                            .executeAndReturnGeneratedKeys("id")
                            .mapTo(Long.class)
                            .one();
            call(handle, id, said);
            answered(handle, unit.id(), who);
            audit.append(handle, who, AuditAction.COMMENT, unit.id().toString(), "add " + id);
            return one(handle, unit.id(), id);
        });
    }

    private void call(Handle handle, long comment, String text) {
        PreparedBatch calls =
                handle.prepareBatch("insert into mention (comment_id, name) values (:id, :name)");
        names.called(handle, text)
                .forEach(name -> calls.bind("id", comment).bind("name", name).add());
        calls.execute();
    }

    private void answered(Handle handle, UnitId unit, Editor who) {
        handle.createUpdate(
                        "update mention set read_at = :now where name = :name and read_at is null"
                                + " and comment_id in (select id from unit_comment where unit = :unit and actor <> :actor)")
                .bind("now", now())
                .bind("name", name(who))
                .bind("unit", unit.toString())
                .bind("actor", who.name())
                .execute();
    }

    /// Calls a comment settled; harmless when it is.
    ///
    /// @throws Problem (not found)
    public void resolve(UnitId unit, long comment, Editor who) {
        database.write(handle -> {
            if (one(handle, unit, comment).open()) {
                handle.createUpdate(
                                "update unit_comment set resolved_by = :who, resolved_at = :now where id = :id")
                        .bind("who", who.name())
                        .bind("now", now())
                        .bind("id", comment)
                        .execute();
                settled(handle, comment);
                audit.append(
                        handle, who, AuditAction.COMMENT, unit.toString(), "resolve " + comment);
            }
            return null;
        });
    }

    /// Takes back what she said herself; that she said something stays in the history.
    ///
    /// @throws Problem (not found); (forbidden) for another's; (conflict) after a day
    public void remove(UnitId unit, long comment, Editor who) {
        database.write(handle -> {
            Comment said = one(handle, unit, comment);
            if (!said.actor().equals(who.name())) {
                throw Problem.forbidden("Only %s can take that back.", said.actor());
            }
            if (!retractable(said, who)) {
                throw Problem.conflict("What was said a day ago stays: say what is different now.");
            }
            handle.createUpdate(
                            "update unit_comment set text = '', removed_at = :now where id = :id")
                    .bind("now", now())
                    .bind("id", comment)
                    .execute();
            handle.createUpdate("delete from mention where comment_id = :id")
                    .bind("id", comment)
                    .execute();
            audit.append(handle, who, AuditAction.COMMENT, unit.toString(), "remove " + comment);
            return null;
        });
    }

    /// Whether she can take it back (still).
    public boolean retractable(Comment comment, Editor who) {
        return comment.removedAt() == null
                && comment.actor().equals(who.name())
                && comment.at().plus(TAKEN_BACK).isAfter(clock.instant());
    }

    /// The comments that call somebody and that she has not read, the newest first.
    public List<Mention> unread(Editor who, int limit) {
        return database.read(handle ->
                handle.createQuery(
                                "select c.* from mention m join unit_comment c on c.id = m.comment_id"
                                        + " where m.name = :name and m.read_at is null and c.removed_at is null"
                                        + " and c.actor <> :actor order by c.id desc limit :limit")
                        .bind("name", name(who))
                        .bind("actor", who.name())
                        .bind("limit", limit)
                        .map((row, _) ->
                                new Mention(
                                        row.getLong("id"),
                                        row.getString("digest"),
                                        Language.of(row.getString("lang")),
                                        UnitId.of(row.getString("unit")),
                                        row.getString("actor"),
                                        row.getString("text"),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                        .list());
    }

    /// She has read what calls her.
    public void read(long comment, Editor who) {
        database.write(handle ->
                handle.createUpdate(
                                "update mention set read_at = :now where comment_id = :id"
                                        + " and name = :name and read_at is null")
                        .bind("now", now())
                        .bind("id", comment)
                        .bind("name", name(who))
                        .execute());
    }

    private void settled(Handle handle, long comment) {
        handle.createUpdate(
                        "update mention set read_at = :now where comment_id = :id and read_at is null")
                .bind("now", now())
                .bind("id", comment)
                .execute();
    }

    private static Comment one(Handle handle, UnitId unit, long comment) {
        return CommentStore.of(handle, unit).stream()
                .filter(one -> one.id() == comment)
                .findFirst()
                .orElseThrow(
                        () -> Problem.notFound("There is no comment %d on %s.", comment, unit));
    }

    private static String name(Editor who) {
        return who.name().toLowerCase(Locale.ROOT);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
