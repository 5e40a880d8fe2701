package hanji.web;

import hanji.qa.Fixes;
import hanji.review.ReviewItem;
import hanji.review.Typed;
import hanji.segment.UnitId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What helps whoever looks at a bench to write: what she typed and did not save, and fixes.
///
/// @param typed hers alone
record Writing(@Nullable Fixes fixes, Map<UnitId, List<Typed>> typed) {

    static final Writing NOTHING = new Writing(null, Map.of());

    /// Whether she typed another text than the one that stands.
    boolean unsaved(ReviewItem item) {
        String standing = item.target() == null ? "" : item.target().text();
        return typed.getOrDefault(item.unit().id(), List.of()).stream()
                .anyMatch(text -> !text.text().strip().equals(standing));
    }
}
