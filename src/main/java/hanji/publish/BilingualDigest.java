package hanji.publish;

import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.workbench.StoredDigest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A digest with its texts in one language beside the originals.
public record BilingualDigest(StoredDigest digest, Language language, List<Entry> entries) {

    /// A paper with its texts.
    ///
    /// @param headline only when it is shown; the same goes for the other condensations
    public record Entry(
            StoredDigest.Entry entry,
            @Nullable ReviewItem headline,
            @Nullable ReviewItem tldr,
            @Nullable ReviewItem bullets,
            List<Pair> pairs) {}

    /// A segment and its translation.
    ///
    /// @param shown whether the target stands in the publication; else the source does
    public record Pair(StoredDigest.Segment segment, ReviewItem item, boolean shown) {

        /// What stands in the publication.
        public String text() {
            return shown && item.target() != null ? item.target().text() : segment.bullet().text();
        }
    }

    /// What is shown, condensations too.
    public List<ReviewItem> items() {
        return entries.stream()
                .flatMap(entry ->
                        Stream.concat(
                                Stream.of(entry.headline(), entry.tldr(), entry.bullets())
                                        .filter(Objects::nonNull),
                                entry.pairs().stream().filter(Pair::shown).map(Pair::item)))
                .toList();
    }

    /// How many translations are shown.
    public int shown() {
        return (int)
                entries.stream()
                        .flatMap(entry -> entry.pairs().stream())
                        .filter(Pair::shown)
                        .count();
    }

    public int total() {
        return entries.stream().mapToInt(entry -> entry.pairs().size()).sum();
    }
}
