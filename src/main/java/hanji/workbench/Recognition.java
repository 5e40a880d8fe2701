package hanji.workbench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds the segments of an earlier content in a later one.
final class Recognition {

    private Recognition() {}

    /// First by equal text, wherever it moved to. What is left over is paired in order, where a run
    /// of new texts stands in the place of an old one: after the same recognised neighbour.
    ///
    /// @param old texts by id, in their order
    /// @param returning texts that stood there once; they are not a change of another
    /// @return for each new text the id it keeps, or null
    static @Nullable Long[] match(
            Map<Long, String> old, List<String> texts, Predicate<String> returning) {
        @Nullable Long[] ids = new @Nullable Long[texts.size()];
        Map<String, Deque<Long>> byText = new HashMap<>();
        old.forEach((id, text) -> byText.computeIfAbsent(text, _ -> new ArrayDeque<>()).add(id));
        for (int i = 0; i < ids.length; i++) {
            Deque<Long> same = byText.get(texts.get(i));
            ids[i] = same == null ? null : same.poll();
        }
        Map<Long, Deque<Long>> gaps = gaps(old, ids);
        Long neighbour = BEGINNING;
        for (int i = 0; i < ids.length; i++) {
            Long known = ids[i];
            if (known == null && returning.test(texts.get(i))) {
                continue;
            }
            if (known == null) {
                ids[i] = gaps.getOrDefault(neighbour, new ArrayDeque<>()).poll();
            } else {
                neighbour = known;
            }
        }
        return ids;
    }

    private static final Long BEGINNING = -1L;

    /// Old ids that were not recognised, by the recognised id before them.
    private static Map<Long, Deque<Long>> gaps(Map<Long, String> old, @Nullable Long[] recognised) {
        Set<Long> known = new HashSet<>();
        for (Long id : recognised) {
            if (id != null) {
                known.add(id);
            }
        }
        Map<Long, Deque<Long>> gaps = new HashMap<>();
        Long neighbour = BEGINNING;
        for (Long id : old.keySet()) {
            if (known.contains(id)) {
                neighbour = id;
            } else {
                gaps.computeIfAbsent(neighbour, _ -> new ArrayDeque<>()).add(id);
            }
        }
        return gaps;
    }
}
