package hanji.review;

import hanji.segment.Language;
import hanji.segment.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Reads the table `event` for what can be taken back.
final class StepStore {

    private static final String COLUMNS =
            "select e.unit, e.version, e.base, e.event, e.actor, e.target, e.proposal, e.finding, e.at from event e ";

    private StepStore() {}

    /// What somebody did last and can take back, unit by unit. What she did at one stroke was
    /// written in one transaction, and has one time.
    static List<Step> last(Handle handle, String actor, String digest, Language language) {
        Map<String, List<Step>> units = new LinkedHashMap<>();
        handle.createQuery(
                        COLUMNS
                                + "join unit u on u.id = e.unit where u.digest = :digest and u.lang = :lang"
                                + " and exists (select 1 from event own where own.unit = e.unit and own.actor = :actor)"
                                + " order by e.unit, e.version")
                .bind("digest", digest)
                .bind("lang", language.tag())
                .bind("actor", actor)
                .map((row, _) -> read(row))
                .forEach(step ->
                        units.computeIfAbsent(step.unit(), _ -> new ArrayList<>()).add(step));
        List<Step> open =
                units.values().stream().flatMap(steps -> Step.open(steps, actor).stream()).toList();
        Optional<Instant> newest = open.stream().map(Step::at).max(Comparator.naturalOrder());
        return newest.map(at -> open.stream().filter(step -> step.at().equals(at)).toList())
                .orElse(List.of());
    }

    /// Those of some steps that can still be taken back, the newest first.
    static List<Step> still(Handle handle, UnitId unit, String actor, Set<Step> wanted) {
        List<Step> steps =
                handle.createQuery(COLUMNS + "where e.unit = :unit order by e.version")
                        .bind("unit", unit.toString())
                        .map((row, _) -> read(row))
                        .list();
        return Step.open(steps, actor).stream().filter(wanted::contains).toList();
    }

    private static Step read(ResultSet row) throws SQLException {
        String finding = row.getString("finding");
        return new Step(
                row.getString("unit"),
                row.getInt("version"),
                row.getInt("base"),
                Rows.act(row.getString("event")),
                row.getString("actor"),
                Rows.number(row, "target"),
                Rows.number(row, "proposal"),
                finding == null ? null : FindingRef.of(finding),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
