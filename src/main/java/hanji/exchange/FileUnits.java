package hanji.exchange;

import hanji.segment.Problem;
import java.util.List;

/// What a file holds, and what of it is no use.
///
/// @param tool that wrote it, as it calls itself
record FileUnits(String tool, List<FileUnit> units, List<Unusable> unusable) {

    private static final int LONGEST_TOOL = 100;

    /// @param line from 1
    /// @param sentence why
    record Unusable(int line, String sentence) {}

    FileUnits {
        String said = Expressible.of(tool).strip();
        tool =
                said.isEmpty()
                        ? "another tool"
                        : said.substring(0, Math.min(said.length(), LONGEST_TOOL));
        units = List.copyOf(units);
        unusable = List.copyOf(unusable);
    }

    /// Reads a file.
    ///
    /// @throws Problem (bad input) for what is no file of the format; (too large)
    static FileUnits read(FileFormat format, byte[] bytes) {
        XmlFile file = XmlFile.read(bytes);
        try {
            return switch (format) {
                case XLIFF -> Xliff2In.read(file);
                case XLIFF12 -> Xliff12In.read(file);
                case TMX -> TmxIn.read(file);
            };
        } catch (Problem e) {
            throw e;
        } catch (RuntimeException e) {
            // the libraries throw many kinds, whose messages say what is wrong with the file
            throw new Problem(
                            Problem.Kind.BAD_INPUT,
                            "The file cannot be read as %s (%s).",
                            format.word(),
                            XmlFile.reason(e))
                    .causedBy(e);
        }
    }
}
