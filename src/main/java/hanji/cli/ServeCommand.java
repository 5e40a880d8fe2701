package hanji.cli;

import hanji.segment.Problem;
import hanji.store.DataFolder;
import hanji.web.Loopback;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Pages and interface on this machine.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "hanji serve [OPTIONS]",
        description = "Serve the pages and the interface (the default).")
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "where it listens; default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "on which address; only this machine's own, as long as there is no login; default: ${DEFAULT-VALUE}")
    private String host = "127.0.0.1";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the folder of what Hanji keeps; default: ./data")
    private @Nullable Path data;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "jdbc:postgresql://… instead of the H2 file in the data folder")
    private @Nullable String db;

    @Option(
            names = "--digests",
            paramLabel = "PATH",
            arity = "1..*",
            description = "files and folders imported at start; default: the sample digests")
    private List<Path> digests = List.of();

    @Option(names = "--verbose", description = "show where an error comes from")
    private boolean verbose;

    @Override
    public Integer call() {
        Loopback.check(host);
        checkPort();
        set("quarkus.http.host", host);
        set("quarkus.http.port", String.valueOf(port));
        if (db != null) {
            set("hanji.db.url", db);
        }
        if (!digests.isEmpty()) {
            set(
                    "hanji.digests",
                    digests.stream().map(Path::toString).collect(Collectors.joining(",")));
        }
        if (db != null || System.getenv("HANJI_DB_URL") != null) {
            return run();
        }
        Path folder = data == null ? Settings.dataFolder() : data;
        set("hanji.data", folder.toString());
        try (DataFolder _ = DataFolder.claim(folder)) {
            return run();
        }
    }

    private static void set(String key, String value) {
        System.setProperty(key, value);
    }

    private void checkPort() {
        if (port < 0 || port > 65535) {
            throw Problem.badInput(
                    "--port is a number between 0 and 65535, not %d.".formatted(port));
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.SETUP,
                    "Port %d of %s is in use: stop the program there, or choose another port with --port."
                            .formatted(port, host),
                    e);
        }
    }

    private int run() {
        AtomicInteger exit = new AtomicInteger(ExitCode.DONE);
        Quarkus.run(
                Server.class,
                (code, failure) -> {
                    exit.set(code);
                    if (failure != null) {
                        exit.set(explain(failure));
                    }
                });
        return exit.get();
    }

    private int explain(Throwable failure) {
        if (verbose) {
            failure.printStackTrace();
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                System.err.println("hanji: " + problem.sentence());
                return ExitCode.of(problem.kind());
            }
        }
        System.err.println("hanji: cannot start: %s".formatted(failure.getMessage()));
        return ExitCode.USAGE;
    }
}
