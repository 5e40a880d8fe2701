package hanji.search;

import java.util.List;

/// What a search brought.
///
/// @param total of all hits, beyond those listed
public record Found(long total, List<Hit> hits, Readiness readiness) {}
