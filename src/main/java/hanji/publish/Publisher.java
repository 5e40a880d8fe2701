package hanji.publish;

import hanji.account.AuditAction;
import hanji.account.AuditLog;
import hanji.account.Editor;
import hanji.account.Right;
import hanji.digest.Bullet;
import hanji.digest.DigestWriter;
import hanji.review.ReviewDesk;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.SourceHash;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.store.Database;
import hanji.workbench.StoredDigest;
import hanji.workbench.Workbench;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Puts approved targets back into their digest. Only the spans of segments change: with nothing
/// approved, the Markdown equals the imported file byte for byte.
public final class Publisher {

    private final Workbench workbench;
    private final ReviewDesk reviews;
    private final Database database;
    private final Clock clock;
    private final AuditLog audit;
    private final DigestWriter writer = new DigestWriter();

    public Publisher(Workbench workbench, ReviewDesk reviews, Database database, Clock clock) {
        this.workbench = workbench;
        this.reviews = reviews;
        this.database = database;
        this.clock = clock;
        this.audit = new AuditLog(clock);
    }

    public BilingualDigest bilingual(String digestKey, Language language, Which which) {
        StoredDigest digest = workbench.digest(digestKey);
        Map<UnitId, ReviewItem> items =
                workbench.items(digest, language).stream()
                        .collect(Collectors.toMap(item -> item.unit().id(), Function.identity()));
        return new BilingualDigest(
                digest,
                language,
                digest.entries().stream()
                        .map(entry -> entry(entry, language, which, items))
                        .toList());
    }

    private static BilingualDigest.Entry entry(
            StoredDigest.Entry entry,
            Language language,
            Which which,
            Map<UnitId, ReviewItem> items) {
        Function<UnitKind, @Nullable ReviewItem> condensation =
                kind -> {
                    ReviewItem item = items.get(new UnitId(kind, entry.id(), language));
                    return item != null && stands(item, which) ? item : null;
                };
        List<BilingualDigest.Pair> pairs =
                entry.segments().stream()
                        .map(segment -> {
                            UnitId unit = new UnitId(UnitKind.TRANSLATION, segment.id(), language);
                            ReviewItem item = Objects.requireNonNull(items.get(unit));
                            return new BilingualDigest.Pair(segment, item, stands(item, which));
                        })
                        .toList();
        return new BilingualDigest.Entry(
                entry,
                condensation.apply(UnitKind.HEADLINE),
                condensation.apply(UnitKind.TLDR),
                condensation.apply(UnitKind.BULLETS),
                pairs);
    }

    private static boolean stands(ReviewItem item, Which which) {
        boolean ofThisSource = item.staleness() != Staleness.SOURCE_CHANGED;
        return item.target() != null
                && ofThisSource
                && switch (which) {
                    case REVIEWED -> item.state().approved();
                    case ANY -> item.state() != TargetState.INITIAL;
                };
    }

    /// The digest's own Markdown with targets in the place of segments.
    public String markdown(String digestKey, Language language, Which which) {
        return markdown(bilingual(digestKey, language, which));
    }

    private String markdown(BilingualDigest bilingual) {
        Map<Bullet, String> targets = new HashMap<>();
        for (BilingualDigest.Entry entry : bilingual.entries()) {
            for (BilingualDigest.Pair pair : entry.pairs()) {
                if (pair.shown()) {
                    targets.put(pair.segment().bullet(), pair.text());
                }
            }
        }
        return writer.splice(bilingual.digest().digest(), targets);
    }

    /// Marks what is approved as published, and keeps the Markdown as it is now.
    ///
    /// @throws Problem (conflict) when no translation is approved; (forbidden) for one who may not
    public Publication publish(String digestKey, Language language, Editor editor) {
        editor.require(Right.PUBLISH, language);
        BilingualDigest bilingual = bilingual(digestKey, language, Which.REVIEWED);
        if (bilingual.items().isEmpty()) {
            throw Problem.conflict(
                    "No translation of %s into %s is approved: approve some before publishing."
                            .formatted(digestKey, language.english()));
        }
        Publication publication =
                new Publication(
                        digestKey, language, bilingual.shown(), editor.name(), clock.instant());
        int revision = bilingual.digest().revision();
        String markdown = markdown(bilingual);
        reviews.publish(
                bilingual.items(),
                editor,
                handle -> {
                    keep(handle, publication, revision, markdown);
                    audit.append(
                            handle,
                            editor,
                            AuditAction.PUBLICATION,
                            digestKey + " " + language.tag(),
                            null,
                            null,
                            SourceHash.of(markdown).hex());
                });
        return publication;
    }

    private static void keep(
            Handle handle, Publication publication, int revision, String markdown) {
        handle.createUpdate(
                        "insert into publication"
                                + " (digest, lang, revision, units, markdown, actor, at)"
                                + " values (:digest, :lang, :revision, :units, :markdown, :actor, :at)")
                .bind("digest", publication.digest())
                .bind("lang", publication.language().tag())
                .bind("revision", revision)
                .bind("units", publication.units())
                .bind("markdown", markdown)
                .bind("actor", publication.actor())
                .bind("at", publication.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// The newest publication.
    public Optional<Publication> latest(String digestKey, Language language) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from publication where digest = :digest and lang = :lang order by at desc")
                        .bind("digest", digestKey)
                        .bind("lang", language.tag())
                        .setMaxRows(1)
                        .map((row, _) ->
                                new Publication(
                                        row.getString("digest"),
                                        language,
                                        row.getInt("units"),
                                        row.getString("actor"),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                        .findFirst());
    }
}
