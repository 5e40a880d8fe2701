package hanji.cli;

import hanji.testing.StubModelServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The packaged program in processes of its own, with a stub model named `stub`.
final class Program {

    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;
    private final List<String> command;

    /// Without repairs: most stubs give the source back, and tests count calls.
    ///
    /// @param folder the working directory
    Program(Path folder, StubModelServer stub) {
        this(folder, stub, false);
    }

    Program(Path folder, StubModelServer stub, boolean repair) {
        this.folder = folder;
        this.command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dhanji.home=" + Path.of("").toAbsolutePath(),
                        "-Dhanji.repair=" + repair,
                        "-Dhanji.llm.models.stub.provider=openai",
                        "-Dhanji.llm.models.stub.model=stub",
                        "-Dhanji.llm.models.stub.base-url=" + stub.baseUrl(),
                        "-Dhanji.llm.models.stub.price-in=2",
                        "-Dhanji.llm.models.stub.price-out=8",
                        "-jar",
                        Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString());
    }

    /// Runs to its end.
    Ran run(String... args) {
        return run(builder(args));
    }

    /// Runs to its end.
    ///
    /// @param log where the names of all classes go that are loaded
    Ran runLogged(Path log, String... args) {
        ProcessBuilder builder = builder(args);
        builder.environment().put("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
        return run(builder);
    }

    private Ran run(ProcessBuilder builder) {
        try {
            Path err = Files.createTempFile(folder, "err", ".txt");
            Path out = Files.createTempFile(folder, "out", ".txt");
            Process process =
                    builder.redirectError(err.toFile()).redirectOutput(out.toFile()).start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("hanji did not end: " + Files.readString(err));
            }
            return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Starts one that stays; its output is one stream.
    Process start(String... args) throws IOException {
        return builder(args).redirectErrorStream(true).start();
    }

    private ProcessBuilder builder(String... args) {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(args));
        return new ProcessBuilder(line).directory(folder.toFile());
    }
}
