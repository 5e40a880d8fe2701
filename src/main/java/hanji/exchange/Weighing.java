package hanji.exchange;

import hanji.account.Editor;
import hanji.account.Right;
import hanji.review.Act;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.review.Target;
import hanji.segment.TargetState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is to be done with a file's text for a unit, as both stand.
final class Weighing {

    private Weighing() {}

    static ImportRow row(FileUnit unit, ReviewItem item, DigestImport.Wish wish, Editor editor) {
        String text = unit.text().strip().replace("\r\n", "\n").replace('\r', '\n');
        TargetState said = Objects.requireNonNullElse(unit.state(), TargetState.REVIEWED);
        boolean approve = said.approved() && wish.most().approved();
        String stands = stands(item);
        boolean same = text.equals(stands) && (item.state().approved() || !approve);
        if (text.isEmpty() || same) {
            return row(unit, item, ImportRow.Outcome.SAME, stands, null, item.state());
        }
        ImportRow writes =
                row(
                        unit,
                        item,
                        stands == null ? ImportRow.Outcome.ADDED : ImportRow.Outcome.CHANGED,
                        stands,
                        text,
                        approve ? TargetState.REVIEWED : TargetState.TRANSLATED);
        Right right = approve || item.state().approved() ? Right.APPROVE : Right.EDIT;
        if (!editor.may(right, unit.language())) {
            return writes.refused(
                    ImportRow.Outcome.UNUSABLE,
                    right == Right.EDIT
                            ? "%s may not edit in %s.".formatted(editor.name(), unit.language())
                            : "%s may not approve in %s: bring it in with state=translated."
                                    .formatted(editor.name(), unit.language()));
        }
        return !wish.force() && !text.equals(stands) && since(unit, item)
                ? writes.refused(
                        ImportRow.Outcome.CONFLICT,
                        "somebody worked on it since the file was written.")
                : writes;
    }

    /// The text that an import would replace.
    private static @Nullable String stands(ReviewItem item) {
        Target target = item.target();
        return target == null
                        || item.state() == TargetState.INITIAL
                        || item.staleness() == Staleness.SOURCE_CHANGED
                ? null
                : target.text();
    }

    /// Whether a person did something that whoever wrote the file has not seen. A file that knows
    /// no versions has seen nothing.
    private static boolean since(FileUnit unit, ReviewItem item) {
        return unit.version() == null
                ? item.personal() || item.act() == Act.REJECTED
                : unit.version() != item.version();
    }

    private static ImportRow row(
            FileUnit unit,
            ReviewItem item,
            ImportRow.Outcome outcome,
            @Nullable String before,
            @Nullable String after,
            TargetState state) {
        return new ImportRow(
                unit.line(),
                outcome,
                item.unit().id(),
                item.unit().place(),
                unit.language(),
                before,
                after,
                state,
                null);
    }
}
