package hanji.review;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table `presence`: who has which digest open. A page says again and again that it is there;
/// one that falls silent is gone after [#LASTS].
public final class Presences {

    /// How long a page counts as open after it last said so. It says so every twenty seconds, and
    /// one word may get lost.
    public static final Duration LASTS = Duration.ofSeconds(50);

    /// Windows of one person that are told of.
    private static final int WINDOWS = 20;

    /// People who are told of; more are in nobody's office.
    private static final int SHOWN = 50;

    private final Database database;
    private final Clock clock;

    public Presences(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Writes down that a page is open.
    ///
    /// @throws Problem (bad input) for a page that is named in no way a page names itself
    public void here(String digest, Language language, Presence who) {
        if (!who.page().matches("[0-9a-f]{8,32}")) {
            throw Problem.badInput("A page is named by 8 to 32 hexadecimal digits.");
        }
        OffsetDateTime now = at(clock.instant());
        database.write(handle -> {
            int known =
                    bound(
                            handle,
                            "update presence set digest = :digest, lang = :lang, unit = :unit,"
                                    + " writing = :writing, seen_at = :now"
                                    + " where actor = :actor and page = :page",
                            digest,
                            language,
                            who,
                            now);
            if (known == 0 && room(handle, who.actor())) {
                bound(
                        handle,
                        "insert into presence (actor, page, digest, lang, unit, writing, seen_at)"
                                + " values (:actor, :page, :digest, :lang, :unit, :writing, :now)"
                                + " on conflict do nothing",
                        digest,
                        language,
                        who,
                        now);
            }
            return null;
        });
    }

    private static int bound(
            Handle handle,
            String sql,
            String digest,
            Language language,
            Presence who,
            OffsetDateTime now) {
        return handle.createUpdate(sql)
                .bind("actor", who.actor())
                .bind("page", who.page())
                .bind("digest", digest)
                .bind("lang", language.tag())
                .bind("unit", who.unit())
                .bind("writing", who.writing())
                .bind("now", now)
                .execute();
    }

    /// Clears away what is over, and says whether one window more of hers is told of.
    private boolean room(Handle handle, String actor) {
        handle.createUpdate("delete from presence where seen_at < :oldest")
                .bind("oldest", at(clock.instant().minus(LASTS)))
                .execute();
        return handle.createQuery("select count(*) from presence where actor = :actor")
                        .bind("actor", actor)
                        .mapTo(Integer.class)
                        .one()
                < WINDOWS;
    }

    /// A page was closed, or is out of sight.
    public void gone(String actor, String page) {
        database.write(handle ->
                handle.createUpdate("delete from presence where actor = :actor and page = :page")
                        .bind("actor", actor)
                        .bind("page", page)
                        .execute());
    }

    static List<Presence> of(Handle handle, String digest, Language language, Instant now) {
        return handle.createQuery(
                        "select actor, page, unit, writing from presence where digest = :digest"
                                + " and lang = :lang and seen_at >= :oldest order by actor, page limit :most")
                .bind("digest", digest)
                .bind("lang", language.tag())
                .bind("oldest", at(now.minus(LASTS)))
                .bind("most", SHOWN)
                .map((row, _) ->
                        new Presence(
                                row.getString("actor"),
                                row.getString("page"),
                                row.getString("unit"),
                                row.getBoolean("writing")))
                .list();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
