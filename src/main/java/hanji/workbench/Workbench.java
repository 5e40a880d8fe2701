package hanji.workbench;

import hanji.account.Editor;
import hanji.digest.Digest;
import hanji.digest.DigestParser;
import hanji.draft.DraftRequest;
import hanji.draft.DraftResult;
import hanji.draft.Drafter;
import hanji.llm.ChatGateway;
import hanji.llm.Model;
import hanji.llm.Priority;
import hanji.review.Decision;
import hanji.review.HistoryEntry;
import hanji.review.Mark;
import hanji.review.Outcome;
import hanji.review.Progress;
import hanji.review.ReviewDesk;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.review.Unit;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The flow: what happens to a digest, in which order.
///
/// A digest is parsed and kept ([#importDigest]); its open units become requests ([#open]); a
/// request is drafted and what came of it is laid before the editor ([#draft]); she decides
/// ([#decide]).
public final class Workbench {

    /// A wish, not a second prompt.
    private static final int LONGEST_INSTRUCTION = 2_000;

    private final DigestParser parser;
    private final Library library;
    private final Drafter drafter;
    private final ReviewDesk reviews;
    private final ChatGateway gateway;

    public Workbench(
            Database database,
            DigestParser parser,
            Drafter drafter,
            ReviewDesk reviews,
            ChatGateway gateway,
            Clock clock) {
        this.parser = parser;
        this.library = new Library(database, parser, clock);
        this.drafter = drafter;
        this.reviews = reviews;
        this.gateway = gateway;
    }

    /// Takes a file in. The same bytes again change nothing; a changed file keeps the targets of
    /// its unchanged segments.
    ///
    /// @param key for files without a date; null to find it in the file
    /// @throws Problem when the bytes are no digest; nothing is stored then
    public ImportOutcome importDigest(String fileName, byte[] bytes, @Nullable String key) {
        return store(parser.parse(fileName, bytes, key));
    }

    /// Takes a file in, unless its digest had this content before: a folder that is read at each
    /// start does not put an older file back over a newer one.
    ///
    /// @throws Problem when the bytes are no digest; nothing is stored then
    public ImportOutcome importNews(String fileName, byte[] bytes) {
        Digest digest = parser.parse(fileName, bytes, null);
        Optional<StoredDigest> known = library.thatHad(digest);
        return known.isPresent() ? new ImportOutcome.Unchanged(known.get()) : store(digest);
    }

    private ImportOutcome store(Digest digest) {
        return switch (library.store(digest)) {
            case Library.Imported.Unchanged same -> new ImportOutcome.Unchanged(same.digest());
            case Library.Imported.Changed changed -> {
                Identities.Result result = changed.identities();
                changed.before().ifPresent(before -> tell(before, changed.digest()));
                yield changed.before().isPresent()
                        ? new ImportOutcome.Updated(
                                changed.digest(),
                                result.kept(),
                                result.changed(),
                                result.added(),
                                result.gone())
                        : new ImportOutcome.Created(changed.digest());
            }
        };
    }

    /// Whoever has a page of the digest open has seen other sources than there are now.
    private void tell(StoredDigest before, StoredDigest after) {
        for (Language language : Language.values()) {
            Map<UnitId, Unit> old =
                    units(before, language).stream()
                            .collect(Collectors.toMap(Unit::id, Function.identity()));
            reviews.sourceChanged(
                    units(after, language).stream()
                            .filter(unit -> {
                                Unit was = old.get(unit.id());
                                return was != null && !was.source().equals(unit.source());
                            })
                            .toList());
        }
    }

    /// A digest by its key.
    ///
    /// @throws Problem (not found)
    public StoredDigest digest(String key) {
        return library.get(key);
    }

    /// A page of the digests, the newest key first.
    public List<DigestSummary> digests(int offset, int limit) {
        List<Library.Row> rows = library.page(offset, limit);
        Map<String, Map<Language, Progress>> progress =
                reviews.progress(rows.stream().map(Library.Row::key).toList());
        return rows.stream()
                .map(row ->
                        new DigestSummary(
                                row.key(),
                                row.name(),
                                row.revision(),
                                row.entries(),
                                row.segments(),
                                row.importedAt(),
                                progress.getOrDefault(row.key(), Map.of())))
                .toList();
    }

    /// One line of [#digests].
    ///
    /// @throws Problem (not found)
    public DigestSummary summary(String key) {
        StoredDigest digest = library.get(key);
        return new DigestSummary(
                key,
                digest.digest().name(),
                digest.revision(),
                digest.entries().size(),
                digest.digest().bulletCount(),
                digest.importedAt(),
                reviews.progress(List.of(key)).getOrDefault(key, Map.of()));
    }

    /// The digests before and after a key, in the order of their keys; null at the ends.
    public record Neighbours(@Nullable String before, @Nullable String after) {}

    public Neighbours neighbours(String key) {
        return library.neighbours(key);
    }

    public int digestCount() {
        return library.count();
    }

    /// All units of a digest in a language: for each entry its segments, then headline, tldr and
    /// bullets.
    public List<Unit> units(StoredDigest digest, Language language) {
        List<Unit> units = new ArrayList<>();
        for (StoredDigest.Entry entry : digest.entries()) {
            for (StoredDigest.Segment segment : entry.segments()) {
                units.add(translation(digest, entry, segment, language));
            }
            for (UnitKind kind : UnitKind.CONDENSATIONS) {
                units.add(condensation(digest, entry, kind, language));
            }
        }
        return units;
    }

    private static Unit translation(
            StoredDigest digest,
            StoredDigest.Entry entry,
            StoredDigest.Segment segment,
            Language language) {
        return new Unit(
                new UnitId(UnitKind.TRANSLATION, segment.id(), language),
                digest.key(),
                entry.entry().number(),
                segment.bullet().number(),
                segment.source());
    }

    private static Unit condensation(
            StoredDigest digest, StoredDigest.Entry entry, UnitKind kind, Language language) {
        return new Unit(
                new UnitId(kind, entry.id(), language),
                digest.key(),
                entry.entry().number(),
                0,
                entry.source());
    }

    public List<ReviewItem> items(StoredDigest digest, Language language) {
        return reviews.items(digest.key(), language, units(digest, language));
    }

    /// A unit by its id.
    ///
    /// @throws Problem (not found) when no digest holds it
    public Unit unit(UnitId id) {
        boolean segment = id.kind() == UnitKind.TRANSLATION;
        StoredDigest digest = library.holding(segment, id.subject());
        for (StoredDigest.Entry entry : digest.entries()) {
            if (!segment && entry.id() == id.subject()) {
                return condensation(digest, entry, id.kind(), id.language());
            }
            for (StoredDigest.Segment candidate : entry.segments()) {
                if (segment && candidate.id() == id.subject()) {
                    return translation(digest, entry, candidate, id.language());
                }
            }
        }
        throw Problem.notFound(
                "There is no unit \"%s\": its digest no longer holds it.".formatted(id));
    }

    public ReviewItem item(UnitId id) {
        return reviews.item(unit(id));
    }

    public List<HistoryEntry> history(UnitId id) {
        return reviews.history(unit(id).id());
    }

    public Outcome decide(UnitId id, int expectedVersion, Decision decision, Editor editor) {
        return reviews.decide(unit(id), expectedVersion, decision, editor);
    }

    /// Approves the machine drafts of an entry on which no check found anything; leaves the others.
    ///
    /// @param seen what the editor has before her, with its version; nothing else is approved
    public List<Outcome> approveClean(
            String digestKey, Language language, Map<UnitId, Integer> seen, Editor editor) {
        return items(digest(digestKey), language).stream()
                .filter(item -> item.cleanDraft() && seen.containsKey(item.unit().id()))
                .map(item ->
                        reviews.decide(
                                item.unit(),
                                seen.getOrDefault(item.unit().id(), -1),
                                new Decision.Approve(null),
                                editor))
                .toList();
    }

    /// What there is to ask for: units without a text that nobody rejected, one [Work] for each
    /// request.
    ///
    /// @param condense whether condensations are wanted too
    public List<Work> open(StoredDigest digest, Language language, boolean condense) {
        List<ReviewItem> items = items(digest, language);
        List<Work> works = new ArrayList<>();
        for (StoredDigest.Entry entry : digest.entries()) {
            List<ReviewItem> open =
                    items.stream()
                            .filter(item -> item.unit().entry() == entry.entry().number())
                            .filter(item -> item.missing())
                            .toList();
            List<ReviewItem> translations =
                    open.stream()
                            .filter(item -> item.unit().id().kind() == UnitKind.TRANSLATION)
                            .toList();
            if (!translations.isEmpty()) {
                works.add(
                        new Work(
                                entry,
                                language,
                                UnitKind.TRANSLATION,
                                translations,
                                agreed(entry, items)));
            }
            open.stream()
                    .filter(item -> condense && item.unit().id().kind() != UnitKind.TRANSLATION)
                    .filter(_ -> !entry.segments().isEmpty())
                    .forEach(item ->
                            works.add(
                                    new Work(
                                            entry,
                                            language,
                                            item.unit().id().kind(),
                                            List.of(item),
                                            List.of())));
        }
        return works;
    }

    private static List<DraftRequest.Agreed> agreed(
            StoredDigest.Entry entry, List<ReviewItem> items) {
        List<DraftRequest.Agreed> agreed = new ArrayList<>();
        for (ReviewItem item : items) {
            if (item.unit().entry() == entry.entry().number()
                    && item.unit().id().kind() == UnitKind.TRANSLATION
                    && item.state().approved()
                    && item.staleness() == Staleness.FRESH
                    && item.target() != null) {
                agreed.add(new DraftRequest.Agreed(item.unit().source(), item.target().text()));
            }
        }
        return agreed;
    }

    /// Makes one request and lays what came of it before the editors: drafts, or the reason why
    /// there are none.
    public List<ReviewItem> draft(Work work, Model model, Priority priority) {
        return switch (drafter.draft(request(work, null), model, false, priority, null)) {
            case DraftResult.Drafted drafted ->
                    work.open().stream()
                            .map(item ->
                                    reviews.open(
                                            item.unit(),
                                            text(drafted, work, item),
                                            drafted.provenance()))
                            .toList();
            case DraftResult.NotDrafted none ->
                    work.open().stream()
                            .map(item -> reviews.fail(item.unit(), none.reason()))
                            .toList();
        };
    }

    /// Asks again for one unit, whatever stands there; a text that a person stands behind gets a
    /// proposal beside it.
    ///
    /// @param instruction the editor's wish; without one, a rejected unit's reason goes to a live
    ///   model
    /// @throws Problem (model) when no usable answer came; what stood stands
    public ReviewItem redo(UnitId id, @Nullable String instruction, @Nullable String modelId) {
        return redo(id, instruction, modelId, null);
    }

    /// As above, for somebody who watches.
    ///
    /// @param growing as [Drafter#draft] has it
    public ReviewItem redo(
            UnitId id,
            @Nullable String instruction,
            @Nullable String modelId,
            @Nullable Consumer<String> growing) {
        if (instruction != null && instruction.length() > LONGEST_INSTRUCTION) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "The instruction has %,d characters; keep it below %,d."
                            .formatted(instruction.length(), LONGEST_INSTRUCTION));
        }
        Model model = gateway.model(modelId);
        Unit unit = unit(id);
        StoredDigest digest = digest(unit.digest());
        List<ReviewItem> items = items(digest, id.language());
        ReviewItem item =
                items.stream()
                        .filter(candidate -> candidate.unit().id().equals(id))
                        .findFirst()
                        .orElseThrow();
        StoredDigest.Entry entry = digest.entries().get(unit.entry() - 1);
        List<DraftRequest.Agreed> agreed =
                agreed(entry, items).stream()
                        .filter(pair -> !pair.source().equals(unit.source()))
                        .toList();
        Work work = new Work(entry, id.language(), id.kind(), List.of(item), agreed);
        DraftRequest request = request(work, wish(item, instruction, model));
        return switch (drafter.draft(request, model, true, Priority.INTERACTIVE, growing)) {
            case DraftResult.Drafted drafted ->
                    reviews.open(unit, text(drafted, work, item), drafted.provenance());
            case DraftResult.NotDrafted none -> {
                reviews.fail(unit, none.reason());
                throw new Problem(Problem.Kind.MODEL, none.reason());
            }
        };
    }

    private static @Nullable String wish(
            ReviewItem item, @Nullable String instruction, Model model) {
        if (instruction != null && !instruction.isBlank()) {
            return instruction;
        }
        boolean rejected = item.state() == TargetState.INITIAL && item.mark() == Mark.REJECTED;
        return rejected && model.live() ? item.reason() : null;
    }

    private static DraftRequest request(Work work, @Nullable String instruction) {
        if (work.kind() != UnitKind.TRANSLATION) {
            return Requests.condense(
                    work.entry().entry(), work.kind(), work.language(), instruction);
        }
        List<Integer> numbers = work.open().stream().map(item -> item.unit().number()).toList();
        return Requests.translate(
                work.entry().entry(),
                work.entry().entry().bullets().stream()
                        .filter(bullet -> numbers.contains(bullet.number()))
                        .toList(),
                work.agreed(),
                work.language(),
                instruction);
    }

    private static String text(DraftResult.Drafted drafted, Work work, ReviewItem item) {
        String id =
                work.kind() == UnitKind.TRANSLATION
                        ? String.valueOf(item.unit().number())
                        : work.kind().wire();
        String text = drafted.texts().get(id);
        if (text == null) {
            throw new IllegalStateException("a whole answer without " + id);
        }
        return text;
    }

    public List<Model> models() {
        return gateway.models();
    }

    /// The model that a caller means; null means the default one.
    ///
    /// @throws Problem (bad input) for an unknown id
    public Model model(@Nullable String id) {
        return gateway.model(id);
    }
}
