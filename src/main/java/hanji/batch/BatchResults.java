package hanji.batch;

import hanji.review.Target;
import hanji.segment.UnitId;
import hanji.store.Database;
import hanji.workbench.Workbench;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the results of one batch, each once, as they come.
public final class BatchResults {

    /// Items that are read together.
    private static final int PAGE = 100;

    private final Database database;
    private final ItemStore items;
    private final Workbench workbench;
    private final String batch;
    private final Set<Integer> told = new HashSet<>();

    BatchResults(Database database, ItemStore items, Workbench workbench, String batch) {
        this.database = database;
        this.items = items;
        this.workbench = workbench;
        this.batch = batch;
    }

    /// What a batch brought for one unit.
    ///
    /// @param how `drafted`, `cached`, `reused` or `failed`
    /// @param target the text it brought or found; null when there is none
    public record Line(UnitId unit, String how, @Nullable Target target, @Nullable String reason) {}

    /// What has come since the last call; empty when nothing has.
    public List<Line> next() {
        List<Integer> news =
                database.read(handle -> items.finished(handle, batch)).stream()
                        .filter(number -> !told.contains(number))
                        .limit(PAGE)
                        .toList();
        if (news.isEmpty()) {
            return List.of();
        }
        told.addAll(news);
        List<UnitResult> results = database.read(handle -> items.results(handle, batch, news));
        Map<UnitId, Target> targets =
                workbench.texts(
                        results.stream()
                                .filter(result -> result.how() != UnitResult.How.FAILED)
                                .map(result ->
                                        new Workbench.TextRef(result.unit(), result.target()))
                                .toList());
        List<Line> lines = new ArrayList<>();
        for (UnitResult result : results) {
            lines.add(
                    new Line(
                            result.unit(),
                            result.how().wire(),
                            targets.get(result.unit()),
                            result.reason()));
        }
        return lines;
    }
}
