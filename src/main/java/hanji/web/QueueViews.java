package hanji.web;

import hanji.qa.QaFinding;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.segment.UnitId;
import hanji.workbench.StoredDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Makes the queue of a digest's items.
///
/// @param running whether drafts are being made for this digest and language
/// @param redoing what is being asked for again: nobody has to look at it until it is there
record QueueViews(Words words, boolean running, Set<UnitId> redoing) {

    /// Longer stretches do not fit the rail; the finding's sentence says it then.
    private static final int SHORT = 22;

    QueueView queue(StoredDigest digest, List<ReviewItem> items) {
        List<QueueView.Item> decide = new ArrayList<>();
        List<QueueView.Item> look = new ArrayList<>();
        for (int page = 0; page < items.size(); page++) {
            ReviewItem item = items.get(page);
            if (redoing(item)) {
                continue;
            }
            if (item.toDecide()) {
                decide.add(item(item, page));
            } else if (RowViews.open(item) && !item.cleanDraft()) {
                look.add(item(item, page));
            }
        }
        decide.sort(
                Comparator.comparingInt(QueueView.Item::risk)
                        .reversed()
                        .thenComparingInt(QueueView.Item::page));
        look.sort(
                Comparator.comparingInt(QueueView.Item::risk)
                        .reversed()
                        .thenComparingInt(QueueView.Item::page));
        return new QueueView(
                (int) items.stream().filter(item -> RowViews.open(item) && !redoing(item)).count(),
                decide.size(),
                decide,
                look,
                groups(
                        digest,
                        items,
                        item -> redoing(item) || (running && item.mark() == Mark.NONE)),
                groups(digest, items, item -> item.cleanDraft() && !redoing(item)));
    }

    private boolean redoing(ReviewItem item) {
        return redoing.contains(item.unit().id());
    }

    private static List<QueueView.Group> groups(
            StoredDigest digest, List<ReviewItem> items, Predicate<ReviewItem> wanted) {
        int[] counts = new int[digest.entries().size() + 1];
        items.stream().filter(wanted).forEach(item -> counts[item.unit().entry()]++);
        return digest.entries().stream()
                .map(StoredDigest.Entry::entry)
                .filter(entry -> counts[entry.number()] > 0)
                .map(entry ->
                        new QueueView.Group(entry.number(), entry.title(), counts[entry.number()]))
                .toList();
    }

    private QueueView.Item item(ReviewItem item, int page) {
        QaFinding worst = worst(item);
        String unit = "u-" + item.unit().id();
        String place =
                item.unit().number() > 0
                        ? item.unit().place()
                        : item.unit().entry() + " " + words.kind(item.unit().id().kind());
        String reason = words.reason(item);
        if (reason != null) {
            return new QueueView.Item(
                    unit,
                    place,
                    Glyph.of(item.mark()),
                    item.risk(),
                    page,
                    null,
                    null,
                    reason,
                    words.mark(item));
        }
        if (worst != null && item.target() != null) {
            String before = FindingViews.excerpt(worst.source(), item.unit().source());
            String after = FindingViews.excerpt(worst.target(), item.target().text());
            boolean fits =
                    before != null
                            && after != null
                            && before.length() <= SHORT
                            && after.length() <= SHORT;
            return new QueueView.Item(
                    unit,
                    place,
                    Glyph.of(worst.severity()),
                    item.risk(),
                    page,
                    fits ? before : null,
                    fits ? after : null,
                    words.sentence(worst),
                    words.ui()
                            .say()
                            .categoryAndSeverity(
                                    words.category(worst.category()),
                                    words.severity(worst.severity())));
        }
        if (item.proposal() != null) {
            return new QueueView.Item(
                    unit,
                    place,
                    Glyph.of(Mark.DRAFT),
                    item.risk(),
                    page,
                    null,
                    null,
                    item.earlier().isPresent()
                            ? Interface.words(words.ui(), BesideMessages.class).twoAnswers()
                            : words.ui().say().proposalStands(),
                    words.mark(item));
        }
        return new QueueView.Item(
                unit,
                place,
                Glyph.of(item.mark()),
                item.risk(),
                page,
                null,
                null,
                words.mark(item),
                words.byline(item));
    }

    private static @Nullable QaFinding worst(ReviewItem item) {
        List<QaFinding> findings = RowViews.findings(item);
        return findings.isEmpty() ? null : findings.getFirst();
    }
}
