package hanji.digest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Something in a digest that the parser did not understand. Nothing is lost by it: the text stays
/// in the digest and is exported as it came.
///
/// @param line from 1
public record ParseFinding(int line, Kind kind, String message) {

    public enum Kind {
        ENTRY_WITHOUT_BULLETS,
        ENTRY_WITHOUT_LINK,
        /// a second entry with a link that the digest has already
        DUPLICATE_ENTRY,
        /// `Vote:` with something else than a whole number or `-`, or twice
        ODD_VOTES,
        /// text or a heading that belongs to no entry
        UNKNOWN_LINE,
        /// code, HTML, a table or a heading inside an entry: not a segment
        LEFT_AS_IS,
        /// nested deeper than [DigestParser#MAX_NESTING]
        TOO_DEEP;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
