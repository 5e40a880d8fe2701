package hanji.cli;

import hanji.segment.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Prompts and fixtures of a git revision, in a folder of their own that goes when it is closed.
record Revision(Path folder) implements AutoCloseable {

    private static final List<String> WHAT = List.of("prompts", "fixtures");

    /// @throws Problem (set-up) when git is not there, or does not know the revision or the folders
    static Revision of(Path home, String name) {
        try {
            Path folder = Files.createTempDirectory("hanji-revision");
            Revision revision = new Revision(folder);
            try {
                unpack(home, name, folder);
                return revision;
            } catch (IOException | RuntimeException e) {
                revision.close();
                throw e;
            }
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.SETUP,
                    "git cannot be run here: install it, or compare what check prints by hand.",
                    e);
        }
    }

    private static void unpack(Path home, String name, Path folder) throws IOException {
        if (name.startsWith("-")) {
            throw Problem.badInput("\"%s\" is no revision.".formatted(name));
        }
        ProcessBuilder builder =
                new ProcessBuilder(
                                Stream.concat(
                                                Stream.of("git", "archive", "--format=zip", name),
                                                WHAT.stream())
                                        .toList())
                        .directory(home.toAbsolutePath().toFile());
        // in a hook these name another repository than the folder's
        builder.environment().keySet().removeIf(variable -> variable.startsWith("GIT_"));
        Process git = builder.start();
        git.getOutputStream().close();
        try (ZipInputStream files = new ZipInputStream(git.getInputStream());
                InputStream errors = git.getErrorStream()) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                Path path = folder.resolve(file.getName()).normalize();
                if (!file.isDirectory() && path.startsWith(folder)) {
                    Files.createDirectories(path.getParent());
                    Files.copy(files, path);
                }
            }
            String said = new String(errors.readAllBytes(), StandardCharsets.UTF_8).strip();
            if (git.waitFor() != 0) {
                throw Problem.setup(
                        "git has no prompts and fixtures of \"%s\": %s".formatted(name, said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException _) {
            // the system's temporary folder is emptied by the system
        }
    }
}
