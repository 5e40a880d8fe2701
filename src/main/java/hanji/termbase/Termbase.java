package hanji.termbase;

import hanji.account.AuditAction;
import hanji.account.AuditLog;
import hanji.account.Editor;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jspecify.annotations.Nullable;

/// The agreed terms: kept in the database with all their versions, and held in memory to be looked
/// for. Thread-safe. What other processes change is seen within [#PATIENCE].
public final class Termbase {

    /// How long terms are believed to be as they were; a look at one row then tells.
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    /// Entries there may be; a page and a matcher hold all of them.
    public static final int MOST = 50_000;

    /// What to say when [#make] finds other terms than somebody saw.
    public static final String OTHERS =
            "Terms were changed since you looked: look again at what would change.";

    /// The terms of a moment.
    ///
    /// @param stamp tells them from those of every other moment
    public record Snapshot(String stamp, Terms terms) {}

    private final Database database;
    private final Clock clock;
    private final AuditLog audit;
    private final LongSupplier nanos;
    private volatile Snapshot snapshot = new Snapshot("", Terms.NONE);
    private volatile long seen;
    private final AtomicBoolean looking = new AtomicBoolean();

    public Termbase(Database database, Clock clock) {
        this(database, clock, System::nanoTime);
    }

    Termbase(Database database, Clock clock, LongSupplier nanos) {
        this.database = database;
        this.clock = clock;
        this.nanos = nanos;
        this.audit = new AuditLog(clock);
        this.seen = nanos.getAsLong() - PATIENCE.toNanos();
    }

    /// The terms as they are.
    public Terms terms() {
        long now = nanos.getAsLong();
        if (now - seen >= PATIENCE.toNanos()) {
            refresh();
        }
        return snapshot.terms();
    }

    /// The terms as they are at this very moment, whoever changed them.
    public synchronized Snapshot now() {
        forget();
        refresh();
        return snapshot;
    }

    /// The terms as a change would leave them; nothing is changed.
    ///
    /// @throws Problem as the change itself would
    public Terms after(TermChange change, Terms terms, Editor by) {
        return new Terms(Changed.entries(change, terms.entries(), by.name(), instant()));
    }

    /// Makes a change, if the terms still are what somebody saw.
    ///
    /// @param stamp of what she saw
    /// @throws Problem (conflict) when any term was changed since, or as the change itself
    public void make(TermChange change, String stamp, Editor by) {
        database.write(handle -> {
            if (!TermStore.lockedStamp(handle).equals(stamp)) {
                throw Problem.conflict(OTHERS);
            }
            TermStore.lock(handle);
            switch (change) {
                case TermChange.Add add -> add(handle, add.concept(), by);
                case TermChange.Change one ->
                        change(handle, one.id(), one.version(), one.concept(), by);
                case TermChange.Remove gone -> remove(handle, gone.id(), gone.version(), by);
                case TermChange.Import file -> apply(handle, file.file(), file.name(), by);
            }
            return null;
        });
        now();
    }

    /// The terms as they were at the last look, for whoever is in the middle of a transaction and
    /// must not read: asks for another look, which is taken beside it, when that was a while ago.
    public Terms known() {
        Terms known = snapshot.terms();
        if (nanos.getAsLong() - seen >= PATIENCE.toNanos() && looking.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> {
                try {
                    refresh();
                } finally {
                    looking.set(false);
                }
            });
        }
        return known;
    }

    private synchronized void refresh() {
        long now = nanos.getAsLong();
        if (now - seen < PATIENCE.toNanos()) {
            return;
        }
        String known = snapshot.stamp();
        Snapshot fresh =
                database.read(handle -> {
                    String stamp = TermStore.stamp(handle);
                    return stamp.equals(known)
                            ? snapshot
                            : new Snapshot(stamp, new Terms(TermStore.all(handle)));
                });
        snapshot = fresh;
        seen = now;
    }

    private void forget() {
        seen = nanos.getAsLong() - PATIENCE.toNanos();
    }

    /// The concepts that a Korean text speaks of, with their terms in a language; see
    /// [Terms#match], and [TermMatch#fingerprint] for keys.
    public List<TermMatch> match(String koreanSource, Language target) {
        return terms().match(koreanSource, target);
    }

    /// @throws Problem (not found)
    public TermEntry entry(long id) {
        return database.read(handle -> required(handle, id));
    }

    private static TermEntry required(Handle handle, long id) {
        return TermStore.find(handle, id).orElseThrow(() -> Changed.unknown(id));
    }

    /// Every version, the newest first; empty for what never was.
    public List<TermEntry> history(long id) {
        return database.read(handle -> TermStore.history(handle, id));
    }

    public TermEntry add(Concept concept, Editor by) {
        return changing(handle -> add(handle, concept, by));
    }

    private TermEntry add(Handle handle, Concept concept, Editor by) {
        requireRoom(handle, 1);
        TermEntry entry = TermStore.insert(handle, concept, by.name(), instant());
        audit.append(handle, by, AuditAction.TERMS, subject(entry), "add " + concept.name());
        return entry;
    }

    private static void requireRoom(Handle handle, int more) {
        if (TermStore.count(handle) + more > MOST) {
            throw Problem.conflict("The termbase holds %,d entries at most: remove some.", MOST);
        }
    }

    /// Changes an entry; what is equal to it changes nothing.
    ///
    /// @param version the one she saw
    /// @throws Problem (conflict) when somebody was faster, (not found)
    public TermEntry change(long id, int version, Concept concept, Editor by) {
        return changing(handle -> change(handle, id, version, concept, by));
    }

    private TermEntry change(Handle handle, long id, int version, Concept concept, Editor by) {
        TermEntry old = current(handle, id, version);
        if (old.concept().equals(concept)) {
            return old;
        }
        TermEntry entry = new TermEntry(id, version + 1, concept, by.name(), instant());
        TermStore.change(handle, entry, false);
        audit.append(handle, by, AuditAction.TERMS, subject(entry), "change " + concept.name());
        return entry;
    }

    /// Takes an entry out; its history stays.
    ///
    /// @throws Problem as [#change]
    public void remove(long id, int version, Editor by) {
        changing(handle -> remove(handle, id, version, by));
    }

    private TermEntry remove(Handle handle, long id, int version, Editor by) {
        TermEntry old = current(handle, id, version);
        TermEntry entry = new TermEntry(id, version + 1, old.concept(), by.name(), instant());
        TermStore.change(handle, entry, true);
        audit.append(
                handle, by, AuditAction.TERMS, subject(entry), "remove " + old.concept().name());
        return entry;
    }

    private static TermEntry current(Handle handle, long id, int version) {
        return Changed.seen(required(handle, id), version);
    }

    /// What an import would do, without doing it.
    public ImportPlan plan(ImportFile file) {
        return database.read(handle -> ImportPlan.of(file, TermStore.all(handle)));
    }

    /// Does what [#plan] tells, against the terms as they are now. A second import of the same file
    /// changes nothing.
    ///
    /// @param name of the file, for the audit log
    public ImportPlan apply(ImportFile file, String name, Editor by) {
        return changing(handle -> apply(handle, file, name, by));
    }

    private ImportPlan apply(Handle handle, ImportFile file, String name, Editor by) {
        ImportPlan plan = ImportPlan.of(file, TermStore.all(handle));
        requireRoom(handle, plan.added().size());
        Instant now = instant();
        plan.added().forEach(row -> TermStore.insert(handle, row.concept(), by.name(), now));
        plan.changed()
                .forEach(row ->
                        TermStore.change(
                                handle,
                                new TermEntry(
                                        row.old().id(),
                                        row.old().version() + 1,
                                        row.concept(),
                                        by.name(),
                                        now),
                                false));
        audit.append(
                handle,
                by,
                AuditAction.TERMS,
                "terms",
                "import %s: %d added, %d changed"
                        .formatted(name, plan.added().size(), plan.changed().size()));
        return plan;
    }

    /// What glosses were refused as, to be proposed no more.
    public Refusals refusals() {
        return database.read(Refusals::read);
    }

    /// Takes Korean forms of an English term over: into the concept that has the English one, where
    /// they are admitted, else into a new concept, where the first one is preferred.
    ///
    /// @param abbreviation null when it has none
    /// @param source where they were found
    public TermEntry accept(
            List<String> korean,
            String english,
            @Nullable String abbreviation,
            String source,
            Editor by) {
        Optional<TermEntry> known = terms().named(english);
        List<Term> terms =
                new ArrayList<>(known.map(one -> one.concept().terms()).orElse(List.of()));
        List<Term> forms = new ArrayList<>();
        for (String form : korean) {
            boolean first = known.isEmpty() && forms.isEmpty();
            forms.add(
                    Term.of(Language.KO, form, first ? TermStatus.PREFERRED : TermStatus.ADMITTED));
        }
        if (known.isEmpty()) {
            forms.add(Term.of(Language.EN, english, TermStatus.PREFERRED));
        }
        if (abbreviation != null && !abbreviation.equals(english)) {
            forms.add(Term.of(Language.EN, abbreviation, TermStatus.ADMITTED));
        }
        forms.removeIf(form ->
                terms.stream()
                        .anyMatch(term ->
                                term.language() == form.language()
                                        && term.text().equals(form.text())));
        terms.addAll(forms);
        if (known.isEmpty()) {
            return add(new Concept(terms, null, source), by);
        }
        TermEntry old = known.get();
        Concept more = new Concept(terms, old.concept().note(), old.concept().source());
        return change(old.id(), old.version(), more, by);
    }

    /// Takes over what editors write for a Korean term: as the preferred one of its concept, where
    /// a preferred one becomes admitted, or of a new concept.
    ///
    /// @param source where it was found
    /// @throws Problem (bad input) for a text that is no term
    public TermEntry prefer(
            String korean, Language language, String text, String source, Editor by) {
        Term preferred = Term.of(language, text, TermStatus.PREFERRED);
        Optional<TermEntry> known = terms().called(korean);
        if (known.isEmpty()) {
            Term name = Term.of(Language.SOURCE, korean, TermStatus.PREFERRED);
            return add(new Concept(List.of(name, preferred), null, source), by);
        }
        TermEntry old = known.get();
        List<Term> terms = new ArrayList<>();
        terms.add(preferred);
        old.concept().terms().stream()
                .filter(term ->
                        term.language() != language || !term.text().equals(preferred.text()))
                .map(term -> term.language() == language ? term.behind() : term)
                .forEach(terms::add);
        return change(
                old.id(),
                old.version(),
                new Concept(terms, old.concept().note(), old.concept().source()),
                by);
    }

    /// Remembers that a proposal is not wanted.
    public void refuse(String korean, String english, Editor by) {
        database.write(handle -> {
            Refusals.add(handle, korean, english, by.name(), instant());
            audit.append(
                    handle,
                    by,
                    AuditAction.TERMS,
                    "terms",
                    "refuse %s (%s)".formatted(korean, english));
            return null;
        });
    }

    private <T> T changing(HandleCallback<T, RuntimeException> work) {
        T done =
                database.write(handle -> {
                    TermStore.lock(handle);
                    return work.withHandle(handle);
                });
        now();
        return done;
    }

    private Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String subject(TermEntry entry) {
        return "term " + entry.id();
    }
}
