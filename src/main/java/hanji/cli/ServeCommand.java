package hanji.cli;

import hanji.segment.Problem;
import hanji.store.DataFolder;
import hanji.web.Auth;
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

    @Option(names = "--port", paramLabel = "N", description = "where it listens; default: 8080")
    private @Nullable String port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "on which address; only this machine's own, as long as there is no login; default: 127.0.0.1")
    private @Nullable String host;

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
        String where = chosen(host, "quarkus.http.host", "127.0.0.1");
        Auth auth = Auth.of(Settings.setting("hanji.auth").orElse("local"));
        if (auth == Auth.LOCAL) {
            Loopback.check(where);
        }
        if (auth == Auth.OIDC) {
            Oidc.configure();
        }
        checkPort(where, port(chosen(port, "quarkus.http.port", "8080")));
        if (host != null) {
            set("quarkus.http.host", host);
        }
        if (port != null) {
            set("quarkus.http.port", port);
        }
        if (db != null) {
            set("hanji.db.url", db);
        }
        if (data != null) {
            set("hanji.data", data.toString());
        }
        if (!digests.isEmpty()) {
            set(
                    "hanji.digests",
                    digests.stream().map(ServeCommand::listed).collect(Collectors.joining(",")));
        }
        if (Settings.setting("hanji.db.url")
                .filter(url -> url.startsWith("jdbc:postgresql:"))
                .isPresent()) {
            return run();
        }
        try (DataFolder _ = DataFolder.claim(Settings.dataFolder())) {
            return run();
        }
    }

    /// An option that was given takes the place of what is configured.
    private static String chosen(@Nullable String option, String key, String usual) {
        return option != null ? option : Settings.setting(key).orElse(usual);
    }

    /// A list's separator within a path is no separator.
    private static String listed(Path path) {
        return path.toString().replace("\\", "\\\\").replace(",", "\\,");
    }

    private static int port(String port) {
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
            throw Problem.badInput("--port is a number between 0 and 65535, not %s.", port);
        }
        return Integer.parseInt(port);
    }

    private static void set(String key, String value) {
        System.setProperty(key, value);
    }

    private static void checkPort(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new Problem(
                            Problem.Kind.SETUP,
                            "Port %d of %s %s: stop the program there, or choose another port with --port.",
                            port,
                            host,
                            trouble(e))
                    .causedBy(e);
        }
    }

    private static String trouble(IOException failure) {
        String reason = String.valueOf(failure.getMessage());
        return reason.contains("in use") ? "is in use" : "cannot be had (" + reason + ")";
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
