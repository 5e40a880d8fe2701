package hanji.review;

import hanji.account.Editor;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.store.Database;
import hanji.store.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The table `typed`: what editors are typing, so that it outlives their browsers. A text is its
/// editor's alone; two pages of hers keep two texts, until she saves or discards one.
public final class TypedTexts {

    /// Pages in which one person types one unit's text; the oldest goes when there are more.
    static final int MOST_TABS = 8;

    /// As long as a text that can be saved.
    public static final int LONGEST_TEXT = Deciding.LONGEST_TEXT;

    private final Database database;
    private final Clock clock;

    public TypedTexts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Keeps a text in the place of the one that came from the same page before.
    ///
    /// @param continued pages whose texts this one goes on from: theirs go
    /// @throws Problem (bad input, too large) when it cannot be kept; what was kept before stays
    public void keep(Editor editor, Unit unit, Typed typed, Collection<String> continued) {
        check(typed);
        database.write(handle -> {
            remove(handle, editor, unit.id(), continued);
            remove(handle, editor, unit.id(), List.of(typed.tab()));
            handle.createUpdate(
                            "insert into typed (unit, editor, tab, digest, version, base, text, at)"
                                    + " values (:unit, :editor, :tab, :digest, :version, :base, :text, :at)")
                    .bind("unit", unit.id().toString())
                    .bind("editor", editor.name())
                    .bind("tab", typed.tab())
                    .bind("digest", unit.digest())
                    .bind("version", typed.version())
                    .bind("base", typed.base())
                    .bind("text", typed.text())
                    .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
            List<Typed> all = of(handle, editor, unit.id());
            return remove(
                    handle,
                    editor,
                    unit.id(),
                    all.stream().skip(MOST_TABS).map(Typed::tab).toList());
        });
    }

    private static void check(Typed typed) {
        if (!Typed.TAB.matcher(typed.tab()).matches()
                || !Typed.BASE.matcher(typed.base()).matches()
                || typed.version() < 0) {
            throw Problem.badInput(
                    "A typed text comes with tab (hexadecimal digits), version and base (hexadecimal digits).");
        }
        if (typed.text().length() > Deciding.LONGEST_TEXT) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "The text has %,d characters; a unit holds at most %,d.",
                    typed.text().length(),
                    Deciding.LONGEST_TEXT);
        }
        if (!StorableText.of(typed.text()).equals(typed.text())) {
            throw Problem.badInput(
                    "The text holds a NUL or half a surrogate pair, which cannot be kept: take it out.");
        }
    }

    /// What an editor has typed for a unit and not saved, the newest first.
    public List<Typed> of(Editor editor, UnitId unit) {
        return database.read(handle -> of(handle, editor, unit));
    }

    private static List<Typed> of(Handle handle, Editor editor, UnitId unit) {
        return handle.createQuery(
                        "select * from typed where unit = :unit and editor = :editor order by at desc, tab")
                .bind("unit", unit.toString())
                .bind("editor", editor.name())
                .map((row, _) -> read(row))
                .list();
    }

    /// The same for a digest, by unit.
    public Map<UnitId, List<Typed>> ofDigest(Editor editor, String digest) {
        return database.read(handle ->
                handle
                        .createQuery(
                                "select * from typed where editor = :editor and digest = :digest order by at desc, tab")
                        .bind("editor", editor.name())
                        .bind("digest", digest)
                        .map((row, _) -> read(row))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Typed::unit)));
    }

    private static Typed read(ResultSet row) throws SQLException {
        return new Typed(
                UnitId.of(row.getString("unit")),
                row.getString("tab"),
                row.getInt("version"),
                row.getString("base"),
                row.getString("text"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /// Lets go of what was saved, or is not wanted any more.
    public void discard(Editor editor, UnitId unit, Collection<String> tabs) {
        database.write(handle -> remove(handle, editor, unit, tabs));
    }

    private static int remove(Handle handle, Editor editor, UnitId unit, Collection<String> tabs) {
        return tabs.isEmpty()
                ? 0
                : handle.createUpdate(
                                "delete from typed where unit = :unit and editor = :editor and tab in (<tabs>)")
                        .bind("unit", unit.toString())
                        .bind("editor", editor.name())
                        .bindList("tabs", List.copyOf(tabs))
                        .execute();
    }
}
