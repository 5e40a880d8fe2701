package hanji.review;

import hanji.segment.Language;

/// How often a check spoke of texts in a language, and how often an editor called that no error.
///
/// @param raised findings of at least minor severity, on every text that ever stood
public record FindingCount(String check, Language language, int raised, int dismissed) {}
