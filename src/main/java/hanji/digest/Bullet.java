package hanji.digest;

import com.fasterxml.jackson.annotation.JsonValue;
import hanji.segment.Span;
import java.util.Locale;

/// One translatable text of an entry.
///
/// @param number its place in the entry, from 1, counting every kind
/// @param depth 0 for a top-level bullet, 1 for one nested in it, and so on
/// @param kind of the outermost item that begins here: `- 1) text` is one bullet
/// @param text what is translated: Markdown as written, the lines of a wrapped paragraph joined by
///   line feeds without their indentation; never blank
/// @param span where it stands in the digest's text (the whole paragraph, without list marker)
/// @param line of its first character, from 1
public record Bullet(int number, Kind kind, int depth, String text, Span span, int line) {

    public enum Kind {
        /// `- text`
        BULLET,
        /// `1. text`
        ORDERED,
        /// a further paragraph of a list item, quoted or not
        CONTINUATION,
        /// a paragraph of the entry outside of any list
        PARAGRAPH;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
