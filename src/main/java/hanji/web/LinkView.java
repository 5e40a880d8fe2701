package hanji.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A link between two texts, as the inspector lists it.
///
/// @param link its name in the row
/// @param before what the source says
/// @param after what the target says
/// @param from the bullet of a condensation's claim
record LinkView(String link, String before, String after, @Nullable Evidence from) {

    /// The sides of all links that lie in one of the two texts, for [Pieces].
    record Sides(List<Pieces.Linked> source, List<Pieces.Linked> target, List<LinkView> links) {

        static final Sides NONE = new Sides(List.of(), List.of(), List.of());
    }
}
