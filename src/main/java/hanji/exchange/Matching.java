package hanji.exchange;

import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which units of a digest a file's texts are of: by id or place where the source is still the same
/// there, else all that have that source.
final class Matching {

    private record Source(Language language, String text) {}

    private final String digest;
    private final Map<Source, List<ReviewItem>> bySource = new HashMap<>();

    Matching(String digest, List<ReviewItem> items) {
        this.digest = digest;
        for (ReviewItem item : items) {
            if (item.unit().id().kind() == UnitKind.TRANSLATION) {
                bySource.computeIfAbsent(
                                new Source(
                                        item.unit().id().language(),
                                        FileUnit.key(item.unit().source())),
                                _ -> new ArrayList<>())
                        .add(item);
            }
        }
    }

    List<ReviewItem> of(FileUnit unit) {
        List<ReviewItem> alike =
                bySource.getOrDefault(
                        new Source(unit.language(), FileUnit.key(unit.source())), List.of());
        List<ReviewItem> meant = alike.stream().filter(item -> meant(unit, item)).toList();
        return meant.isEmpty() ? alike : meant;
    }

    private boolean meant(FileUnit unit, ReviewItem item) {
        return item.unit().id().equals(unit.id())
                || (digest.equals(unit.digest()) && item.unit().place().equals(unit.place()));
    }
}
