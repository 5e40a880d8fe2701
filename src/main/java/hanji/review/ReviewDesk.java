package hanji.review;

import hanji.account.AuditLog;
import hanji.account.Editor;
import hanji.draft.Guidance;
import hanji.draft.Guide;
import hanji.draft.Repairs;
import hanji.memory.MemoryMatch;
import hanji.qa.Inspector;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Provenance;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.store.Database;
import hanji.termbase.Mended;
import hanji.termbase.Terms;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Where drafts lie until somebody decides. Keeps every text and every decision; a person's text is
/// never overwritten by a machine's.
public final class ReviewDesk {

    /// The first thing that happens to a unit happens once, so a second attempt finds it.
    private static final int ATTEMPTS = 3;

    /// As machines' texts arrive: nobody waits for one who waits for her.
    private static final Comparator<Seen> BY_ID =
            Comparator.comparing(seen -> seen.unit().id().toString());

    private final Database database;
    private final Inspector inspector;
    private final BiPredicate<UnitKind, Provenance.Machine> current;
    private final Supplier<Terms> terms;
    private final Clock clock;
    private final @Nullable JudgementStore judgements;
    private final ReviewStore store = new ReviewStore();
    private final Deciding deciding;
    private final DecisionLog decisions;

    /// A desk over a database.
    ///
    /// @param current whether a draft of that provenance would be asked for in the same way today
    public ReviewDesk(
            Database database,
            Inspector inspector,
            BiPredicate<UnitKind, Provenance.Machine> current,
            Clock clock) {
        this(database, inspector, current, () -> Terms.NONE, clock, null, true);
    }

    /// @param terms those that are known; looked at in the middle of transactions
    /// @param judge the id of the model whose judgements are shown; null for nobody's
    /// @param ownWords whether somebody may approve what she wrote herself
    public ReviewDesk(
            Database database,
            Inspector inspector,
            BiPredicate<UnitKind, Provenance.Machine> current,
            Supplier<Terms> terms,
            Clock clock,
            @Nullable String judge,
            boolean ownWords) {
        this.deciding = new Deciding(this::inspected, ownWords);
        this.decisions = new DecisionLog(new AuditLog(clock));
        this.judgements = judge == null ? null : new JudgementStore(judge);
        this.database = database;
        this.inspector = inspector;
        this.current = current;
        this.terms = terms;
        this.clock = clock;
    }

    public ReviewItem item(Unit unit) {
        return database.read(handle ->
                store.find(handle, unit.id())
                        .map(stored -> judged(handle, item(unit, stored)))
                        .orElseGet(() -> ReviewItem.untouched(unit)));
    }

    private ReviewItem judged(Handle handle, ReviewItem item) {
        return judgements == null ? item : judged(item, judgements.of(handle, item.unit().id()));
    }

    private ReviewItem judged(ReviewItem item, JudgementStore.Known known) {
        return judgements == null
                ? item
                : item.judged(known.of(judgements.model(), item.unit(), item.target()));
    }

    /// How often what was said of machines' texts, by the checks and by the judge, is what editors
    /// decided on them.
    public Agreements agreements() {
        return database.read(handle -> new DecisionStore().agreements(handle, judgements));
    }

    /// Keeps what a judge said.
    ///
    /// @param handle of the transaction that writes it, after the texts
    public void judge(Handle handle, List<Judged> judged) {
        if (judgements != null) {
            judgements.add(handle, judged, clock.instant());
        }
    }

    public void judge(List<Judged> judged) {
        database.write(handle -> {
            judge(handle, judged);
            return null;
        });
    }

    /// How units of one digest in one language stand, in the order given.
    public List<ReviewItem> items(String digest, Language language, List<Unit> units) {
        Map<String, ReviewStore.Stored> all =
                database.read(handle -> store.ofDigest(handle, digest, language));
        JudgementStore.Known known =
                judgements == null
                        ? JudgementStore.Known.NOTHING
                        : database.read(handle -> judgements.ofDigest(handle, digest, language));
        return units.stream()
                .map(unit -> {
                    ReviewStore.Stored stored = all.get(unit.id().toString());
                    return stored == null
                            ? ReviewItem.untouched(unit)
                            : judged(item(unit, stored), known);
                })
                .toList();
    }

    /// How units of whatever digests stand, in the order given, without what was dismissed or
    /// judged of their texts; those that nothing has happened to are left out.
    public List<ReviewItem> standing(List<Unit> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        Map<String, ReviewStore.Stored> all =
                database.read(handle -> store.find(handle, units.stream().map(Unit::id).toList()));
        return units.stream()
                .filter(unit -> all.containsKey(unit.id().toString()))
                .map(unit -> item(unit, Objects.requireNonNull(all.get(unit.id().toString()))))
                .toList();
    }

    /// Everything that happened to a unit and was said of it, the newest first.
    public List<HistoryEntry> history(UnitId unit) {
        return database.read(
                handle -> CommentStore.within(handle, unit, store.history(handle, unit)));
    }

    /// The text that stood at a version of a unit; empty where none did.
    public String textAt(UnitId unit, int version) {
        return database.read(handle -> store.history(handle, unit)).stream()
                .filter(entry -> entry.version() == version && entry.target() != null)
                .map(entry -> Objects.requireNonNull(entry.target()).text())
                .findFirst()
                .orElse("");
    }

    /// Texts of many units.
    ///
    /// @param numbers of the texts by unit; null for the one that stands
    public Map<UnitId, Target> texts(Map<UnitId, @Nullable Integer> numbers) {
        return numbers.isEmpty() ? Map.of() : database.read(handle -> store.texts(handle, numbers));
    }

    /// How far digests are, by key and language; what nobody has touched is left out.
    public Map<String, Map<Language, Progress>> progress(Collection<String> digests) {
        return database.read(handle -> store.progress(handle, digests));
    }

    /// A machine's text, inspected; [#arrive] lays it before the editors.
    public Arrival draft(Unit unit, String text, Provenance.Machine provenance) {
        return new Arrival.Draft(unit, inspected(unit, text, provenance));
    }

    /// A person's text for the same source out of the memory, inspected.
    public Arrival.Remembered remembered(Unit unit, MemoryMatch match) {
        return new Arrival.Remembered(
                unit,
                inspected(unit, match.pair().target(), Guide.remembered(match, clock.instant())));
    }

    /// A machine's text that is inspected already, and what a repair made of it.
    public Arrival draft(Unit unit, Repairs.Versions versions) {
        Target first = target(unit, versions.first());
        return versions.second() == null
                ? new Arrival.Draft(unit, first)
                : new Arrival.Repaired(unit, first, target(unit, versions.second()));
    }

    private static Target target(Unit unit, Repairs.Version version) {
        return new Target(0, version.text(), unit.source(), version.provenance(), version.report());
    }

    /// Texts of machines, or failures to get one, arrive. Where a person stands behind a text or
    /// wrote one, a machine's becomes a proposal beside it; where no answer came, a text that
    /// stands is left as it is.
    ///
    /// @param handle of the transaction that writes them
    /// @return for each the number of the text, null for a failure
    public List<@Nullable Integer> arrive(Handle handle, List<Arrival> arrivals) {
        return arrive(handle, arrivals, Editor.HANJI);
    }

    /// The same in a transaction of its own.
    public void arrive(List<Arrival> arrivals) {
        database.write(handle -> arrive(handle, arrivals));
    }

    private List<@Nullable Integer> arrive(Handle handle, List<Arrival> arrivals, Editor by) {
        return new Arrivals(handle, store, clock.instant(), by).write(arrivals);
    }

    /// One arrives. When somebody begins with the same unit at the same moment, she is waited for.
    public ReviewItem arrive(Arrival arrival) {
        return arrive(arrival, Editor.HANJI);
    }

    /// What somebody asked for again arrives: a machine's other text of the same source, where one
    /// stood, stays beside it until somebody chooses.
    ///
    /// @param by who asked, and can take it back
    public ReviewItem arriveAgain(Arrival arrival, Editor by) {
        return arrive(arrival, by);
    }

    private ReviewItem arrive(Arrival arrival, Editor by) {
        for (int attempt = 1; ; attempt++) {
            try {
                return database.write(handle -> {
                    arrive(handle, List.of(arrival), by);
                    return judged(
                            handle,
                            item(
                                    arrival.unit(),
                                    store.find(handle, arrival.unit().id()).orElseThrow()));
                });
            } catch (Problem e) {
                if (e.kind() != Problem.Kind.CONFLICT || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /// Does what an editor decided, or says why not.
    ///
    /// @param expected the version the editor saw; another one makes the outcome [Outcome.Outdated]
    public Outcome decide(Unit unit, int expected, Decision decision, Editor editor) {
        return decide(List.of(new Seen(unit, expected, null)), decision, editor).getFirst();
    }

    /// What somebody decides on.
    ///
    /// @param version that she saw
    /// @param millis that she had it before her; null where nobody counted
    public record Seen(Unit unit, int version, @Nullable Long millis) {}

    /// Does what an editor decided on units at one stroke: together it is kept, and [#undoLast]
    /// takes it back together.
    public List<Outcome> decide(List<Seen> units, Decision decision, Editor editor) {
        return database.write(handle -> {
            Instant now = clock.instant();
            return units.stream()
                    .sorted(BY_ID)
                    .map(seen ->
                            decide(
                                    new Ledger(handle, store, seen.unit(), now),
                                    handle,
                                    seen,
                                    decision,
                                    editor))
                    .toList();
        });
    }

    private Outcome decide(
            Ledger ledger, Handle handle, Seen seen, Decision decision, Editor editor) {
        Unit unit = seen.unit();
        if (ledger.standing().version() != seen.version()) {
            return new Outcome.Outdated(item(unit, ledger.stored()));
        }
        Target before = ledger.stored().target();
        Deciding.Refusal refusal = deciding.decide(ledger, decision, editor);
        if (ledger.standing().version() != seen.version()) {
            decisions.write(handle, ledger, editor, decision.word(), before);
            Reading.Kind kind = Reading.Kind.of(decision, ledger.standing().state());
            if (kind != null) {
                keep(ledger, editor, kind, seen.millis());
            }
        }
        ReviewItem item = judged(handle, item(unit, ledger.stored()));
        return switch (refusal) {
            case null -> new Outcome.Done(item);
            case Deciding.Refusal.NotPossible no -> new Outcome.NotPossible(item, no.why());
            case Deciding.Refusal.ReasonNeeded needed ->
                    new Outcome.ReasonNeeded(item, needed.report());
        };
    }

    private static void keep(
            Ledger ledger, Editor editor, Reading.Kind kind, @Nullable Long millis) {
        Target text = ledger.stored().target();
        if (millis != null && text != null) {
            ledger.read(
                    Reading.of(
                            ledger.unit().id(), text, editor.name(), kind, millis, ledger.now()));
        }
    }

    /// Tells whether [#mended] would be other than before.
    public String mendedStamp() {
        return database.read(MendedStore::stamp);
    }

    /// What editors approved in the place of machines' texts, the oldest first; of very many, the
    /// newest.
    public List<Mended> mended() {
        return database.read(MendedStore::read);
    }

    /// How long texts of a digest in a language were before people.
    public Readings readings(String digest, Language language) {
        return new Readings(
                database.read(handle -> ReadingStore.ofDigest(handle, digest, language)));
    }

    /// Somebody looked at an approved text again.
    ///
    /// @param seen the version she saw; nothing is kept when another one stands
    public void lookOver(Seen seen, Editor editor) {
        database.write(handle -> {
            Ledger ledger = ledger(handle, seen.unit());
            if (ledger.standing().version() == seen.version()
                    && ledger.standing().state().approved()) {
                keep(ledger, editor, Reading.Kind.LOOKED_OVER, seen.millis());
            }
            return null;
        });
    }

    /// What an editor did last in a digest and language that nobody has taken back, and she can.
    public Optional<LastAct> lastOf(Editor editor, String digest, Language language) {
        return database.read(handle -> TakingBack.last(handle, editor, digest, language));
    }

    /// Takes back what [#lastOf] names, on all its units at once. A unit that somebody else decided
    /// on meanwhile stays as it is.
    ///
    /// @param units of the digest in the language
    /// @return those that stand as before; empty when there is nothing to take back
    /// @throws Problem (forbidden) when she may not any more
    public List<UnitId> undoLast(
            Editor editor, String digest, Language language, List<Unit> units) {
        return database.write(handle ->
                new TakingBack(store, decisions)
                        .take(handle, editor, digest, language, units, clock.instant()));
    }

    /// Marks approved units as published, those only whose text belongs to today's source.
    ///
    /// @param along is written in the same transaction: both are kept, or neither
    /// @return how many were not published before
    /// @throws Problem (conflict) when somebody decided on one since they were read; nothing is
    ///   published then
    public int publish(List<ReviewItem> items, Editor editor, Consumer<Handle> along) {
        return database.write(handle -> {
            int published = 0;
            for (ReviewItem item : items) {
                Ledger ledger = ledger(handle, item.unit());
                if (ledger.standing().version() != item.version()) {
                    throw Problem.conflict(
                            "Somebody decided on %s while it was being published: publish again.",
                            item.unit().place());
                }
                if (item.state() == TargetState.REVIEWED && item.staleness() == Staleness.FRESH) {
                    ledger.publish(editor);
                    published++;
                }
            }
            along.accept(handle);
            return published;
        });
    }

    /// Marks published units as approved and no longer published, each as it was before.
    ///
    /// @param along is written in the same transaction, before them
    public void withdraw(List<Unit> units, Editor editor, Consumer<Handle> along) {
        database.write(handle -> {
            along.accept(handle);
            for (Unit unit : units) {
                if (store.find(handle, unit.id()).isPresent()) {
                    ledger(handle, unit).withdraw(editor);
                }
            }
            return null;
        });
    }

    /// Writes down that units have another source now, so that nobody decides on one that she has
    /// not seen: her version is an old one then.
    public void sourceChanged(List<Unit> units) {
        database.write(handle -> {
            for (Unit unit : units) {
                if (store.find(handle, unit.id()).isPresent()) {
                    ledger(handle, unit)
                            .aside(Act.SOURCE_CHANGED, Editor.HANJI, UnaryOperator.identity());
                }
            }
            return null;
        });
    }

    private Ledger ledger(Handle handle, Unit unit) {
        return new Ledger(handle, store, unit, clock.instant());
    }

    private Target inspected(Unit unit, String text, Provenance provenance) {
        return new Target(
                0,
                text,
                unit.source(),
                provenance,
                inspector.inspect(unit.id().kind(), unit.id().language(), unit.source(), text));
    }

    private ReviewItem item(Unit unit, ReviewStore.Stored stored) {
        Standing standing = stored.standing();
        if (standing.version() == 0) {
            return ReviewItem.untouched(unit);
        }
        boolean beginning = standing.base() == 0;
        return new ReviewItem(
                unit,
                standing.state(),
                standing.version(),
                stored.target(),
                stored.proposal(),
                staleness(unit, standing, stored),
                beginning ? null : standing.act(),
                beginning ? null : standing.actor(),
                standing.reason(),
                beginning ? null : standing.at());
    }

    private Staleness staleness(Unit unit, Standing standing, ReviewStore.Stored stored) {
        Target target = stored.target();
        if (target == null || standing.state() == TargetState.INITIAL) {
            return Staleness.FRESH;
        }
        if (!target.source().equals(unit.source())) {
            return Staleness.SOURCE_CHANGED;
        }
        return standing.state() == TargetState.TRANSLATED
                        && target.provenance() instanceof Provenance.Machine machine
                ? staleness(unit, machine)
                : Staleness.FRESH;
    }

    private Staleness staleness(Unit unit, Provenance.Machine draft) {
        if (!current.test(unit.id().kind(), draft)) {
            return Staleness.REQUEST_CHANGED;
        }
        return Guidance.sameTerms(terms.get(), unit.source(), unit.id().language(), draft)
                ? Staleness.FRESH
                : Staleness.TERMS_CHANGED;
    }
}
