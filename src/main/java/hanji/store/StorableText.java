package hanji.store;

import java.util.regex.Pattern;

/// Text that every database keeps as it is.
public final class StorableText {

    private static final Pattern UNKEPT = Pattern.compile("[\\x00\\p{Cs}]");

    private StorableText() {}

    /// Most texts need nothing, and are asked about thousands of times a second.
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /// PostgreSQL knows neither NUL nor half of a surrogate pair; U+FFFD takes their place.
    public static String of(String text) {
        return plain(text) ? text : UNKEPT.matcher(text).replaceAll("\uFFFD");
    }
}
