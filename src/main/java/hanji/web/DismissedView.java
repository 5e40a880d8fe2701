package hanji.web;

/// A finding that an editor called no error, in words.
///
/// @param ref names it to the server
/// @param lang of the message
/// @param who and when, and why
record DismissedView(String ref, String category, String message, String lang, String who) {}
