package hanji.workbench;

import hanji.draft.DraftRequest;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.segment.Language;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Makes requests of how a digest stands in one language: all open segments of an entry in one,
/// each condensation in one of its own.
final class Planning {

    private final StoredDigest digest;
    private final Language language;
    private final Map<Integer, List<ReviewItem>> byEntry;

    /// @param items all units of the digest in the language
    Planning(StoredDigest digest, Language language, List<ReviewItem> items) {
        this.digest = digest;
        this.language = language;
        this.byEntry = items.stream().collect(Collectors.groupingBy(item -> item.unit().entry()));
    }

    Plan plan(Collection<UnitKind> kinds, Only only) {
        List<Work> works = new ArrayList<>();
        List<ReviewItem> standing = new ArrayList<>();
        for (StoredDigest.Entry entry : digest.entries()) {
            List<ReviewItem> open = new ArrayList<>();
            for (ReviewItem item : of(entry)) {
                if (kinds.contains(item.unit().id().kind()) && !entry.segments().isEmpty()) {
                    if (only.wants(item)) {
                        open.add(item);
                    } else if (item.state() != TargetState.INITIAL) {
                        standing.add(item);
                    }
                }
            }
            works.addAll(works(entry, open));
        }
        return new Plan(works, standing);
    }

    /// The requests for some units; those that the digest no longer holds, or that are not wanted
    /// any more, are left out.
    List<Work> works(Collection<UnitId> units, Only only) {
        return digest.entries().stream()
                .flatMap(entry ->
                        works(
                                entry,
                                of(entry).stream()
                                        .filter(item -> units.contains(item.unit().id()))
                                        .filter(only::wants)
                                        .toList())
                                .stream())
                .toList();
    }

    private List<Work> works(StoredDigest.Entry entry, List<ReviewItem> open) {
        List<Work> works = new ArrayList<>();
        List<ReviewItem> translations =
                open.stream()
                        .filter(item -> item.unit().id().kind() == UnitKind.TRANSLATION)
                        .toList();
        if (!translations.isEmpty()) {
            works.add(
                    new Work(
                            entry,
                            language,
                            UnitKind.TRANSLATION,
                            translations,
                            agreed(entry, translations)));
        }
        for (ReviewItem item : open) {
            UnitKind kind = item.unit().id().kind();
            if (kind != UnitKind.TRANSLATION) {
                works.add(new Work(entry, language, kind, List.of(item), List.of()));
            }
        }
        return works;
    }

    /// What an editor approved of the entry, here or where the memory has it from, and is not asked
    /// for again.
    private List<DraftRequest.Agreed> agreed(StoredDigest.Entry entry, List<ReviewItem> open) {
        List<DraftRequest.Agreed> agreed = new ArrayList<>();
        for (ReviewItem item : of(entry)) {
            if (item.unit().id().kind() == UnitKind.TRANSLATION
                    && item.target() != null
                    && (item.state().approved() || remembered(item))
                    && item.staleness() == Staleness.FRESH
                    && open.stream().noneMatch(one -> one.unit().equals(item.unit()))) {
                agreed.add(new DraftRequest.Agreed(item.unit().source(), item.target().text()));
            }
        }
        return agreed;
    }

    private static boolean remembered(ReviewItem item) {
        return item.state() == TargetState.TRANSLATED
                && item.target() != null
                && item.target().remembered();
    }

    private List<ReviewItem> of(StoredDigest.Entry entry) {
        return byEntry.getOrDefault(entry.entry().number(), List.of());
    }
}
