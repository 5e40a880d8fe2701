package hanji.review;

import hanji.qa.Severity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What editors made of a machine's text.
///
/// @param text its number
/// @param flagged whether a check found something major or critical in it
/// @param changed whether it was edited or rejected; else it was approved as it was
record Decided(int text, boolean flagged, boolean changed) {

    /// What became of each machine's text of a unit, by what happened to the unit. The last
    /// decision on a text counts, and one that was taken back does not.
    ///
    /// @param events of the unit, the oldest first; each as it left the unit, with what happened
    static List<Decided> of(List<Event> events) {
        Deque<Entry> decisions = new ArrayDeque<>();
        Map<Integer, Boolean> flagged = new HashMap<>();
        Set<@Nullable Integer> persons = new HashSet<>();
        Standing before = Standing.NOTHING;
        for (Event event : events) {
            Standing after = event.after();
            if (after.target() != null) {
                // as the text came: what is dismissed later was said all the same
                flagged.putIfAbsent(after.target(), serious(after.severity()));
            }
            switch (event.act()) {
                case EDITED -> decisions.push(new Entry(of(before, flagged, true)));
                case REJECTED -> decisions.push(new Entry(of(after, flagged, true)));
                case APPROVED -> decisions.push(new Entry(of(after, flagged, false)));
                // a redo may be taken back as decisions are
                case PROPOSAL_TAKEN, DRAFTED -> decisions.push(new Entry(null));
                case UNDONE -> {
                    // what stood aside of the text leaves the decision
                    if (after.base() != before.base()) {
                        decisions.poll();
                    }
                }
                case FROM_MEMORY -> persons.add(after.target());
                case REPAIRED,
                        REPAIR_DROPPED,
                        PROPOSED,
                        PROPOSAL_DROPPED,
                        DISMISSED,
                        RESTORED,
                        FAILED,
                        SOURCE_CHANGED,
                        PUBLISHED,
                        COMMENTED,
                        COMMENT_RESOLVED,
                        COMMENT_REMOVED,
                        WITHDRAWN -> {}
            }
            before = after;
        }
        Map<Integer, Decided> last = new LinkedHashMap<>();
        decisions
                .descendingIterator()
                .forEachRemaining(entry -> {
                    if (entry.decided() != null && !persons.contains(entry.decided().text())) {
                        last.put(entry.decided().text(), entry.decided());
                    }
                });
        return List.copyOf(last.values());
    }

    /// Something that happened, and how the unit stood after it.
    record Event(Act act, Standing after) {}

    /// @param decided null where it was about a person's text
    private record Entry(@Nullable Decided decided) {}

    private static @Nullable Decided of(
            Standing standing, Map<Integer, Boolean> flagged, boolean changed) {
        return standing.target() == null || standing.edited()
                ? null
                : new Decided(
                        standing.target(), flagged.getOrDefault(standing.target(), false), changed);
    }

    private static boolean serious(@Nullable Severity worst) {
        return worst != null && worst.atLeast(Severity.MAJOR);
    }
}
