package hanji.termbase;

/// A text that is read for terms.
///
/// @param entry the paper it is about: `2024-01-26 3`
/// @param place where it stands, as pages name it: `2024-01-26 3.1`
public record Passage(String entry, String place, String text) {}
