package hanji.review;

import hanji.qa.QaReport;
import hanji.segment.Language;
import hanji.segment.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// The table `judgement`, as far as one model wrote it.
///
/// @param model the judge's id
record JudgementStore(String model) {

    private static final Rows ROWS = new Rows();

    /// Judgements of units, by unit and pair of texts.
    record Known(Map<String, Map<String, Said>> byUnit) {

        static final Known NOTHING = new Known(Map.of());

        @Nullable Said said(String unit, String source, String target) {
            Map<String, Said> pairs = byUnit.get(unit);
            return pairs == null ? null : pairs.get(Judgement.pair(source, target));
        }

        /// What was said of a text that still belongs to the unit's source.
        @Nullable Judgement of(String judge, Unit unit, @Nullable Target text) {
            if (text == null || !text.source().equals(unit.source())) {
                return null;
            }
            Said said = said(unit.id().toString(), text.source(), text.text());
            return said == null
                    ? null
                    : new Judgement(
                            judge, said.report(), Judgement.words(text.source()), said.at());
        }
    }

    /// All of the judge's.
    Known all(Handle handle) {
        return known(
                handle.createQuery("select * from judgement where model = :model")
                        .bind("model", model)
                        .map((row, _) -> read(row))
                        .list());
    }

    record Said(QaReport report, Instant at) {}

    Known ofDigest(Handle handle, String digest, Language language) {
        return known(
                handle.createQuery(
                                "select j.* from judgement j join unit u on u.id = j.unit"
                                        + " where u.digest = :digest and u.lang = :lang and j.model = :model")
                        .bind("digest", digest)
                        .bind("lang", language.tag())
                        .bind("model", model)
                        .map((row, _) -> read(row))
                        .list());
    }

    Known of(Handle handle, UnitId unit) {
        return known(
                handle.createQuery("select * from judgement where unit = :unit and model = :model")
                        .bind("unit", unit.toString())
                        .bind("model", model)
                        .map((row, _) -> read(row))
                        .list());
    }

    private record Row(String unit, String pair, Said said) {}

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("unit"),
                row.getString("pair"),
                new Said(
                        ROWS.report(row.getString("findings")),
                        row.getObject("at", OffsetDateTime.class).toInstant()));
    }

    private static Known known(List<Row> rows) {
        Map<String, Map<String, Said>> known = new HashMap<>();
        rows.forEach(row ->
                known.computeIfAbsent(row.unit(), _ -> new HashMap<>())
                        .put(row.pair(), row.said()));
        return new Known(known);
    }

    /// What was said before of the same texts stays.
    void add(Handle handle, List<Judged> judged, Instant at) {
        PreparedBatch rows =
                handle.prepareBatch(
                        "insert into judgement (unit, pair, model, findings, at)"
                                + " values (:unit, :pair, :model, :findings, :at) on conflict do nothing");
        for (Judged one : judged) {
            rows.bind("unit", one.unit().id().toString())
                    .bind("pair", Judgement.pair(one.text().source(), one.text().text()))
                    .bind("model", model)
                    .bind("findings", ROWS.json(one.report()))
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .add();
        }
        if (rows.size() > 0) {
            rows.execute();
        }
    }
}
