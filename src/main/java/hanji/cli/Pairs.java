package hanji.cli;

import hanji.segment.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The pairs of a file, one after the other: no more than one is held.
interface Pairs extends AutoCloseable {

    /// Where standard input goes by.
    String STANDARD_INPUT = "-";

    /// The longest a line of JSON or a segment of TMX may be, in bytes and UTF-16 code units: what
    /// is longer is no list of texts, and would have to be held whole.
    int LONGEST = 1 << 20;

    /// As far as the beginning is searched for a `<`.
    int LOOKED_AT = 256;

    /// @return null at the end
    /// @throws Problem (bad input) that says file and line
    @Nullable TextPair next();

    @Override
    void close();

    /// TMX by its ending `.tmx` or a first `<`, else JSON Lines.
    ///
    /// @param file a path, or `-` for standard input
    static Pairs open(String file) {
        boolean piped = file.equals(STANDARD_INPUT);
        String name = name(file);
        try {
            InputStream in =
                    new BufferedInputStream(
                            piped ? System.in : Files.newInputStream(Path.of(file)), 1 << 16);
            boolean tmx = file.toLowerCase(Locale.ROOT).endsWith(".tmx") || beginsAsXml(in);
            return tmx ? new TmxPairs(name, in) : new JsonLinesPairs(name, in);
        } catch (NoSuchFileException e) {
            throw new Problem(Problem.Kind.BAD_INPUT, "There is no file %s: check its name.", file)
                    .causedBy(e);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /// What messages call it.
    static String name(String file) {
        return file.equals(STANDARD_INPUT) ? "standard input" : file;
    }

    /// Byte order marks and the zeros of UTF-16 are passed over.
    private static boolean beginsAsXml(InputStream in) throws IOException {
        in.mark(LOOKED_AT);
        byte[] beginning = in.readNBytes(LOOKED_AT);
        in.reset();
        for (byte b : beginning) {
            boolean passed = b <= ' ';
            if (!passed) {
                return b == '<';
            }
        }
        return false;
    }

    static Problem unreadable(String name, IOException cause) {
        return new Problem(
                        Problem.Kind.BAD_INPUT,
                        "%s cannot be read: give JSON Lines or a TMX file that you may read.",
                        name)
                .causedBy(cause);
    }
}
