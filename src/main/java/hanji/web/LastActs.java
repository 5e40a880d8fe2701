package hanji.web;

import hanji.review.LastAct;
import hanji.review.ReviewItem;
import hanji.segment.UnitId;
import java.util.List;
import java.util.stream.Collectors;

/// The toast of what an editor did last, for a page that was loaded again.
final class LastActs {

    private LastActs() {}

    /// @param items that it was done to
    static BenchView.ToastView toast(Ui ui, LastAct last, List<ReviewItem> items) {
        String place = items.isEmpty() ? "" : items.getFirst().unit().place();
        String said =
                items.size() > 1
                        ? Interface.flow(ui).didTogether(items.size())
                        : switch (last.act()) {
                            case APPROVED -> ui.say().didApprove(place);
                            case EDITED -> ui.say().didEdit(place);
                            case REJECTED -> ui.say().didReject(place);
                            case PROPOSAL_TAKEN -> ui.say().didTake(place);
                            case PROPOSAL_DROPPED -> ui.say().didDrop(place);
                            case DISMISSED -> ui.work().didDismiss(place);
                            case RESTORED -> ui.work().didRestore(place);
                            case DRAFTED, REPAIRED, REPAIR_DROPPED -> ui.say().didRedo(place);
                            case PROPOSED -> ui.say().didPropose(place);
                            case FROM_MEMORY,
                                    FAILED,
                                    SOURCE_CHANGED,
                                    UNDONE,
                                    PUBLISHED,
                                    COMMENTED,
                                    COMMENT_RESOLVED,
                                    COMMENT_REMOVED,
                                    WITHDRAWN ->
                                    throw new IllegalArgumentException(
                                            last.act() + " is nothing an editor takes back");
                        };
        return items.isEmpty()
                ? BenchView.ToastView.NONE
                : new BenchView.ToastView(
                        said, Glyph.of(items.getFirst().mark()), units(last.units()), false);
    }

    static String units(List<UnitId> units) {
        return units.stream().map(UnitId::toString).collect(Collectors.joining(" "));
    }
}
