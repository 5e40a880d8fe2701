package hanji.bench;

import hanji.review.Act;
import hanji.review.HistoryEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Holds what editors were told against the history of one unit: each save that was answered as
/// kept stands there once, as the next version after the one its editor had seen; nothing of theirs
/// stands there otherwise; and a save that was answered before another was sent comes before it.
final class KeptSaves {

    private final String unit;
    private final List<String> wrong = new ArrayList<>();
    private final Map<Integer, Save> kept = new TreeMap<>();

    private KeptSaves(String unit) {
        this.unit = unit;
    }

    /// @param saves of one unit
    /// @param history of the same, in any order
    /// @return what is wrong, in sentences
    static List<String> wrong(String unit, List<Save> saves, List<HistoryEntry> history) {
        KeptSaves check = new KeptSaves(unit);
        check.kept(saves);
        check.stands(history);
        check.ordered();
        return check.wrong;
    }

    private void kept(List<Save> saves) {
        for (Save save : saves) {
            if (save.came() == Save.Came.KEPT && kept.put(save.seen() + 1, save) != null) {
                say("two saves over version %d were kept", save.seen());
            }
        }
    }

    private void stands(List<HistoryEntry> history) {
        Map<Integer, HistoryEntry> entries = new HashMap<>();
        for (HistoryEntry entry : history) {
            if (entries.put(entry.version(), entry) != null) {
                say("version %d stands there twice", entry.version());
            }
        }
        for (int version = 1; version <= entries.size(); version++) {
            if (!entries.containsKey(version)) {
                say("version %d is missing", version);
            }
        }
        kept.forEach((version, save) -> {
            if (!is(entries.get(version), save)) {
                say("version %d is not what %s saved", version, save.editor());
            }
        });
        for (HistoryEntry entry : entries.values()) {
            if (Newsroom.ours(entry.actor()) && !kept.containsKey(entry.version())) {
                say("nobody was told of version %d by %s", entry.version(), entry.actor());
            }
        }
    }

    private static boolean is(@Nullable HistoryEntry entry, Save save) {
        return entry != null
                && entry.actor().equals(save.editor())
                && entry.act() == (save.text() == null ? Act.APPROVED : Act.EDITED)
                && (save.text() == null
                        || entry.target() != null && entry.target().text().equals(save.text()));
    }

    private void ordered() {
        long lastSent = Long.MIN_VALUE;
        for (Map.Entry<Integer, Save> one : kept.entrySet()) {
            if (one.getValue().answered() < lastSent) {
                say("version %d was answered before an earlier one was sent", one.getKey());
            }
            lastSent = Math.max(lastSent, one.getValue().sent());
        }
    }

    private void say(String what, Object... values) {
        wrong.add(unit + ": " + what.formatted(values));
    }
}
