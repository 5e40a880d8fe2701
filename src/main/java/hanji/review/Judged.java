package hanji.review;

import hanji.qa.QaReport;

/// A text that a model judged, to be kept.
///
/// @param text what was judged, with the source it was judged by
public record Judged(Unit unit, Target text, QaReport report) {}
