package hanji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A class that was never loaded was never used: the JDK's own behind every socket, and those of
/// the server.
class OfflineIT {

    private static final Set<String> SOCKETS =
            Set.of(
                    "sun.nio.ch.NioSocketImpl",
                    "sun.nio.ch.Net",
                    "sun.nio.ch.DefaultSelectorProvider",
                    "sun.nio.ch.DatagramChannelImpl");

    @TempDir private Path folder;

    private Set<String> loaded(Program program, String... args) throws IOException {
        Path log = folder.resolve("classes.txt");
        Ran ran = program.runLogged(log, args);
        assertThat(ran.exit()).as(ran.err()).isZero();
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(line -> line.replaceAll("^\\S+ (\\S+) source:.*", "$1"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void check_opens_no_socket_and_boots_no_server() throws IOException {
        try (StubModelServer stub = StubModelServer.start(new EchoAnswers())) {
            Program program = new Program(folder, stub);
            FixtureFolder fixtures = FixtureFolder.copy(folder.resolve("project"));
            String cases = fixtures.cases("").toString();
            String prompts = fixtures.prompt("").toString();

            assertThat(loaded(program, "record", cases, "--prompts", prompts, "--all"))
                    .contains("hanji.cli.RecordCommand")
                    .containsAnyElementsOf(SOCKETS);

            assertThat(loaded(program, "check"))
                    .contains("hanji.cli.CheckCommand")
                    .doesNotContainAnyElementsOf(SOCKETS)
                    .doesNotContain("io.quarkus.runtime.ApplicationLifecycleManager")
                    .noneMatch(name -> name.startsWith("hanji.web."));
        }
    }
}
