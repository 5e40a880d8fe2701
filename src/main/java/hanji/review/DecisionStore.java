package hanji.review;

import hanji.segment.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads what editors decided on, over all digests.
final class DecisionStore {

    private static final Rows ROWS = new Rows();

    private record Text(String unit, int number) {}

    private record Happened(String unit, Language language, Decided.Event event) {}

    /// @param judge whose judgements count; null for nobody's
    Agreements agreements(Handle handle, @Nullable JudgementStore judge) {
        Map<Text, Boolean> judged = judge == null ? Map.of() : judged(handle, judge);
        Agreements all = Agreements.empty();
        events(handle)
                .forEach((unit, happened) -> {
                    Language language = happened.getFirst().language();
                    for (Decided decided :
                            Decided.of(happened.stream().map(Happened::event).toList())) {
                        all.checks()
                                .compute(
                                        language, (_, sum) -> and(sum, decided.flagged(), decided));
                        Boolean serious = judged.get(new Text(unit, decided.text()));
                        if (serious != null) {
                            all.judge().compute(language, (_, sum) -> and(sum, serious, decided));
                        }
                    }
                });
        return all;
    }

    private static Agreement and(@Nullable Agreement sum, boolean flagged, Decided decided) {
        return (sum == null ? Agreement.NONE : sum).and(flagged, decided.changed());
    }

    private static Map<String, List<Happened>> events(Handle handle) {
        Map<String, List<Happened>> units = new LinkedHashMap<>();
        handle.createQuery(
                        "select e.*, u.lang from event e join unit u on u.id = e.unit where e.unit in"
                                + " (select unit from event where event in ('edited', 'approved', 'rejected'))"
                                + " order by e.unit, e.version")
                .map((row, _) -> {
                    Standing after = ROWS.standing(row);
                    return new Happened(
                            row.getString("unit"),
                            Language.of(row.getString("lang")),
                            new Decided.Event(after.act(), after));
                })
                .forEach(one -> units.computeIfAbsent(one.unit(), _ -> new ArrayList<>()).add(one));
        return units;
    }

    /// Texts that were judged, and whether there was a major or critical error.
    private static Map<Text, Boolean> judged(Handle handle, JudgementStore judge) {
        JudgementStore.Known known = judge.all(handle);
        Map<Text, Boolean> judged = new HashMap<>();
        handle.createQuery(
                        "select unit, number, text, source from target where unit in"
                                + " (select unit from judgement where model = :model)")
                .bind("model", judge.model())
                .map((row, _) -> {
                    JudgementStore.Said said =
                            known.said(
                                    row.getString("unit"),
                                    row.getString("source"),
                                    row.getString("text"));
                    return said == null
                            ? null
                            : judged.put(
                                    new Text(row.getString("unit"), row.getInt("number")),
                                    said.report().serious());
                })
                .list();
        return judged;
    }
}
