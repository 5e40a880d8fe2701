package hanji.web;

import hanji.digest.DigestEntry;
import hanji.digest.Media;
import hanji.review.Progress;
import hanji.review.ReviewItem;
import hanji.segment.UnitKind;
import hanji.segment.WebAddress;
import hanji.workbench.StoredDigest;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes entries of stored ones and their items.
record EntryViews(Words words, RowViews rows) {

    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

    /// Longer lists of authors stand in the digest itself.
    private static final int NAMED = 3;

    EntryView entry(StoredDigest.Entry stored, List<ReviewItem> items) {
        DigestEntry entry = stored.entry();
        InspectorView.Paper paper = paper(words, entry);
        Bearings bearings = new Bearings(stored);
        return new EntryView(
                entry.number(),
                paper.title(),
                paper.lang(),
                paper.link(),
                paper.linkWord(),
                paper.lookalike(),
                paper.votes(),
                paper.authors(),
                entry.media().stream().map(EntryViews::media).filter(Objects::nonNull).toList(),
                head(stored, items),
                items.stream()
                        .anyMatch(item ->
                                bullet(item) ? Progress.of(item).done() == 0 : RowViews.open(item)),
                items.stream()
                        .filter(EntryViews::bullet)
                        .map(item -> rows.row(bearings, item, null))
                        .toList(),
                items.stream()
                        .filter(item -> !bullet(item))
                        .map(item -> rows.row(bearings, item, null))
                        .toList());
    }

    /// What an entry is about, and who wrote it.
    static InspectorView.Paper paper(Words words, DigestEntry entry) {
        WebAddress link = WebAddress.of(entry.link());
        return new InspectorView.Paper(
                entry.number(),
                entry.title(),
                lang(entry.title()),
                link == null ? null : link.url(),
                entry.arxivId() != null
                        ? "arXiv " + entry.arxivId()
                        : link == null ? "" : link.host(),
                lookalike(link),
                entry.votes() == null
                        ? null
                        : words.ui().say().votes(entry.votes(), words.ui().number(entry.votes())),
                authors(words, entry.authors()));
    }

    EntryView.EntryHead head(StoredDigest.Entry stored, List<ReviewItem> items) {
        List<ReviewItem> bullets = items.stream().filter(EntryViews::bullet).toList();
        long done = bullets.stream().mapToInt(item -> Progress.of(item).done()).sum();
        return new EntryView.EntryHead(
                stored.entry().number(),
                bullets.stream().map(rows::glyph).toList(),
                words.ui().say().doneOf(words.ui().number(done), words.ui().number(bullets.size())),
                (int) items.stream().filter(ReviewItem::cleanDraft).count());
    }

    static boolean bullet(ReviewItem item) {
        return item.unit().id().kind() == UnitKind.TRANSLATION;
    }

    static String lang(String text) {
        return HANGUL.matcher(text).find() ? "ko" : "en";
    }

    private static String authors(Words words, List<String> names) {
        if (names.size() <= NAMED + 1) {
            return String.join(", ", names);
        }
        return words.ui()
                .say()
                .andMore(String.join(", ", names.subList(0, NAMED)), names.size() - NAMED);
    }

    static EntryView.@Nullable MediaView media(Media media) {
        WebAddress address = WebAddress.of(media.url());
        return address == null
                ? null
                : new EntryView.MediaView(
                        media.kind() == Media.Kind.VIDEO, address.url(), address.host());
    }

    /// The host of an address that can be taken for another; null for all others.
    static @Nullable String lookalike(@Nullable WebAddress link) {
        return link != null && link.lookalike() ? link.host() : null;
    }
}
