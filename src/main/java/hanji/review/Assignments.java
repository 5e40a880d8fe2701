package hanji.review;

import hanji.account.AuditAction;
import hanji.account.AuditLog;
import hanji.account.Editor;
import hanji.account.Right;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Who sees to which digests and entries.
public final class Assignments {

    /// An entry that the digest no longer holds has number 0, and is nobody's work.
    private static final String SELECT =
            "select a.*, coalesce(e.number, 0) as number, e.title from assignment a"
                    + " left join entry e on e.id = a.entry where (a.entry = 0 or e.number > 0) and ";

    private final Database database;
    private final Clock clock;
    private final Names names;
    private final AuditLog audit;

    /// @param accounts whether people have accounts here, so that only these can be given work
    public Assignments(Database database, Clock clock, boolean accounts) {
        this.database = database;
        this.clock = clock;
        this.names = new Names(accounts);
        this.audit = new AuditLog(clock);
    }

    /// Gives a digest in a language, or one of its entries, to somebody; from whom it was before it
    /// goes.
    ///
    /// @param entry id of the entry; 0 for the whole digest
    /// @throws Problem (forbidden) without the right to approve; (bad input) for a name that nobody
    ///   has
    public void assign(String digest, Language language, long entry, String name, Editor by) {
        by.require(Right.APPROVE, language);
        database.write(handle -> {
            String known = names.one(handle, name);
            delete(handle, digest, language, entry);
            handle.createUpdate(
                            "insert into assignment (digest, lang, entry, name, actor, at)"
                                    + " values (:digest, :lang, :entry, :name, :actor, :now)")
                    .bind("digest", digest)
                    .bind("lang", language.tag())
                    .bind("entry", entry)
                    .bind("name", known)
                    .bind("actor", by.name())
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
            tell(handle, digest, language, entry, by, "to " + known);
            return null;
        });
    }

    /// Gives it to nobody; harmless when it is nobody's.
    ///
    /// @throws Problem (forbidden) without the right to approve
    public void release(String digest, Language language, long entry, Editor by) {
        by.require(Right.APPROVE, language);
        database.write(handle -> {
            if (delete(handle, digest, language, entry) > 0) {
                tell(handle, digest, language, entry, by, "to nobody");
            }
            return null;
        });
    }

    private static int delete(Handle handle, String digest, Language language, long entry) {
        return handle.createUpdate(
                        "delete from assignment where digest = :digest and lang = :lang and entry = :entry")
                .bind("digest", digest)
                .bind("lang", language.tag())
                .bind("entry", entry)
                .execute();
    }

    private void tell(
            Handle handle, String digest, Language language, long entry, Editor by, String detail) {
        String what = entry == 0 ? "" : " entry " + entry;
        audit.append(
                handle,
                by,
                AuditAction.ASSIGNMENT,
                "%s %s%s".formatted(digest, language.tag(), what),
                detail);
    }

    static List<Assignment> of(Handle handle, String digest, Language language) {
        return handle.createQuery(SELECT + "a.digest = :digest and a.lang = :lang order by number")
                .bind("digest", digest)
                .bind("lang", language.tag())
                .map((row, _) -> assignment(row))
                .list();
    }

    /// What is somebody's, the newest digest first.
    public List<Assignment> of(Editor who, int limit) {
        return database.read(handle ->
                handle.createQuery(
                                SELECT
                                        + "lower(a.name) = lower(:name) order by a.digest desc, a.lang, number limit :limit")
                        .bind("name", who.name())
                        .bind("limit", limit)
                        .map((row, _) -> assignment(row))
                        .list());
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                row.getString("digest"),
                Language.of(row.getString("lang")),
                row.getInt("number"),
                row.getString("title"),
                row.getString("name"),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
