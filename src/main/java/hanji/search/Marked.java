package hanji.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import hanji.segment.Span;
import java.util.List;

/// A text, and where in it stands what was looked for.
///
/// @param hits in their order, none within another
public record Marked(String text, @JsonProperty("hits") List<Span> hits) {}
