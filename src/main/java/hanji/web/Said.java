package hanji.web;

import hanji.qa.QaReport;
import hanji.qa.Severity;
import hanji.review.Decision;
import hanji.review.Mark;
import hanji.review.Outcome;
import hanji.review.ReviewItem;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the page says after a decision.
final class Said {

    private Said() {}

    /// What stands beside the row when nothing was changed; null when it was.
    static @Nullable RowNote note(Ui ui, Outcome outcome, Decision decision) {
        return switch (outcome) {
            case Outcome.Done _ -> null;
            case Outcome.NotPossible no -> RowNote.problem(ui.told(no.why()), text(decision));
            case Outcome.ReasonNeeded needed ->
                    new RowNote(
                            "reason",
                            critical(new Words(ui), needed.report()),
                            text(decision),
                            true);
            case Outcome.Outdated _ ->
                    decision instanceof Decision.Amend mine
                            ? new RowNote("versions", "", mine.text(), mine.approve())
                            : new RowNote("outdated", "", null, false);
        };
    }

    static @Nullable String text(Decision decision) {
        return decision instanceof Decision.Amend amend ? amend.text() : null;
    }

    /// Whether an editor stands behind the text by it.
    static boolean approves(Decision decision) {
        return switch (decision) {
            case Decision.Approve _ -> true;
            case Decision.Amend amend -> amend.approve();
            case Decision.Reject _,
                    Decision.Undo _,
                    Decision.TakeProposal _,
                    Decision.DropProposal _,
                    Decision.Dismiss _,
                    Decision.Restore _ ->
                    false;
        };
    }

    static BenchView.ToastView toast(Ui ui, ReviewItem item, Decision decision) {
        Messages say = ui.say();
        String place = item.unit().place();
        String id = item.unit().id().toString();
        return switch (decision) {
            case Decision.Approve _ ->
                    new BenchView.ToastView(
                            say.didApprove(place), Glyph.of(Mark.APPROVED), id, true);
            case Decision.Amend amend ->
                    amend.approve()
                            ? new BenchView.ToastView(
                                    say.didApprove(place), Glyph.of(Mark.APPROVED), id, true)
                            : new BenchView.ToastView(
                                    say.didEdit(place), Glyph.of(Mark.EDITED), id, true);
            case Decision.Reject _ ->
                    new BenchView.ToastView(
                            say.didReject(place), Glyph.of(Mark.REJECTED), id, true);
            case Decision.Undo _ ->
                    new BenchView.ToastView(say.didUndo(place), Glyph.of(item.mark()), "", true);
            case Decision.TakeProposal _ ->
                    new BenchView.ToastView(say.didTake(place), Glyph.of(Mark.DRAFT), id, true);
            case Decision.DropProposal _ ->
                    new BenchView.ToastView(say.didDrop(place), Glyph.of(item.mark()), id, true);
            case Decision.Dismiss _ ->
                    new BenchView.ToastView(
                            ui.work().didDismiss(place), Glyph.of(item.mark()), id, true);
            case Decision.Restore _ ->
                    new BenchView.ToastView(
                            ui.work().didRestore(place), Glyph.of(item.mark()), id, true);
        };
    }

    private static String critical(Words words, QaReport report) {
        return report.findings().stream()
                .filter(finding -> finding.severity() == Severity.CRITICAL)
                .map(words::sentence)
                .collect(Collectors.joining(" "));
    }
}
