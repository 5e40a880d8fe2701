package hanji.cli;

import hanji.segment.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/// Writes results, whole or not at all.
final class Output {

    private Output() {}

    /// Takes the place of an older file at once, so that nobody ever reads half of it.
    static void write(Path file, String content) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        try {
            Files.createDirectories(folder);
            // not a temporary file of Java's, which only its owner may read
            Path whole =
                    folder.resolve(
                            ".%s.%d.part"
                                    .formatted(file.getFileName(), ProcessHandle.current().pid()));
            try {
                Files.writeString(whole, content);
                Files.move(
                        whole,
                        file,
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw new Problem(
                            Problem.Kind.STORAGE,
                            "%s cannot be written (%s): check the folder and its space, or choose another with --out.",
                            file,
                            e.getClass().getSimpleName())
                    .causedBy(e);
        }
    }

    static void print(String content) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(content);
    }
}
