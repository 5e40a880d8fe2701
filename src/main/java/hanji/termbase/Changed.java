package hanji.termbase;

import hanji.segment.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Entries as a change would leave them.
final class Changed {

    /// One that has not been added has no number yet.
    private static final long NEW = 0;

    private Changed() {}

    /// @param by whose change it would be
    static List<TermEntry> entries(
            TermChange change, List<TermEntry> entries, String by, Instant at) {
        List<TermEntry> after = new ArrayList<>(entries);
        switch (change) {
            case TermChange.Add add -> after.add(new TermEntry(NEW, 1, add.concept(), by, at));
            case TermChange.Change one -> {
                int place = place(after, one.id(), one.version());
                if (!after.get(place).concept().equals(one.concept())) {
                    after.set(
                            place,
                            new TermEntry(one.id(), one.version() + 1, one.concept(), by, at));
                }
            }
            case TermChange.Remove gone -> after.remove(place(after, gone.id(), gone.version()));
            case TermChange.Import file -> {
                ImportPlan plan = ImportPlan.of(file.file(), entries);
                Map<TermEntry, Concept> changed = new IdentityHashMap<>();
                plan.changed().forEach(row -> changed.put(row.old(), row.concept()));
                after.replaceAll(old -> {
                    Concept concept = changed.get(old);
                    return concept == null
                            ? old
                            : new TermEntry(old.id(), old.version() + 1, concept, by, at);
                });
                plan.added()
                        .forEach(row -> after.add(new TermEntry(NEW, 1, row.concept(), by, at)));
            }
        }
        return after;
    }

    private static int place(List<TermEntry> entries, long id, int version) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).id() == id) {
                seen(entries.get(i), version);
                return i;
            }
        }
        throw unknown(id);
    }

    /// @throws Problem (conflict) when the entry is not the one that somebody saw
    static TermEntry seen(TermEntry entry, int version) {
        if (entry.version() != version) {
            throw Problem.conflict(
                    "%s changed the term meanwhile: look at it and change it again.",
                    entry.actor());
        }
        return entry;
    }

    static Problem unknown(long id) {
        return Problem.notFound("There is no term %d: look at /terms.", id);
    }
}
