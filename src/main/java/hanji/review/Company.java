package hanji.review;

import hanji.segment.Language;
import hanji.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What everybody who has a digest open in a language should know of the others, at one moment.
///
/// @param units versions, by unit; those that nothing happened to are left out
/// @param here who has it open
/// @param comments how many wait for somebody, by unit
/// @param assigned whose it is and whose its entries are
public record Company(
        Map<String, Integer> units,
        List<Presence> here,
        Map<String, Integer> comments,
        List<Assignment> assigned) {

    /// Four short queries by index.
    public static Company of(Database database, String digest, Language language, Instant now) {
        return database.read(handle -> {
            Map<String, Integer> units = new TreeMap<>();
            handle.createQuery(
                            "select id, version from unit where digest = :digest and lang = :lang")
                    .bind("digest", digest)
                    .bind("lang", language.tag())
                    .map((row, _) -> Map.entry(row.getString("id"), row.getInt("version")))
                    .forEach(entry -> units.put(entry.getKey(), entry.getValue()));
            return new Company(
                    units,
                    Presences.of(handle, digest, language, now),
                    CommentStore.open(handle, digest, language),
                    Assignments.of(handle, digest, language));
        });
    }
}
