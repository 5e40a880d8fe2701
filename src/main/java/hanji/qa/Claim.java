package hanji.qa;

import hanji.segment.Span;
import java.util.List;

/// A number or a name of a condensed text, and where it comes from.
///
/// @param span in the condensed text
/// @param places in the order of the sources; empty when no source has it
public record Claim(Link.Kind kind, Span span, List<Place> places) {

    public Claim {
        places = List.copyOf(places);
    }

    /// @param source index among the sources
    /// @param span in that source
    public record Place(int source, Span span) {}

    public boolean borneOut() {
        return !places.isEmpty();
    }
}
