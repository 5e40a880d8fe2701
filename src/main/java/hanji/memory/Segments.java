package hanji.memory;

import hanji.segment.UnitId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Where the segments of a digest stand, and beside which others.
final class Segments {

    /// @param entry its number in the digest; 0 when it is gone, as `number`
    private record Place(long id, long paper, int entry, int number, String title, String hash) {}

    private final Map<Long, Place> places = new HashMap<>();
    private final Map<Long, String> previous = new HashMap<>();
    private final Map<Long, String> next = new HashMap<>();

    private Segments() {}

    static Segments of(Handle handle, String digest) {
        List<Place> rows =
                handle.createQuery(
                                "select s.id, s.entry as paper, e.number as entry, s.number, e.title, s.source_hash"
                                        + " from segment s join entry e on e.id = s.entry"
                                        + " where s.digest = :digest order by s.entry, s.number")
                        .bind("digest", digest)
                        .map((row, _) ->
                                new Place(
                                        row.getLong("id"),
                                        row.getLong("paper"),
                                        row.getInt("entry"),
                                        row.getInt("number"),
                                        row.getString("title"),
                                        row.getString("source_hash")))
                        .list();
        Segments segments = new Segments();
        Place before = null;
        for (Place place : rows) {
            segments.places.put(place.id(), place);
            if (place.number() > 0) {
                if (before != null && before.paper() == place.paper()) {
                    segments.previous.put(place.id(), before.hash());
                    segments.next.put(before.id(), place.hash());
                }
                before = place;
            }
        }
        return segments;
    }

    MemoryPair pair(String digest, UnitId unit, PairStore.Text text, Approvals.Approved approved) {
        @Nullable Place place = places.get(unit.subject());
        return new MemoryPair(
                unit,
                digest,
                place == null ? 0 : place.entry(),
                place == null ? 0 : place.number(),
                place == null ? "" : place.title(),
                text.source(),
                text.text(),
                previous.get(unit.subject()),
                next.get(unit.subject()),
                text.hand(),
                approved.by(),
                approved.at(),
                text.tool());
    }
}
