package hanji.web;

import hanji.qa.Fixes;
import hanji.review.ReviewItem;
import hanji.review.Typed;
import hanji.segment.UnitId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the server has at hand for whoever looks at a bench: what she typed and did not save,
/// fixes, and rows as they were made before.
///
/// @param typed hers alone
record Writing(@Nullable Fixes fixes, Map<UnitId, List<Typed>> typed, KnownRows.Rows known) {

    static final Writing NOTHING = new Writing(null, Map.of(), KnownRows.NONE);

    /// Whether she typed another text than the one that stands.
    boolean unsaved(ReviewItem item) {
        String standing = item.target() == null ? "" : item.target().text();
        return typed.getOrDefault(item.unit().id(), List.of()).stream()
                .anyMatch(text -> !text.text().strip().equals(standing));
    }
}
