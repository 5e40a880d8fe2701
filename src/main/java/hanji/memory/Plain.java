package hanji.memory;

import hanji.segment.SourceHash;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// What of a text counts when texts are compared.
public final class Plain {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u3000]+");

    private Plain() {}

    /// The same for all sources that are the same.
    public static SourceHash hash(String text) {
        return SourceHash.of(of(text));
    }

    /// In Unicode's form C, every run of white space one blank, none at the ends. Case counts.
    static String of(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /// The same for looking up: case does not count, and full-width letters are as narrow ones.
    static String folded(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
