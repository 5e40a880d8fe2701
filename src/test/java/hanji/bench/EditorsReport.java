package hanji.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What came of some editors' work at once.
///
/// @param real whether the digests were real ones, or the samples
/// @param thoughtMillis least and most time between two requests of one editor
/// @param requests of all kinds, logins and the time before the measured one included
/// @param saves edits and approvals that were sent, kept or not
/// @param events that the editors were told over the lines they held open
/// @param saveMillis of the saves after the warm-up, conflicts included
/// @param readMillis of the pages, rows and units after the warm-up
/// @param lateMillis by how much a thread of the bench woke up late, which is what the machine was
///   short of
/// @param cpuMillis of the server for a request
/// @param decisions in the audit log
/// @param errors what must not happen, in sentences
record EditorsReport(
        String bench,
        int editors,
        int seconds,
        int warmUpSeconds,
        List<Integer> thoughtMillis,
        int digests,
        boolean real,
        long requests,
        int saves,
        long kept,
        long conflicts,
        int units,
        long events,
        Tally.Times saveMillis,
        Tally.Times readMillis,
        Tally.Times lateMillis,
        double cpuMillis,
        long decisions,
        double boundMillis,
        List<String> errors) {

    String table() {
        StringBuilder table = new StringBuilder();
        line(
                table,
                "%d editors, %d s after %d s to warm up, %d–%d ms of thought between two requests of each",
                editors,
                seconds,
                warmUpSeconds,
                thoughtMillis.getFirst(),
                thoughtMillis.getLast());
        line(table, "%d %s digests, a batch under way", digests, real ? "real" : "sample");
        line(
                table,
                "%,d requests, %.1f ms of the server's CPU each; %,d events told",
                requests,
                cpuMillis,
                events);
        line(
                table,
                "%,d saves of %,d units: %,d kept, %,d conflicts (412)",
                saves,
                units,
                kept,
                conflicts);
        times(table, "saves", saveMillis);
        times(table, "reads", readMillis);
        times(table, "the bench's own clock woke up late by", lateMillis);
        line(table, "%,d decisions in the audit log", decisions);
        line(table, "%,d errors", errors.size());
        errors.stream().limit(20).forEach(error -> line(table, "  %s", error));
        return table.toString();
    }

    private static void times(StringBuilder table, String what, Tally.Times times) {
        line(
                table,
                "%s: p50 %.1f, p95 %.1f, p99 %.1f, at most %.1f ms",
                what,
                times.p50(),
                times.p95(),
                times.p99(),
                times.most());
    }

    private static void line(StringBuilder table, String form, Object... values) {
        table.append(String.format(Locale.ROOT, form, values)).append(System.lineSeparator());
    }

    /// What is not as it has to be; empty when all is well.
    List<String> missed() {
        List<String> missed = new ArrayList<>();
        if (!errors.isEmpty()) {
            missed.add("%d errors: no save may be lost.".formatted(errors.size()));
        }
        if (!(saveMillis.p99() <= boundMillis)) {
            missed.add(
                    String.format(
                            Locale.ROOT,
                            "1 %% of the saves took more than %.0f ms; the bound is %.0f ms.",
                            saveMillis.p99(),
                            boundMillis));
        }
        return missed;
    }
}
