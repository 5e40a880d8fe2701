package hanji.exchange;

import java.util.List;

/// What an import did, or would do.
///
/// @param tool that wrote the file, as it calls itself
/// @param dryRun whether nothing was changed
/// @param rows in the order of the file, without those that stand already
public record ImportReport(
        String tool,
        boolean dryRun,
        int added,
        int changed,
        int same,
        int conflicts,
        int unusable,
        List<ImportRow> rows) {

    static ImportReport of(String tool, boolean dryRun, List<ImportRow> all) {
        return new ImportReport(
                tool,
                dryRun,
                count(all, ImportRow.Outcome.ADDED),
                count(all, ImportRow.Outcome.CHANGED),
                count(all, ImportRow.Outcome.SAME),
                count(all, ImportRow.Outcome.CONFLICT),
                count(all, ImportRow.Outcome.UNUSABLE),
                all.stream().filter(row -> row.outcome() != ImportRow.Outcome.SAME).toList());
    }

    private static int count(List<ImportRow> rows, ImportRow.Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
