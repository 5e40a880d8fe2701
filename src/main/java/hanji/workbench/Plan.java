package hanji.workbench;

import hanji.review.ReviewItem;
import java.util.List;

/// What there is to ask for in a digest and a language.
///
/// @param works one for each request
/// @param standing units that were meant too and have a text already
public record Plan(List<Work> works, List<ReviewItem> standing) {}
