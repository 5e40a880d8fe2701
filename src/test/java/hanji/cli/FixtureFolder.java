package hanji.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A copy of the test's own prompts, cases and recorded answers, which may be spoilt.
record FixtureFolder(Path folder) {

    private static final Path ORIGINAL = Path.of("src/test/resources/fixture");

    /// The recorded answers are as a person wrote them: not accepted yet.
    static FixtureFolder copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(ORIGINAL.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return new FixtureFolder(folder);
    }

    static FixtureFolder accepted(Path folder) throws IOException {
        FixtureFolder fixtures = copy(folder);
        Ran ran = fixtures.hanji("accept", "--all");
        if (ran.exit() != 0) {
            throw new IllegalStateException(ran.err());
        }
        return fixtures;
    }

    Path cases(String name) {
        return folder.resolve("cases").resolve(name);
    }

    Path prompt(String name) {
        return folder.resolve("prompts").resolve(name);
    }

    /// A command on all cases of the folder.
    Ran hanji(String command, String... options) {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                command,
                                folder.resolve("cases").toString(),
                                "--prompts",
                                folder.resolve("prompts").toString()));
        line.addAll(List.of(options));
        return Ran.here(line.toArray(String[]::new));
    }

    /// What `check` prints, without the folder's name and the advice, and how it ends.
    String check() {
        Ran ran = hanji("check");
        return ran.out()
                        .replace(folder + "/cases/", "")
                        .replaceAll("; (ask|take|remove)[^\\n]*", "")
                + ran.err().replace(folder.toString(), "")
                + "exit "
                + ran.exit();
    }

    static void replace(Path file, String what, String with) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(what)) {
            throw new IllegalArgumentException(file + " has no " + what);
        }
        Files.writeString(file, text.replace(what, with));
    }
}
