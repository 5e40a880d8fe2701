package hanji.cli;

import hanji.digest.Digest;
import hanji.digest.DigestParser;
import hanji.segment.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What `translate` and `condense` have in common.
final class DraftOptions {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "digests in Markdown")
    List<Path> files = List.of();

    @Option(
            names = "--to",
            paramLabel = "LANG",
            split = ",",
            required = true,
            description = "target languages, one or more of en,ja,zh-CN,de")
    List<String> to = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where the files go; - for standard output; default: beside each digest")
    @Nullable String out;

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "a configured model; default: hanji.llm.default")
    @Nullable String model;

    @Option(
            names = "--dry-run",
            description = "say what would be asked and what it would cost; ask nobody")
    boolean dryRun;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where paid answers are kept; default: ./data")
    @Nullable Path data;

    @Option(names = "--verbose", description = "show where an error comes from")
    boolean verbose;

    /// Reads all files before anything is asked.
    List<Digest> digests() {
        DigestParser parser = new DigestParser();
        return files.stream().map(file -> digest(parser, file)).toList();
    }

    private static Digest digest(DigestParser parser, Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(DigestParser.MAX_BYTES + 1);
            return parser.parse(file.getFileName().toString(), bytes);
        } catch (NoSuchFileException e) {
            throw new Problem(Problem.Kind.BAD_INPUT, "There is no file %s: check its name.", file)
                    .causedBy(e);
        } catch (IOException e) {
            throw new Problem(
                            Problem.Kind.BAD_INPUT,
                            "%s cannot be read: give a digest file that you may read.",
                            file)
                    .causedBy(e);
        } catch (Problem e) {
            throw new Problem(e.kind(), "%s: %s", file, e.sentence()).causedBy(e);
        }
    }

    boolean toStandardOutput() {
        return "-".equals(out);
    }

    /// Where the output of a file goes.
    ///
    /// @param ending as `en.md`
    Path output(Path file, String ending) {
        String name =
                file.getFileName().toString().replaceFirst("\\.(md|markdown|txt)$", "")
                        + "."
                        + ending;
        if (out != null) {
            return Path.of(out).resolve(name);
        }
        return file.resolveSibling(name);
    }
}
