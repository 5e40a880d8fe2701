package hanji.review;

import hanji.segment.UnitId;
import java.time.Instant;
import java.util.regex.Pattern;

/// A text that somebody is typing and has not saved.
///
/// @param tab the page it is typed in, as that page calls itself: up to 32 hexadecimal digits
/// @param version of the unit it is typed over
/// @param base a sum of the text that stood then, as the page makes it: up to 16 hexadecimal digits
/// @param at when it came; on the way in it is not looked at
public record Typed(UnitId unit, String tab, int version, String base, String text, Instant at) {

    static final Pattern TAB = Pattern.compile("[0-9a-f]{1,32}");
    static final Pattern BASE = Pattern.compile("[0-9a-f]{0,16}");
}
