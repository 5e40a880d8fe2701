package hanji.digest;

/// Something in a digest that the parser did not understand. Nothing is lost by it: the text stays
/// in the digest and is exported as it came.
///
/// @param line from 1
public record ParseFinding(int line, Kind kind, String message) {

    public enum Kind {
        NO_ENTRIES,
        ENTRY_WITHOUT_BULLETS,
        ENTRY_WITHOUT_LINK,
        ODD_VOTES,
        UNKNOWN_LINE,
        TOO_DEEP,
        DUPLICATE_ENTRY
    }
}
