package hanji.termbase;

import hanji.segment.Problem;
import hanji.segment.Sentence;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Concepts as a file has them, and what of it could not be used.
///
/// @param unusable in the order of the lines
public record ImportFile(List<Row> rows, List<Unusable> unusable) {

    public static final int MOST_BYTES = 16 * 1024 * 1024;

    /// @param line where it begins, from 1
    public record Row(int line, Concept concept) {}

    /// @param line from 1
    /// @param said what is wrong there and what was done about it
    public record Unusable(int line, Sentence said) {

        /// In English.
        public String sentence() {
            return said.toString();
        }
    }

    public ImportFile {
        rows = List.copyOf(rows);
        unusable = List.copyOf(unusable);
    }

    /// Reads TBX (of 2019 or 2008) or CSV, told apart by the first character.
    ///
    /// @throws Problem (bad input) for what is neither, (too large)
    public static ImportFile read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "The file is larger than %d MiB: split it.",
                    MOST_BYTES >> 20);
        }
        return xml(bytes)
                ? new TbxReader(new ByteArrayInputStream(bytes)).read()
                : TermCsvReader.read(new String(bytes, StandardCharsets.UTF_8));
    }

    /// Whether the first visible byte is `<`; the zeros of UTF-16 and byte order marks aside.
    private static boolean xml(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '<') {
                return true;
            }
            boolean mark = b < 0 || b == 0 || b == ' ' || b == '\n' || b == '\r' || b == '\t';
            if (!mark) {
                return false;
            }
        }
        return false;
    }
}
