package hanji.publish;

import hanji.segment.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The table `publication`. Of each digest and language the newest row counts; that it was
/// withdrawn is all that is ever written into a row.
final class PublicationStore {

    private static final String NEWEST =
            "select p.* from publication p where p.id = (select max(n.id) from publication n"
                    + " where n.digest = p.digest and n.lang = p.lang)";

    private PublicationStore() {}

    /// @return its id
    static long add(Handle handle, Publication publication, Edition edition, String markdown) {
        return handle.createUpdate(
                        "insert into publication"
                                + " (digest, lang, revision, units, markdown, content, actor, at)"
                                + " values (:digest, :lang, :revision, :units, :markdown, :content, :actor, :at)")
                .bind("digest", publication.digest())
                .bind("lang", publication.language().tag())
                .bind("revision", edition.revision())
                .bind("units", publication.units())
                .bind("markdown", markdown)
                .bind("content", EditionJson.write(edition))
                .bind("actor", publication.actor())
                .bind("at", publication.at().atOffset(ZoneOffset.UTC))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /// @return whether it stood until now
    static boolean withdraw(Handle handle, long id, String actor, Instant at) {
        return handle.createUpdate(
                                "update publication set withdrawn_by = :actor, withdrawn_at = :at"
                                        + " where id = :id and withdrawn_at is null")
                        .bind("actor", actor)
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /// The newest, withdrawn or not.
    static Optional<Publication> latest(Handle handle, String digest, Language language) {
        return handle.createQuery(NEWEST + " and p.digest = :digest and p.lang = :lang")
                .bind("digest", digest)
                .bind("lang", language.tag())
                .map((row, _) -> publication(row))
                .findOne();
    }

    /// Everything that was ever published of a digest in a language, the newest first.
    static List<Publication> record(Handle handle, String digest, Language language) {
        return handle.createQuery(
                        "select * from publication where digest = :digest and lang = :lang order by id desc")
                .bind("digest", digest)
                .bind("lang", language.tag())
                .map((row, _) -> publication(row))
                .list();
    }

    /// What stands, the newest first.
    ///
    /// @param digest of one digest; null for all
    static List<Publication> standing(
            Handle handle, @Nullable String digest, @Nullable Language language, int most) {
        return narrowed(
                        handle,
                        NEWEST + " and p.withdrawn_at is null and p.content is not null",
                        digest,
                        language,
                        " order by p.at desc, p.id desc")
                .setMaxRows(most)
                .map((row, _) -> publication(row))
                .list();
    }

    /// When something was published or withdrawn last.
    ///
    /// @param digest of one digest; null for all
    static Optional<Instant> changed(
            Handle handle, @Nullable String digest, @Nullable Language language) {
        return narrowed(
                        handle,
                        "select max(case when p.withdrawn_at > p.at then p.withdrawn_at else p.at end) as changed"
                                + " from publication p where 1 = 1",
                        digest,
                        language,
                        "")
                .map((row, _) ->
                        Optional.ofNullable(row.getObject("changed", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant))
                .one();
    }

    private static Query narrowed(
            Handle handle,
            String select,
            @Nullable String digest,
            @Nullable Language language,
            String order) {
        Query query =
                handle.createQuery(
                        select
                                + (digest == null ? "" : " and p.digest = :digest")
                                + (language == null ? "" : " and p.lang = :lang")
                                + order);
        if (digest != null) {
            query.bind("digest", digest);
        }
        if (language != null) {
            query.bind("lang", language.tag());
        }
        return query;
    }

    /// What readers get of it; empty for one of which no page was kept.
    static Optional<Published> content(Handle handle, Publication publication) {
        return handle.createQuery(
                        "select content, markdown, (select min(f.at) from publication f where f.digest = p.digest"
                                + " and f.lang = p.lang) as first_at from publication p where p.id = :id and content is not null")
                .bind("id", publication.id())
                .map((row, _) ->
                        new Published(
                                publication,
                                at(row, "first_at"),
                                EditionJson.read(row.getString("content")),
                                row.getString("markdown")))
                .findOne();
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getLong("id"),
                row.getString("digest"),
                Language.of(row.getString("lang")),
                row.getInt("units"),
                row.getString("actor"),
                at(row, "at"),
                row.getString("withdrawn_by"),
                row.getObject("withdrawn_at") == null ? null : at(row, "withdrawn_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
