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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts approved targets back into their digest. Only the spans of segments change: with nothing
/// approved, the Markdown equals the imported file byte for byte.
public final class Publisher {

    private final Workbench workbench;
    private final ReviewDesk reviews;
    private final Database database;
    private final Clock clock;
    private final AuditLog audit;
    private final Announcements announcements;
    private final DigestWriter writer = new DigestWriter();

    public Publisher(Workbench workbench, ReviewDesk reviews, Database database, Clock clock) {
        this(workbench, reviews, database, clock, Announcements.NONE);
    }

    /// @param announcements hears of publications
    public Publisher(
            Workbench workbench,
            ReviewDesk reviews,
            Database database,
            Clock clock,
            Announcements announcements) {
        this.announcements = announcements;
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

    /// What readers would see if it were published now, or with drafts.
    public Edition edition(String digestKey, Language language, Which which) {
        return Edition.of(bilingual(digestKey, language, which));
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

    /// Marks what is approved as published, and keeps what readers see as it is now.
    ///
    /// @throws Problem (conflict) when no translation is approved; (forbidden) for one who may not
    public Publication publish(String digestKey, Language language, Editor editor) {
        return publish(digestKey, language, false, editor);
    }

    /// The same, unless something is not approved.
    ///
    /// @throws Problem (conflict) then, too
    public Publication publishAll(String digestKey, Language language, Editor editor) {
        return publish(digestKey, language, true, editor);
    }

    private Publication publish(String digestKey, Language language, boolean all, Editor editor) {
        editor.require(Right.PUBLISH, language);
        BilingualDigest bilingual = bilingual(digestKey, language, Which.REVIEWED);
        if (bilingual.items().isEmpty()) {
            throw Problem.conflict(
                    "No translation of %s into %s is approved: approve some before publishing.",
                    digestKey, language.named());
        }
        int left = bilingual.total() - bilingual.shown();
        if (all && left > 0) {
            throw Problem.conflict(
                    "%d of the %d bullets of %s are not approved in %s: approve them, or publish only what is approved.",
                    left, bilingual.total(), digestKey, language.named());
        }
        Publication publication =
                new Publication(
                        0,
                        digestKey,
                        language,
                        bilingual.shown(),
                        editor.name(),
                        clock.instant(),
                        null,
                        null);
        Edition edition = Edition.of(bilingual).open();
        String markdown = markdown(bilingual);
        AtomicLong id = new AtomicLong();
        reviews.publish(
                bilingual.items(),
                editor,
                handle -> {
                    id.set(PublicationStore.add(handle, publication, edition, markdown));
                    audit.append(
                            handle,
                            editor,
                            AuditAction.PUBLICATION,
                            digestKey + " " + language.tag(),
                            null,
                            null,
                            SourceHash.of(markdown).hex());
                    announcements.published(handle, publication, edition);
                });
        announcements.wake();
        return publication.numbered(id.get());
    }

    /// Takes a publication away from its readers. What was published stays on record, and the texts
    /// in it stand approved again.
    ///
    /// @throws Problem (conflict) when nothing is published; (forbidden) for one who may not
    public Publication withdraw(String digestKey, Language language, Editor editor) {
        editor.require(Right.PUBLISH, language);
        StoredDigest digest = workbench.digest(digestKey);
        Publication stands =
                latest(digestKey, language)
                        .filter(newest -> !newest.withdrawn())
                        .orElseThrow(() -> nothingStands(digestKey, language));
        Instant now = clock.instant();
        reviews.withdraw(
                workbench.items(digest, language).stream().map(ReviewItem::unit).toList(),
                editor,
                handle -> {
                    if (!PublicationStore.withdraw(handle, stands.id(), editor.name(), now)) {
                        throw nothingStands(digestKey, language);
                    }
                    audit.append(
                            handle,
                            editor,
                            AuditAction.WITHDRAWAL,
                            digestKey + " " + language.tag(),
                            null,
                            null,
                            null);
                    announcements.withdrawn(handle, stands, now);
                });
        announcements.wake();
        return stands.withdrawn(editor.name(), now);
    }

    private static Problem nothingStands(String digestKey, Language language) {
        return Problem.conflict(
                "Nothing of %s is published in %s, so there is nothing to withdraw.",
                digestKey, language.named());
    }

    /// The newest publication, withdrawn or not.
    public Optional<Publication> latest(String digestKey, Language language) {
        return database.read(handle -> PublicationStore.latest(handle, digestKey, language));
    }

    /// Everything that was ever published of a digest in a language, the newest first.
    public List<Publication> record(String digestKey, Language language) {
        return database.read(handle -> PublicationStore.record(handle, digestKey, language));
    }

    /// What stands published, the newest first.
    ///
    /// @param digest of one digest; null for all
    /// @param language in one language; null for all
    public List<Publication> standing(
            @Nullable String digest, @Nullable Language language, int most) {
        return database.read(handle -> PublicationStore.standing(handle, digest, language, most));
    }

    /// When something was published or withdrawn last; the epoch before anything was.
    ///
    /// @param digest of one digest; null for all
    /// @param language in one language; null for all
    public Instant changed(@Nullable String digest, @Nullable Language language) {
        return database.read(handle -> PublicationStore.changed(handle, digest, language))
                .orElse(Instant.EPOCH);
    }

    /// What readers get of a publication that [#standing] named.
    public Published content(Publication publication) {
        return database.read(handle -> PublicationStore.content(handle, publication))
                .orElseThrow(() -> new IllegalStateException(publication + " has no content"));
    }

    /// What is published of a digest in a language, as it was then.
    ///
    /// @throws Problem (not found) for what never was; (gone) for what was withdrawn
    public Published published(String digestKey, Language language) {
        Publication newest =
                latest(digestKey, language)
                        .orElseThrow(() ->
                                Problem.notFound(
                                        "Nothing of %s is published in %s.",
                                        digestKey, language.named()));
        if (newest.withdrawn()) {
            throw Problem.gone(
                    "%s was published in %s and has been withdrawn since.",
                    digestKey, language.named());
        }
        return database.read(handle -> PublicationStore.content(handle, newest))
                .orElseThrow(() ->
                        Problem.notFound(
                                "%s was published in %s before Hanji kept pages: publish it again to give it one.",
                                digestKey, language.named()));
    }
}
