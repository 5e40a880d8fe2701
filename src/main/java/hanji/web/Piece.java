package hanji.web;

import org.jspecify.annotations.Nullable;

/// A stretch of a text as a page shows it: never markup, always text and a class.
///
/// @param css classes of the element around it; empty for plain text
/// @param element `span`, `mark`, `ins`, `del`, `warn` for a warning behind an address, or `ref`
///   for where a claim comes from
/// @param badge numbers of the findings that end here, as `1` or `1, 2`; the host of a warning; the
///   bullet's number of a reference, 0 for the title
/// @param link names of the links it is a side of, as `3` or `1 3`; empty for most
record Piece(String text, String element, String css, @Nullable String badge, String link) {

    Piece(String text, String element, String css, @Nullable String badge) {
        this(text, element, css, badge, "");
    }

    static Piece plain(String text) {
        return new Piece(text, "span", "", null);
    }

    /// Behind an address whose host can be taken for another: the host as it is. It has no text.
    static Piece warning(String host) {
        return new Piece("", "warn", "", host);
    }

    /// Behind a claim: the bullet it comes from. It has no text.
    ///
    /// @param element of the bullet on the page
    static Piece reference(int number, String element) {
        return new Piece("", "ref", element, String.valueOf(number));
    }
}
