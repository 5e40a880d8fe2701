package hanji.bench;

import hanji.qa.Inspector;
import hanji.review.Figures;
import hanji.review.ReviewDesk;
import hanji.store.Database;
import hanji.store.DatabaseAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/// What the figures of 5,000 digests cost: the first look at 90 days, and one later. Each digest
/// has 20 bullets in 2 languages, drafted and half of them approved; of 10 digests, one lies in the
/// 90 days.
public final class FiguresBench {

    private static final int DIGESTS = 5_000;
    private static final int UNITS = 40;
    private static final int DAYS = 900;

    private static final String PROVENANCE =
            "{\"by\":\"machine\",\"model\":\"mini\",\"modelName\":\"gpt-4o-mini\",\"prompt\":\"translate@1f00d7aa\","
                    + "\"recipe\":\"r\",\"request\":\"q'||(x/5)||'\",\"tokensIn\":900,\"tokensOut\":400,\"cost\":0.0004,"
                    + "\"millis\":900,\"attempts\":1,\"units\":5,\"cached\":false,\"at\":\"2026-01-01T00:00:00Z\"}";

    private static final String FINDINGS =
            "[{\"check\":\"numbers\",\"category\":\"accuracy/mistranslation/number\",\"severity\":\"major\",\"message\":\"The number changed.\"}]";

    private FiguresBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("hanji-figures");
        try (Database database = Database.open(DatabaseAddress.inFolder(folder))) {
            fill(database);
            Figures figures = new Figures(database, Clock.systemUTC());
            LocalDate from = LocalDate.now(ZoneOffset.UTC).minusDays(89);
            double first = seconds(figures, from);
            double later = seconds(figures, from);
            ReviewDesk desk =
                    new ReviewDesk(database, new Inspector(), (_, _) -> true, Clock.systemUTC());
            long start = System.nanoTime();
            desk.agreements();
            double agreements = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%,d digests, %,d units: 90 days at first %.2f s, then %.4f s; warnings and editors of all days %.2f s%n",
                    DIGESTS,
                    DIGESTS * UNITS,
                    first,
                    later,
                    agreements);
        }
    }

    private static double seconds(Figures figures, LocalDate from) {
        long start = System.nanoTime();
        if (figures.since(from).isEmpty()) {
            throw new IllegalStateException("nothing was read");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void fill(Database database) {
        String at =
                "dateadd(hour, -24 * mod(x / %d, %d) - 1, current_timestamp)"
                        .formatted(UNITS, DAYS);
        database.write(handle -> {
            handle.execute(
                    "insert into digest (id, revision, name, entries, segments, imported_at)"
                            + " select 'd' || x, 1, 'd', 4, 20, current_timestamp from system_range(0, ?) r(x)",
                    DIGESTS - 1);
            String units = " from system_range(0, " + (DIGESTS * UNITS - 1) + ") r(x)";
            handle.execute(
                    "insert into unit (id, digest, kind, subject, lang, version, base, event, state, target, edited, actor, at)"
                            + " select 'translation-' || x, 'd' || (x / "
                            + UNITS
                            + "), 'translation', x, case when mod(x, 2) = 0 then 'en' else 'ja' end, 2, 2,"
                            + " 'approved', 'reviewed', 1, false, 'Mina', current_timestamp"
                            + units);
            handle.execute(
                    "insert into target (unit, number, text, source, source_hash, provenance, findings)"
                            + " select 'translation-' || x, 1, repeat('A text of some length. ', 6), 'source', repeat('0', 64), '"
                            + PROVENANCE
                            + "', case when mod(x, 5) = 0 then '"
                            + FINDINGS
                            + "' else '[]' end"
                            + units);
            handle.execute(
                    "insert into event (unit, version, base, parent, event, state, target, edited, actor, at)"
                            + " select 'translation-' || x, 1, 1, 0, 'drafted', 'translated', 1, false, 'Hanji', "
                            + at
                            + units);
            handle.execute(
                    "insert into event (unit, version, base, parent, event, state, target, edited, actor, at)"
                            + " select 'translation-' || x, 2, 2, 1, 'approved', 'reviewed', 1, false, 'Mina', "
                            + at
                            + units
                            + " where mod(x, 2) = 0");
            return null;
        });
    }
}
