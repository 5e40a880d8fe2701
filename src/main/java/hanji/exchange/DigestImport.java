package hanji.exchange;

import hanji.account.Editor;
import hanji.review.Decision;
import hanji.review.Outcome;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.workbench.StoredDigest;
import hanji.workbench.Workbench;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Brings texts of other tools into a digest, as amendments of the editor who does it. The same
/// file again changes nothing.
public final class DigestImport {

    /// In bytes of a file.
    public static final int MOST_BYTES = XmlFile.MOST_BYTES;

    private final Workbench workbench;

    public DigestImport(Workbench workbench) {
        this.workbench = workbench;
    }

    /// How an import is meant.
    ///
    /// @param language the only one that is taken; null for all that the file has
    /// @param most the farthest state that is taken from the file; what is reviewed there then
    ///   comes in as a text to be read
    /// @param force whether texts that somebody worked on since the file was written are replaced
    /// @param dryRun whether nothing is changed
    public record Wish(
            @Nullable Language language, TargetState most, boolean force, boolean dryRun) {}

    private record Weighed(ImportRow row, @Nullable ReviewItem item, FileUnit unit) {}

    /// Brings in what is new in a file. Whoever may not approve in a language brings in no approved
    /// texts there.
    ///
    /// @throws Problem (not found) without such a digest; (bad input) for a file that is none; (too
    ///   large); nothing is changed then
    public ImportReport bring(
            String digestKey, FileFormat format, byte[] bytes, Wish wish, Editor editor) {
        StoredDigest digest = workbench.digest(digestKey);
        FileUnits file = FileUnits.read(format, bytes);
        Matching matching =
                new Matching(
                        digestKey,
                        Language.TARGETS.stream()
                                .flatMap(language -> workbench.items(digest, language).stream())
                                .toList());
        List<ImportRow> rows = new ArrayList<>();
        file.unusable().forEach(one -> rows.add(ImportRow.unusable(one.line(), one.sentence())));
        Set<UnitId> met = new HashSet<>();
        for (FileUnit unit : file.units()) {
            if (wish.language() == null || wish.language() == unit.language()) {
                for (Weighed weighed : weighed(unit, matching, met, wish, editor)) {
                    rows.add(wish.dryRun() ? weighed.row() : kept(weighed, file, editor));
                }
            }
        }
        rows.sort(Comparator.comparingInt(ImportRow::line));
        return ImportReport.of(file.tool(), wish.dryRun(), rows);
    }

    private static List<Weighed> weighed(
            FileUnit unit, Matching matching, Set<UnitId> met, Wish wish, Editor editor) {
        List<ReviewItem> items = matching.of(unit);
        if (items.isEmpty()) {
            String sentence = "no bullet of the digest has this source today.";
            return List.of(new Weighed(ImportRow.unusable(unit.line(), sentence), null, unit));
        }
        return items.stream()
                .map(item -> {
                    ImportRow row = Weighing.row(unit, item, wish, editor);
                    boolean first = met.add(item.unit().id());
                    return new Weighed(
                            first || !row.writes()
                                    ? row
                                    : row.refused(
                                            ImportRow.Outcome.UNUSABLE,
                                            "the file has another text for this bullet further up."),
                            item,
                            unit);
                })
                .toList();
    }

    private ImportRow kept(Weighed weighed, FileUnits file, Editor editor) {
        ImportRow row = weighed.row();
        if (!row.writes() || weighed.item() == null || row.after() == null) {
            return row;
        }
        String tool =
                weighed.unit().author() == null
                        ? file.tool()
                        : "%s (%s)".formatted(file.tool(), bounded(weighed.unit().author()));
        boolean approve = row.state() != null && row.state().approved();
        Decision decision =
                new Decision.Amend(
                        row.after(), approve, approve ? "approved in " + tool : null, tool);
        try {
            return switch (workbench.decide(
                    weighed.item().unit().id(), weighed.item().version(), decision, editor)) {
                case Outcome.Done _ -> row;
                case Outcome.Outdated _ ->
                        row.refused(
                                ImportRow.Outcome.CONFLICT, "somebody works on it at this moment.");
                case Outcome.NotPossible no ->
                        row.refused(ImportRow.Outcome.UNUSABLE, no.why().toString());
                case Outcome.ReasonNeeded _ ->
                        row.refused(
                                ImportRow.Outcome.UNUSABLE,
                                "a critical finding stands against this text.");
            };
        } catch (Problem e) {
            return switch (e.kind()) {
                case BAD_INPUT, FORBIDDEN, NOT_FOUND, GONE, TOO_LARGE ->
                        row.refused(ImportRow.Outcome.UNUSABLE, e.sentence());
                case CONFLICT -> row.refused(ImportRow.Outcome.CONFLICT, e.sentence());
                case SETUP, MODEL, SPENT, STORAGE -> throw e;
            };
        }
    }

    private static String bounded(String author) {
        String said = Expressible.of(author).strip();
        return said.substring(0, Math.min(said.length(), 80));
    }
}
