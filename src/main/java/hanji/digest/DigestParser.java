package hanji.digest;

import hanji.segment.Problem;
import org.jspecify.annotations.Nullable;

/// Reads digest files. Whatever the bytes hold, the answer is a [Digest] that writes itself back
/// byte for byte, or a [Problem]; odd lines become a [ParseFinding]. Holds no state: safe for any
/// number of threads. `docs/format.md` describes the format.
public final class DigestParser {

    /// The largest of 185 real digests has 118,446 bytes; eight times that is still no digest but a
    /// mistake.
    public static final int MAX_BYTES = 1 << 20;

    /// The largest real digest has 820 lines. A megabyte of two-byte lines would take seconds.
    public static final int MAX_LINES = 100_000;

    /// How many lists, items and quotes may stand in one another (a nested bullet takes two). Real
    /// digests nest once; without a bound one line of list markers would cost gigabytes.
    public static final int MAX_NESTING = 32;

    /// Reads a file that is called by its date, or by its name.
    ///
    /// @param fileName of any form, for the key and for messages; never opened
    /// @throws Problem (bad input, too large) when there is no digest in the bytes
    public Digest parse(String fileName, byte[] bytes) {
        return parse(fileName, bytes, null);
    }

    /// Reads a file, with a key from outside of it.
    ///
    /// @param fileName of any form, for messages and the digest's name
    /// @param key what the digest is called instead of its date or its file name; null for these
    /// @throws Problem (bad input, too large) when there is no digest in the bytes
    public Digest parse(String fileName, byte[] bytes, @Nullable String key) {
        if (bytes.length > MAX_BYTES) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "\"%s\" has more than %,d bytes, and a digest may not: split it into one file for each day.",
                    fileName,
                    MAX_BYTES);
        }
        var given = key == null ? null : DigestKey.given(key);
        var text = Utf8.decode(fileName, bytes);
        requireFewLines(fileName, text);
        if (text.codePoints().allMatch(DigestParser::isBlank)) {
            throw Problem.badInput(
                    "\"%s\" is empty: import a file with \"### [Title](link)\" headings and bullets below them.",
                    fileName);
        }
        var reading = DigestReading.of(text);
        if (reading.entries().isEmpty()) {
            throw Problem.badInput(
                    "\"%s\" holds no entries: an entry begins with a heading like \"### [Title](https://arxiv.org/abs/2401.13795)\" and has bullets like \"- text\" below it.",
                    fileName);
        }
        var found =
                given != null
                        ? given
                        : reading.date() != null ? reading.date() : DigestKey.ofFileName(fileName);
        return new Digest(found, fileName, text, reading.entries(), reading.findings());
    }

    private static void requireFewLines(String fileName, String text) {
        if (text.length() <= MAX_LINES) {
            return; // a line takes a character
        }
        var lines = text.lines().limit(MAX_LINES + 1L).count();
        if (lines > MAX_LINES) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "\"%s\" has more than %,d lines: split it into one file for each day.",
                    fileName,
                    MAX_LINES);
        }
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || c == '\uFEFF';
    }
}
