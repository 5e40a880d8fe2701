package hanji.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged program as people start it: by the launcher, with its JVM options and no variables
/// of this machine.
final class Launched implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration SETTLING = Duration.ofMinutes(20);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Process process;
    private final String address;
    private final File log;

    private Launched(Process process, String address, File log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /// Waits until it answers.
    ///
    /// @param data its folder; the log lies beside it
    static Launched start(Path data, Map<String, String> environment) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        File log = data.resolveSibling("server.log").toFile();
        List<String> line = new ArrayList<>(List.of("./hanji", "serve", "--port"));
        line.addAll(List.of(String.valueOf(port), "--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(name -> name.startsWith("HANJI_"));
        builder.environment().putAll(environment);
        Launched server =
                new Launched(
                        builder.redirectErrorStream(true).redirectOutput(log).start(),
                        "http://127.0.0.1:" + port,
                        log);
        server.await();
        return server;
    }

    private void await() throws IOException, InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(URI.create(address + "/q/health")).build();
        Instant end = Instant.now().plus(PATIENCE);
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (Instant.now().isBefore(end) && process.isAlive()) {
                try {
                    if (client.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException _) {
                    // not yet
                }
                Thread.sleep(100);
            }
        }
        close();
        throw new IllegalStateException("the server did not start: " + log());
    }

    String address() {
        return address;
    }

    private String log() throws IOException {
        return Files.readString(log.toPath());
    }

    /// What it logged as errors so far.
    List<String> errors() throws IOException {
        return log().lines().filter(line -> line.contains(" ERROR ")).toList();
    }

    /// CPU time so far.
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Waits until it does nothing by itself any more; a new folder's search index takes minutes.
    void quiet() throws InterruptedException {
        Duration last = cpu();
        Instant end = Instant.now().plus(SETTLING);
        while (Instant.now().isBefore(end)) {
            Thread.sleep(SECOND);
            Duration now = cpu();
            if (now.minus(last).compareTo(SECOND.dividedBy(20)) < 0) {
                return;
            }
            last = now;
        }
        throw new IllegalStateException("the server is still busy after " + SETTLING);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(30, TimeUnit.SECONDS)
                .exceptionally(_ -> process.destroyForcibly())
                .join();
    }
}
