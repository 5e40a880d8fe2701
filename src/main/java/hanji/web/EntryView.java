package hanji.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A paper on the bench.
///
/// @param link only http(s) addresses; null otherwise
/// @param linkWord `arXiv 1706.03762`, or the address's host
/// @param lookalike that host, where it can be taken for another; null otherwise
/// @param authors the first three and how many more
/// @param open whether something of it is not finished
record EntryView(
        int number,
        String title,
        String titleLang,
        @Nullable String link,
        String linkWord,
        @Nullable String lookalike,
        @Nullable String votes,
        String authors,
        List<MediaView> media,
        EntryHead head,
        boolean open,
        List<RowView> rows,
        List<RowView> condensed) {

    /// The part of an entry that changes with each decision.
    ///
    /// @param done `3 of 6`
    /// @param clean machine drafts without findings
    record EntryHead(int number, List<Glyph> pips, String done, int clean) {}

    /// @param url http(s) only
    /// @param host where it would be fetched from
    record MediaView(boolean video, String url, String host) {}
}
