package hanji.digest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// A picture or a film an entry shows.
///
/// @param url as written: an address of another host, never fetched by Hanji
public record Media(Kind kind, String url) {

    public enum Kind {
        IMAGE,
        VIDEO;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
