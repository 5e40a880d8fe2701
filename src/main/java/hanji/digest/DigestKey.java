package hanji.digest;

import hanji.segment.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Under which name a digest is kept: its date, else the base name of its file.
final class DigestKey {

    /// Keys stand in addresses, file names and one database column; real ones have ten characters.
    static final int MAX_LENGTH = 100;

    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(\\d{4})[-./_](\\d{2})[-./_](\\d{2})(?!\\d)");

    private DigestKey() {}

    /// The first date of the calendar in a text, as `2024-01-26`.
    static @Nullable String dateIn(String text) {
        var matcher = DATE.matcher(text);
        while (matcher.find()) {
            var date = date(matcher.group(1), matcher.group(2), matcher.group(3));
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    static String ofFileName(String fileName) {
        var date = dateIn(fileName);
        return date != null ? date : baseName(fileName);
    }

    static String given(String key) {
        var stripped = key.strip();
        var usable =
                stripped.length() <= MAX_LENGTH
                        && stripped.equals(cleaned(stripped))
                        && !isBlank(stripped);
        if (!usable) {
            throw Problem.badInput(
                    "The key \"%s\" cannot be used: give 1 to %d characters without slashes and control characters.",
                    shortened(cleaned(stripped)), MAX_LENGTH);
        }
        return stripped;
    }

    private static String baseName(String fileName) {
        var name =
                fileName.substring(
                        Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        var dot = name.lastIndexOf('.');
        var key = shortened(cleaned(dot > 0 ? name.substring(0, dot) : name).strip());
        if (isBlank(key)) {
            throw Problem.badInput(
                    "\"%s\" has no date in a heading and no usable file name: give a key, such as its date 2024-01-26.",
                    shortened(cleaned(fileName)));
        }
        return key;
    }

    private static @Nullable String date(String year, String month, String day) {
        try {
            return LocalDate.of(
                            Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toString();
        } catch (DateTimeException e) {
            return null; // 2024-13-45 is a number of something else
        }
    }

    // A key of dots alone would be a folder in an address.
    private static boolean isBlank(String key) {
        return key.isBlank() || key.chars().allMatch(c -> c == '.');
    }

    private static String cleaned(String text) {
        return text.codePoints()
                .filter(c ->
                        !Character.isISOControl(c)
                                && c != '/'
                                && c != '\\'
                                && c != 0x2028
                                && c != 0x2029)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        var end =
                Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1))
                        ? MAX_LENGTH - 1
                        : MAX_LENGTH;
        return text.substring(0, end).strip();
    }
}
