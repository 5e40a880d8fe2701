package hanji.web;

import org.jspecify.annotations.Nullable;

/// A stretch of a text as a page shows it: never markup, always text and a class.
///
/// @param css classes of the element around it; empty for plain text
/// @param element `span`, `mark`, `ins`, `del`, or `warn` for a warning behind an address
/// @param badge numbers of the findings that end here, as `1` or `1, 2`; the host of a warning
record Piece(String text, String element, String css, @Nullable String badge) {

    static Piece plain(String text) {
        return new Piece(text, "span", "", null);
    }

    /// Behind an address whose host can be taken for another: the host as it is. It has no text.
    static Piece warning(String host) {
        return new Piece("", "warn", "", host);
    }
}
