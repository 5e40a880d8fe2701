package hanji.web;

/// A button of a row.
///
/// @param key that presses it; empty for none
record ActionView(String act, String label, String key, boolean main) {}
