package hanji.store;

import java.util.regex.Pattern;

/// Text that every database keeps as it is.
public final class StorableText {

    private static final Pattern UNKEPT = Pattern.compile("[\\x00\\p{Cs}]");

    private StorableText() {}

    /// PostgreSQL knows neither NUL nor half of a surrogate pair; U+FFFD takes their place.
    public static String of(String text) {
        return UNKEPT.matcher(text).replaceAll("\uFFFD");
    }
}
