package hanji.web;

import hanji.review.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A stacked bar: solid is a person's, stitched a machine's, hatched waits for a decision.
///
/// @param label what it says, for those who do not see it
record Meter(String label, List<Bar> bars) {

    /// @param kind `ok`, `ed`, `dr` or `fi`
    /// @param from and the others in per cent, as SVG attributes
    record Bar(String kind, String from, String to, String width) {}

    static Meter of(Progress progress, int total, String label) {
        List<Bar> bars = new ArrayList<>();
        int at = 0;
        at = add(bars, "ok", at, progress.done(), total);
        at = add(bars, "ed", at, progress.edited(), total);
        at = add(bars, "dr", at, progress.drafts(), total);
        add(bars, "fi", at, progress.toDecide(), total);
        return new Meter(label, bars);
    }

    static Meter drafting(int done, int failed, int total, String label) {
        List<Bar> bars = new ArrayList<>();
        int at = add(bars, "dr", 0, done, total);
        add(bars, "fi", at, failed, total);
        return new Meter(label, bars);
    }

    private static int add(List<Bar> bars, String kind, int at, int count, int total) {
        if (count > 0 && total > 0) {
            bars.add(
                    new Bar(
                            kind,
                            percent(at, total),
                            percent(at + count, total),
                            percent(count, total)));
        }
        return at + count;
    }

    private static String percent(int part, int total) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * Math.min(part, total) / total);
    }
}
