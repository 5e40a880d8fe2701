package hanji.review;

import org.jspecify.annotations.Nullable;

/// Somebody who has a digest open in a language.
///
/// @param page tells two windows of one person apart
/// @param unit that she has in hand; null for none
/// @param writing whether she types there
public record Presence(String actor, String page, @Nullable String unit, boolean writing) {}
