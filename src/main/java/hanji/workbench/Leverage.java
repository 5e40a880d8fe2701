package hanji.workbench;

import hanji.draft.DraftRequest;
import hanji.draft.Guide;
import hanji.memory.MemoryMatch;
import hanji.memory.MemoryPair;
import hanji.memory.MemoryQuery;
import hanji.review.Arrival;
import hanji.review.ReviewDesk;
import hanji.review.ReviewItem;
import hanji.review.Unit;
import hanji.segment.SourceHash;
import hanji.segment.UnitKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes what the memory has for pieces of work, all of them at once, before a model is asked.
final class Leverage {

    private final Guide guide;
    private final ReviewDesk reviews;

    Leverage(Guide guide, ReviewDesk reviews) {
        this.guide = guide;
        this.reviews = reviews;
    }

    /// In the order of the works.
    List<Leveraged> of(List<Work> works) {
        Map<Unit, MemoryQuery> queries = new HashMap<>();
        for (Work work : works) {
            if (work.kind() == UnitKind.TRANSLATION) {
                for (ReviewItem item : work.open()) {
                    // nobody approved a pair of that length
                    if (item.unit().source().length() <= MemoryQuery.LONGEST) {
                        queries.put(item.unit(), query(work.entry(), item.unit()));
                    }
                }
            }
        }
        Map<MemoryQuery, MemoryMatch> known = guide.whole(queries.values());
        return works.stream()
                .map(work ->
                        known.isEmpty() ? new Leveraged(List.of(), work) : of(work, queries, known))
                .toList();
    }

    /// An approved text, as it would come to another place of the same original.
    ///
    /// @param entry of the unit
    Optional<Arrival.Remembered> taken(StoredDigest.Entry entry, Unit unit, MemoryPair approved) {
        return unit.source().length() > MemoryQuery.LONGEST
                ? Optional.empty()
                : guide.whole(approved, query(entry, unit))
                        .map(match -> reviews.remembered(unit, match))
                        .filter(taken -> !outdated(taken));
    }

    private Leveraged of(
            Work work, Map<Unit, MemoryQuery> queries, Map<MemoryQuery, MemoryMatch> known) {
        List<Arrival> arrivals = new ArrayList<>();
        List<ReviewItem> rest = new ArrayList<>();
        List<DraftRequest.Agreed> agreed = new ArrayList<>();
        for (ReviewItem item : work.open()) {
            MemoryMatch match = known.get(queries.get(item.unit()));
            Arrival.Remembered taken =
                    match == null ? null : reviews.remembered(item.unit(), match);
            if (taken == null || outdated(taken)) {
                rest.add(item);
            } else {
                arrivals.add(taken);
                agreed.add(new DraftRequest.Agreed(item.unit().source(), taken.text().text()));
            }
        }
        return new Leveraged(arrivals, rest.isEmpty() ? null : work.rest(rest, agreed));
    }

    /// Its words were agreed before the terms of today.
    private static boolean outdated(Arrival.Remembered taken) {
        return taken.text().report().findings().stream()
                .anyMatch(finding -> finding.check().equals(Effect.TERMINOLOGY));
    }

    private static MemoryQuery query(StoredDigest.Entry entry, Unit unit) {
        List<StoredDigest.Segment> segments = entry.segments();
        return new MemoryQuery(
                unit.source(),
                unit.id().language(),
                hash(segments, unit.number() - 2),
                hash(segments, unit.number()),
                entry.entry().title(),
                unit.id());
    }

    /// @param index from 0
    private static @Nullable String hash(List<StoredDigest.Segment> segments, int index) {
        return index < 0 || index >= segments.size()
                ? null
                : SourceHash.of(segments.get(index).source()).hex();
    }
}
