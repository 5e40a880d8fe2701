package hanji.publish;

import hanji.segment.Language;
import java.time.Instant;

/// A digest that was published in a language.
///
/// @param units translations that stand in it
public record Publication(String digest, Language language, int units, String actor, Instant at) {}
