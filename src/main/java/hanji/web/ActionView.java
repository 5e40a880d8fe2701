package hanji.web;

/// A button of a row, and the key that presses it.
record ActionView(String act, String label, String key, boolean main) {}
