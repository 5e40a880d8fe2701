package hanji.web;

/// A sentence as a page says it.
///
/// @param lang which language it came to be in: English where there is no other
record Told(String text, String lang) {}
