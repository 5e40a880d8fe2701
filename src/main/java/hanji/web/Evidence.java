package hanji.web;

import java.util.List;

/// A bullet that bears a condensation out.
///
/// @param number of the bullet; 0 for the entry's title
/// @param element of it on the page
/// @param clause with what the condensation took from it; empty for a bullet that is only pointed
///   at
record Evidence(int number, String element, List<Piece> clause) {

    public String badge() {
        return String.valueOf(number);
    }
}
