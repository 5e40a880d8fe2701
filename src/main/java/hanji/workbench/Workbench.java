package hanji.workbench;

import hanji.account.Editor;
import hanji.digest.Digest;
import hanji.digest.DigestParser;
import hanji.draft.Asker;
import hanji.draft.DraftRequest;
import hanji.draft.DraftResult;
import hanji.draft.Drafter;
import hanji.draft.Guide;
import hanji.draft.Repairs;
import hanji.llm.ChatGateway;
import hanji.llm.Model;
import hanji.memory.MemoryPair;
import hanji.review.Arrival;
import hanji.review.Decision;
import hanji.review.HistoryEntry;
import hanji.review.LastAct;
import hanji.review.Mark;
import hanji.review.Outcome;
import hanji.review.Progress;
import hanji.review.Readings;
import hanji.review.ReviewDesk;
import hanji.review.ReviewItem;
import hanji.review.Target;
import hanji.review.Unit;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.store.Database;
import hanji.termbase.Mended;
import hanji.termbase.Terms;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The flow: what happens to a digest, in which order.
///
/// A digest is parsed and kept ([#importDigest]); its open units become requests ([#plan]); what
/// the memory has is taken from it ([#leverage]); a request for the rest is drafted, what came of
/// it is inspected and mended ([#inspect]) and laid before the editor ([#keep]); she decides
/// ([#decide]).
public final class Workbench {

    /// A wish, not a second prompt.
    private static final int LONGEST_INSTRUCTION = 2_000;

    private final DigestParser parser;
    private final Library library;
    private final Drafter drafter;
    private final Repairs repairs;
    private final ReviewDesk reviews;
    private final ChatGateway gateway;
    private final Guide guide;
    private final Leverage leverage;

    /// One where nothing is agreed beside what stands in an entry.
    public Workbench(
            Database database,
            DigestParser parser,
            Drafter drafter,
            Repairs repairs,
            ReviewDesk reviews,
            ChatGateway gateway,
            Clock clock) {
        this(database, parser, drafter, repairs, reviews, gateway, Guide.NONE, clock);
    }

    public Workbench(
            Database database,
            DigestParser parser,
            Drafter drafter,
            Repairs repairs,
            ReviewDesk reviews,
            ChatGateway gateway,
            Guide guide,
            Clock clock) {
        this.parser = parser;
        this.library = new Library(database, parser, clock);
        this.drafter = drafter;
        this.repairs = repairs;
        this.reviews = reviews;
        this.gateway = gateway;
        this.guide = guide;
        this.leverage = new Leverage(guide, reviews);
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
                    Units.of(before, language).stream()
                            .collect(Collectors.toMap(Unit::id, Function.identity()));
            reviews.sourceChanged(
                    Units.of(after, language).stream()
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

    /// The keys of all digests, the newest first.
    public List<String> digestKeys() {
        return library.keys();
    }

    public int digestCount() {
        return library.count();
    }

    public List<ReviewItem> items(StoredDigest digest, Language language) {
        return reviews.items(digest.key(), language, Units.of(digest, language));
    }

    /// A unit by its id.
    ///
    /// @throws Problem (not found) when no digest holds it
    public Unit unit(UnitId id) {
        boolean segment = id.kind() == UnitKind.TRANSLATION;
        return Units.of(library.holding(segment, id.subject()), id.language()).stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        Problem.notFound(
                                "There is no unit \"%s\": its digest no longer holds it.", id));
    }

    public ReviewItem item(UnitId id) {
        return reviews.item(unit(id));
    }

    public List<HistoryEntry> history(UnitId id) {
        return reviews.history(unit(id).id());
    }

    /// The text that stood at a version of a unit; empty where none did.
    public String textAt(UnitId id, int version) {
        return reviews.textAt(id, version);
    }

    public Outcome decide(UnitId id, int expectedVersion, Decision decision, Editor editor) {
        return reviews.decide(unit(id), expectedVersion, decision, editor);
    }

    /// As above, by somebody whose time before the text was counted.
    ///
    /// @param millis that she had it before her; null where nobody counted
    public Outcome decide(
            UnitId id,
            int expectedVersion,
            Decision decision,
            @Nullable Long millis,
            Editor editor) {
        return reviews.decide(
                        List.of(new ReviewDesk.Seen(unit(id), expectedVersion, millis)),
                        decision,
                        editor)
                .getFirst();
    }

    /// What an editor has before her.
    ///
    /// @param millis for how long; null where nobody counted
    public record Seen(int version, @Nullable Long millis) {}

    /// Approves, at one stroke, the machine drafts of an entry on which no check found anything;
    /// leaves the others.
    ///
    /// @param seen what the editor has before her; nothing else is approved
    public List<Outcome> approveClean(
            String digestKey, Language language, Map<UnitId, Seen> seen, Editor editor) {
        List<ReviewDesk.Seen> clean =
                items(digest(digestKey), language).stream()
                        .filter(ReviewItem::cleanDraft)
                        .map(item -> seen(item.unit(), seen))
                        .flatMap(Optional::stream)
                        .toList();
        return reviews.decide(clean, new Decision.Approve(null), editor);
    }

    private static Optional<ReviewDesk.Seen> seen(Unit unit, Map<UnitId, Seen> all) {
        return Optional.ofNullable(all.get(unit.id()))
                .map(seen -> new ReviewDesk.Seen(unit, seen.version(), seen.millis()));
    }

    /// What an editor did last in a digest and language, and can take back.
    public Optional<LastAct> lastOf(Editor editor, String digestKey, Language language) {
        return reviews.lastOf(editor, digestKey, language);
    }

    /// Takes that back, on all its units at once.
    ///
    /// @return the units that stand as before; empty when there is nothing to take back
    public List<UnitId> undoLast(Editor editor, String digestKey, Language language) {
        return reviews.undoLast(editor, digestKey, language, Units.of(digest(digestKey), language));
    }

    /// How long texts of a digest in a language were before people.
    public Readings readings(String digestKey, Language language) {
        return reviews.readings(digestKey, language);
    }

    /// Somebody looked at an approved text again.
    public void lookOver(UnitId id, Seen seen, Editor editor) {
        reviews.lookOver(new ReviewDesk.Seen(unit(id), seen.version(), seen.millis()), editor);
    }

    /// What there is to ask for.
    public Plan plan(
            StoredDigest digest, Language language, Collection<UnitKind> kinds, Only only) {
        return planning(digest, language).plan(kinds, only);
    }

    /// The requests for some units as the digest stands now; those that it no longer holds, or that
    /// are not wanted any more, are left out.
    public List<Work> works(
            StoredDigest digest, Language language, Collection<UnitId> units, Only only) {
        return planning(digest, language).works(units, only);
    }

    /// What would be asked for one unit alone, however it stands.
    ///
    /// @throws Problem (not found) when no digest holds it; (bad input) when its entry has no text
    public Work work(UnitId id) {
        Unit unit = unit(id);
        return works(digest(unit.digest()), id.language(), List.of(id), Only.ALL).stream()
                .findFirst()
                .orElseThrow(() -> Problem.badInput("Entry %d holds no text.", unit.entry()));
    }

    private Planning planning(StoredDigest digest, Language language) {
        return new Planning(digest, language, items(digest, language));
    }

    /// What the memory gives for pieces of work, and what is left to be asked; in their order. Who
    /// wants [Only#ALL] wants a model's answer, so that nothing is taken.
    public List<Leveraged> leverage(List<Work> works, Only only) {
        return only == Only.ALL
                ? works.stream().map(work -> new Leveraged(List.of(), work)).toList()
                : leverage.of(works);
    }

    /// Other units of the same language with the same original, as the memory tells originals
    /// apart; see [Library#same].
    List<Unit> sameOriginals(Unit unit, int most) {
        return library.same(unit, most);
    }

    /// As [ReviewDesk#standing].
    List<ReviewItem> standing(List<Unit> units) {
        return reviews.standing(units);
    }

    /// What is approved of a unit for its source of today.
    Stream<MemoryPair> pair(Unit unit) {
        return guide.pair(unit.digest(), unit.id(), unit.source()).stream();
    }

    /// An approved text as it would come to another place of the same original without a model
    /// being asked; nothing where one has to be.
    Optional<Arrival.Remembered> taken(Unit unit, MemoryPair approved) {
        return leverage.taken(
                digest(unit.digest()).entries().get(unit.entry() - 1), unit, approved);
    }

    /// Has the memory know what was approved in the last moments.
    void hurry() {
        guide.hurry();
    }

    /// Lays texts before the editors that came without a model.
    public void take(List<Arrival.Remembered> texts) {
        reviews.arrive(List.copyOf(texts));
    }

    /// Tells originals from each other that an earlier program imported; at the start of a server.
    ///
    /// @return digests that were looked at
    public int completeOriginals() {
        return library.complete();
    }

    /// What is asked for a piece of work, with the terms and near pairs of the moment.
    ///
    /// @param instruction an editor's wish; null in the ordinary case
    public DraftRequest request(Work work, @Nullable String instruction) {
        return request(work, instruction, guide);
    }

    /// The same as it would be with other terms (see [Guide#with]).
    public DraftRequest requestWith(Work work, Terms terms) {
        return request(work, null, guide.with(terms));
    }

    private static DraftRequest request(Work work, @Nullable String instruction, Guide guide) {
        return guide.guided(work.request(instruction), work.units());
    }

    /// What came of a piece of work, inspected, and mended where that is serious (see [Repairs]);
    /// nothing when it was taken back.
    ///
    /// @param request what the work was asked with
    public List<Arrival> inspect(
            Work work, DraftRequest request, DraftResult result, Model model, Asker asker) {
        return switch (result) {
            case DraftResult.Drafted drafted -> {
                Map<String, Repairs.Versions> texts = repairs.read(request, drafted, model, asker);
                yield work.open().stream()
                        .map(item -> reviews.draft(item.unit(), work.of(texts, item)))
                        .toList();
            }
            case DraftResult.NotDrafted none ->
                    work.open().stream()
                            .<Arrival>map(item -> new Arrival.Failure(item.unit(), none.reason()))
                            .toList();
            case DraftResult.Withdrawn _ -> List.of();
        };
    }

    /// Lays what came before the editors.
    ///
    /// @return for each the number of the text, null for a failure
    public List<@Nullable Integer> keep(Handle handle, List<Arrival> arrivals) {
        return reviews.arrive(handle, arrivals);
    }

    /// Asks again for one unit, whatever stands there; a text that a person stands behind gets a
    /// proposal beside it.
    ///
    /// @param instruction the editor's wish; without one, a rejected unit's reason goes to a live
    ///   model
    /// @param by who asks, and can take it back
    /// @throws Problem (model) when no usable answer came; what stood stands
    public ReviewItem redo(
            UnitId id, @Nullable String instruction, @Nullable String modelId, Editor by) {
        return redo(id, instruction, modelId, by, null);
    }

    /// As above, for somebody who watches.
    ///
    /// @param growing as [Drafter#draft] has it
    public ReviewItem redo(
            UnitId id,
            @Nullable String instruction,
            @Nullable String modelId,
            Editor by,
            @Nullable Consumer<String> growing) {
        if (instruction != null && instruction.length() > LONGEST_INSTRUCTION) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "The instruction has %,d characters; keep it below %,d.",
                    instruction.length(),
                    LONGEST_INSTRUCTION);
        }
        Model model = gateway.model(modelId);
        Work work = work(id);
        DraftRequest request = request(work, wish(work.open().getFirst(), instruction, model));
        Asker asker = Asker.redo(growing);
        DraftResult result = drafter.draft(request, model, asker);
        List<ReviewItem> items =
                inspect(work, request, result, model, asker).stream()
                        .map(arrival -> reviews.arriveAgain(arrival, by))
                        .toList();
        if (result instanceof DraftResult.NotDrafted none) {
            throw new Problem(Problem.Kind.MODEL, none.reason());
        }
        return items.getFirst();
    }

    private static @Nullable String wish(
            ReviewItem item, @Nullable String instruction, Model model) {
        if (instruction != null && !instruction.isBlank()) {
            return instruction;
        }
        boolean rejected = item.state() == TargetState.INITIAL && item.mark() == Mark.REJECTED;
        return rejected && model.live() ? item.reason() : null;
    }

    /// As [ReviewDesk#mendedStamp].
    public String mendedStamp() {
        return reviews.mendedStamp();
    }

    /// As [ReviewDesk#mended].
    public List<Mended> mended() {
        return reviews.mended();
    }

    /// One of a unit's texts.
    ///
    /// @param number null for the one that stands
    public record TextRef(UnitId unit, @Nullable Integer number) {}

    /// Texts of many units; those that are not there are left out.
    public Map<UnitId, Target> texts(List<TextRef> refs) {
        Map<UnitId, @Nullable Integer> wanted = new HashMap<>();
        refs.forEach(ref -> wanted.put(ref.unit(), ref.number()));
        return reviews.texts(wanted);
    }

    /// A model by its id, when it is still configured.
    public Optional<Model> findModel(String id) {
        return gateway.find(id);
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
