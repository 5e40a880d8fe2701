package hanji.workbench;

import hanji.digest.Bullet;
import hanji.draft.DraftRequest;
import hanji.draft.Repairs;
import hanji.review.ReviewItem;
import hanji.review.Unit;
import hanji.segment.Language;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One request to be made: the open translations of an entry, or one condensation of it.
///
/// @param open the units it will draft
/// @param agreed translations of the entry that an editor approved, here or where the memory has
///   them from
public record Work(
        StoredDigest.Entry entry,
        Language language,
        UnitKind kind,
        List<ReviewItem> open,
        List<DraftRequest.Agreed> agreed) {

    /// What is asked, with nothing beside that is agreed elsewhere; see [Workbench#request].
    ///
    /// @param instruction an editor's wish; null in the ordinary case
    DraftRequest request(@Nullable String instruction) {
        if (kind != UnitKind.TRANSLATION) {
            return Requests.condense(entry.entry(), kind, language, instruction);
        }
        Set<Integer> numbers =
                open.stream().map(item -> item.unit().number()).collect(Collectors.toSet());
        List<Bullet> bullets =
                entry.entry().bullets().stream()
                        .filter(bullet -> numbers.contains(bullet.number()))
                        .toList();
        return Requests.translate(entry.entry(), bullets, agreed, language, instruction);
    }

    /// Some of it, when the others have got their texts.
    ///
    /// @param texts of the others
    Work rest(List<ReviewItem> some, List<DraftRequest.Agreed> texts) {
        List<String> order = entry.segments().stream().map(StoredDigest.Segment::source).toList();
        List<DraftRequest.Agreed> all =
                Stream.concat(agreed.stream(), texts.stream())
                        .sorted(Comparator.comparingInt(text -> order.indexOf(text.source())))
                        .toList();
        return new Work(entry, language, kind, some, all);
    }

    /// What is asked for, by what its text is called in the request.
    Map<String, UnitId> units() {
        return open.stream()
                .collect(Collectors.toMap(item -> pieceId(item.unit()), item -> item.unit().id()));
    }

    /// What a unit's text is called in requests and answers.
    String pieceId(Unit unit) {
        return kind == UnitKind.TRANSLATION ? String.valueOf(unit.number()) : kind.wire();
    }

    /// What came for a unit.
    Repairs.Versions of(Map<String, Repairs.Versions> texts, ReviewItem item) {
        String id = pieceId(item.unit());
        Repairs.Versions versions = texts.get(id);
        if (versions == null) {
            throw new IllegalStateException("a whole answer without " + id);
        }
        return versions;
    }
}
