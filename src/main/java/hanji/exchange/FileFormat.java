package hanji.exchange;

import hanji.segment.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A format of other translation tools.
public enum FileFormat {
    /// XLIFF 2.1
    XLIFF("xliff", "xlf", "application/xliff+xml"),
    XLIFF12("xliff12", "xlf", "application/x-xliff+xml"),
    /// TMX 1.4b
    TMX("tmx", "tmx", "application/x-tmx+xml");

    private final String word;
    private final String extension;
    private final String mediaType;

    FileFormat(String word, String extension, String mediaType) {
        this.word = word;
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /// By the name that the interface uses; empty for any other.
    public static Optional<FileFormat> find(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> format.word.equals(wanted)).findFirst();
    }

    /// @throws Problem (bad input) that lists the names
    public static FileFormat of(String word) {
        return find(word)
                .orElseThrow(() ->
                        Problem.badInput(
                                "Unknown format \"%s\" of an import: use xliff, xliff12 or tmx.",
                                word));
    }

    public String word() {
        return word;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
