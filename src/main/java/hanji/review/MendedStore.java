package hanji.review;

import hanji.segment.Provenance;
import hanji.segment.UnitId;
import hanji.termbase.Mended;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Reads what became of machines' texts: approved translations of bullets that stand in their
/// digest, each with the last machine's text of the same source that is not younger.
final class MendedStore {

    /// The newest; older ones say what older prompts did.
    private static final int MOST = 20_000;

    private static final Rows READ = new Rows();

    private static final String APPROVED =
            "from unit u join segment s on s.id = u.subject and s.number > 0"
                    + " join entry e on e.id = s.entry"
                    + " where u.kind = 'translation' and u.state in ('reviewed', 'final') and u.target is not null";

    private record Row(
            UnitId unit,
            String digest,
            int entry,
            int number,
            String source,
            String text,
            Provenance provenance) {}

    private MendedStore() {}

    /// Another one than before when something was approved, or taken back, since.
    static String stamp(Handle handle) {
        return handle.createQuery("select count(*) as n, max(u.at) as latest " + APPROVED)
                .map((row, _) -> row.getString("n") + " " + row.getString("latest"))
                .one();
    }

    static List<Mended> read(Handle handle) {
        List<Mended> all = new ArrayList<>();
        List<Row> unit = new ArrayList<>();
        handle.createQuery(
                        "select a.unit, a.digest, a.entry, a.number, t.source, t.text, t.provenance from ("
                                + "select u.id as unit, u.digest, e.number as entry, s.number, u.target, u.at "
                                + APPROVED
                                + " order by u.at desc limit "
                                + MOST
                                + ") a join target t on t.unit = a.unit and t.number <= a.target"
                                + " order by a.at, a.unit, t.number")
                .map((row, _) -> row(row))
                .forEach(row -> {
                    if (!unit.isEmpty() && !unit.getFirst().unit().equals(row.unit())) {
                        add(all, unit);
                        unit.clear();
                    }
                    unit.add(row);
                });
        if (!unit.isEmpty()) {
            add(all, unit);
        }
        return all;
    }

    /// @param texts of a unit, up to the approved one
    private static void add(List<Mended> all, List<Row> texts) {
        Row approved = texts.getLast();
        texts.stream()
                .filter(text ->
                        text.provenance() instanceof Provenance.Machine
                                && text.source().equals(approved.source()))
                .reduce((_, later) -> later)
                .ifPresent(machine -> all.add(mended(machine, approved)));
    }

    private static Mended mended(Row machine, Row approved) {
        String place = "%s %d.%d".formatted(approved.digest(), approved.entry(), approved.number());
        String href =
                "/digests/%s?lang=%s#u-%s"
                        .formatted(
                                URLEncoder.encode(approved.digest(), StandardCharsets.UTF_8)
                                        .replace("+", "%20"),
                                approved.unit().language().tag(),
                                approved.unit());
        return new Mended(
                place,
                href,
                approved.unit().language(),
                approved.source(),
                machine.text(),
                approved.text());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                UnitId.of(row.getString("unit")),
                row.getString("digest"),
                row.getInt("entry"),
                row.getInt("number"),
                row.getString("source"),
                row.getString("text"),
                READ.provenance(row.getString("provenance")));
    }
}
