package hanji.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the bench of a digest took.
///
/// @param shelf digests beside it
/// @param units with a draft in those
/// @param rows that were approved one after the other
/// @param shownMillis from the key to the frame that shows the next unit
/// @param savedMillis from the key to the row as the server has it
/// @param weight in bytes of the page and all that it loads, as they come over the line
/// @param hosts that were asked for something
record PagesReport(
        String bench,
        int shelf,
        int units,
        int rows,
        Tally.Times shownMillis,
        Tally.Times savedMillis,
        Cpu cpu,
        long weight,
        List<String> hosts) {

    private static final double SHOWN = 100;
    private static final double COST = 2.5;
    private static final long WEIGHT = 200 * 1024L;

    /// Milliseconds of the server's CPU for a page, uncompressed.
    ///
    /// @param bare of the same page, rendered from memory
    record Cpu(double bare, double page) {

        double ratio() {
            return page / bare;
        }
    }

    String table() {
        StringBuilder table = new StringBuilder();
        line(table, "%,d digests with %,d drafts, and the one that is worked on", shelf, units);
        line(
                table,
                "from key to next unit shown: p50 %.0f, p95 %.0f, p99 %.0f ms (%d keys; p95 at most %.0f)",
                shownMillis.p50(),
                shownMillis.p95(),
                shownMillis.p99(),
                shownMillis.count(),
                SHOWN);
        line(
                table,
                "from key to the answer in its row: p50 %.0f, p95 %.0f ms",
                savedMillis.p50(),
                savedMillis.p95());
        line(
                table,
                "CPU of the page: %.2f ms, rendered from memory %.2f ms, ratio %.2f (at most %.1f)",
                cpu.page(),
                cpu.bare(),
                cpu.ratio(),
                COST);
        line(
                table,
                "weight: %.1f KB with all it loads (less than %d)",
                weight / 1024.0,
                WEIGHT / 1024);
        line(table, "other hosts: %s", hosts.isEmpty() ? "none" : hosts);
        return table.toString();
    }

    private static void line(StringBuilder table, String format, Object... values) {
        table.append(format.formatted(values)).append('\n');
    }

    List<String> missed() {
        List<String> missed = new ArrayList<>();
        if (shownMillis.p95() > SHOWN) {
            missed.add(String.format(Locale.ROOT, "the next unit took %.0f ms", shownMillis.p95()));
        }
        if (cpu.ratio() > COST) {
            missed.add(
                    String.format(
                            Locale.ROOT, "a page costs %.2f times the bare one", cpu.ratio()));
        }
        if (weight >= WEIGHT) {
            missed.add("the page weighs %,d bytes".formatted(weight));
        }
        if (!hosts.isEmpty()) {
            missed.add("other hosts were asked: " + hosts);
        }
        return missed;
    }
}
