package hanji.review;

import hanji.qa.QaFinding;
import hanji.qa.QaReport;
import hanji.segment.Language;
import hanji.segment.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The table `dismissal`.
final class DismissalStore {

    private DismissalStore() {}

    private record Key(String unit, String pair, FindingRef finding) {}

    private record Said(String actor, @Nullable String reason, Instant at) {}

    /// Dismissals of units.
    record Known(Map<Key, Said> all) {

        /// The text with what is dismissed apart from what is not.
        @Nullable Target of(String unit, @Nullable Target text) {
            if (text == null || all.isEmpty() || text.report().findings().isEmpty()) {
                return text;
            }
            String pair = Judgement.pair(text.source(), text.text());
            List<QaFinding> open = new ArrayList<>();
            List<Dismissal> dismissed = new ArrayList<>();
            for (QaFinding finding : text.report().findings()) {
                Said said = all.get(new Key(unit, pair, FindingRef.of(finding)));
                if (said == null) {
                    open.add(finding);
                } else {
                    dismissed.add(new Dismissal(finding, said.actor(), said.reason(), said.at()));
                }
            }
            return dismissed.isEmpty() ? text : text.with(new QaReport(open), dismissed);
        }
    }

    static Known ofDigest(Handle handle, String digest, Language language) {
        return known(
                handle.createQuery(
                                "select d.* from dismissal d join unit u on u.id = d.unit"
                                        + " where u.digest = :digest and u.lang = :lang")
                        .bind("digest", digest)
                        .bind("lang", language.tag())
                        .map((row, _) -> read(row))
                        .list());
    }

    static Known of(Handle handle, UnitId unit) {
        return known(
                handle.createQuery("select * from dismissal where unit = :unit")
                        .bind("unit", unit.toString())
                        .map((row, _) -> read(row))
                        .list());
    }

    private static Map.Entry<Key, Said> read(ResultSet row) throws SQLException {
        return Map.entry(
                new Key(
                        row.getString("unit"),
                        row.getString("pair"),
                        FindingRef.of(row.getString("finding"))),
                new Said(
                        row.getString("actor"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant()));
    }

    private static Known known(List<Map.Entry<Key, Said>> rows) {
        Map<Key, Said> known = new HashMap<>();
        rows.forEach(row -> known.put(row.getKey(), row.getValue()));
        return new Known(known);
    }

    static void add(
            Handle handle,
            UnitId unit,
            Target text,
            FindingRef finding,
            String actor,
            @Nullable String reason,
            Instant at) {
        handle.createUpdate(
                        "insert into dismissal (unit, pair, finding, actor, reason, at)"
                                + " values (:unit, :pair, :finding, :actor, :reason, :at)")
                .bind("unit", unit.toString())
                .bind("pair", Judgement.pair(text.source(), text.text()))
                .bind("finding", finding.toString())
                .bind("actor", actor)
                .bind("reason", reason)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    static void remove(Handle handle, UnitId unit, Target text, FindingRef finding) {
        handle.createUpdate(
                        "delete from dismissal where unit = :unit and pair = :pair and finding = :finding")
                .bind("unit", unit.toString())
                .bind("pair", Judgement.pair(text.source(), text.text()))
                .bind("finding", finding.toString())
                .execute();
    }
}
