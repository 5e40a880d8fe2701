package hanji.review;

import hanji.segment.SourceHash;
import java.util.Comparator;
import java.util.List;

/// What is worth another look before a digest is published in a language, or after its last text is
/// approved.
///
/// @param approved texts that somebody stands behind, published or not
/// @param fast those of them that were approved faster than they can be read
/// @param mended those of them that a person wrote
/// @param finished whether nothing is left to read or to decide
/// @param sample some of those approved too fast, or of those a machine wrote when too few were; in
///   page order
public record LookOver(
        int approved, int fast, int mended, boolean finished, List<ReviewItem> sample) {

    /// Beyond a tenth it is told. Where editors change one draft in ten, a tenth of a digest of 90
    /// bullets that nobody read hides about one text that somebody would have changed; below that,
    /// what is measured is rather that short bullets are known at a glance.
    private static final double SHARE = 0.1;

    /// As [#SHARE]: one in ten, and never so few that nothing can be learned from them. When a
    /// fifth of the texts is wrong, five show it in two cases of three (1 - 0.8^5 = 0.67).
    private static final double SAMPLE = 0.1;

    private static final int FEWEST = 5;

    /// @param items of the digest in the language, in page order
    public static LookOver of(List<ReviewItem> items, Readings readings) {
        List<ReviewItem> approved = items.stream().filter(one -> one.state().approved()).toList();
        List<ReviewItem> fast = approved.stream().filter(readings::fast).toList();
        List<ReviewItem> machine = approved.stream().filter(LookOver::machine).toList();
        boolean finished = !approved.isEmpty() && items.stream().noneMatch(LookOver::open);
        LookOver over =
                new LookOver(
                        approved.size(),
                        fast.size(),
                        approved.size() - machine.size(),
                        finished,
                        List.of());
        return over.with(sample(items, finished && !over.due() ? machine : fast));
    }

    private LookOver with(List<ReviewItem> sample) {
        return new LookOver(approved, fast, mended, finished, sample);
    }

    /// Whether more texts were approved too fast than can be passed over. While she is at it, a few
    /// are not worth a word: she may come back to them.
    public boolean due() {
        return fast > SHARE * approved && (finished || fast >= FEWEST);
    }

    private static boolean machine(ReviewItem item) {
        return item.target() != null && item.target().machine();
    }

    private static boolean open(ReviewItem item) {
        return item.toDecide() || item.mark() == Mark.DRAFT || item.mark() == Mark.EDITED;
    }

    /// The same texts for everybody and at every look: by the hash of unit and text.
    private static List<ReviewItem> sample(List<ReviewItem> items, List<ReviewItem> pool) {
        int size = Math.max(FEWEST, (int) Math.ceil(SAMPLE * pool.size()));
        List<ReviewItem> drawn =
                pool.stream().sorted(Comparator.comparing(LookOver::lot)).limit(size).toList();
        return items.stream().filter(drawn::contains).toList();
    }

    private static String lot(ReviewItem item) {
        int number = item.target() == null ? 0 : item.target().number();
        return SourceHash.of(item.unit().id() + " " + number).hex();
    }
}
