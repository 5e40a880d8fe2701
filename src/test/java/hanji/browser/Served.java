package hanji.browser;

import hanji.store.DatabaseAddress;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged program as a process of its own: a free port, an empty data folder, and no model
/// but those a test gives it.
final class Served implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final String address;
    private final Path folder;

    /// As a browser speaks without TLS: it leaves an answer by closing the connection, where HTTP/2
    /// would end one stream of a connection that other requests are on.
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Served(Process process, String address, Path folder) {
        this.process = process;
        this.address = address;
        this.folder = folder;
    }

    static Served start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    /// @param environment variables as the program reads them, `HANJI_LLM_…`
    static Served start(Map<String, String> environment) throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: these tests run after package");
        }
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path folder = Files.createTempDirectory("hanji-browser");
        File log = log(folder).toFile();
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        // it lives for a minute: the second compiler takes more than it gives
                        "-XX:TieredStopAtLevel=1",
                        "-Dhanji.home=.",
                        "-Dhanji.account.name=Mina",
                        "-jar",
                        JAR.toString(),
                        "serve",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        data(folder).toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("HANJI_"));
        builder.environment().putAll(environment);
        Served served =
                new Served(
                        builder.redirectErrorStream(true).redirectOutput(log).start(),
                        "http://127.0.0.1:" + port,
                        folder);
        served.await(log);
        return served;
    }

    private void await(File log) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            try {
                if (get("/q/health").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        close();
        throw new IllegalStateException(
                "the server did not start: " + Files.readString(log.toPath()));
    }

    String address() {
        return address;
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    private static Path log(Path folder) {
        return folder.resolve("server.log");
    }

    /// What it keeps; another process may open it at the same time.
    DatabaseAddress database() {
        return DatabaseAddress.inFolder(data(folder));
    }

    /// What it said so far.
    String log() {
        try {
            return Files.readString(log(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(),
                BodyHandlers.ofString());
    }

    /// What is answered, without waiting for the end of an answer that may have none.
    int status(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(address + path)).build(),
                        BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    /// As the program that holds a token.
    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String type, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> put(String path, int version, String json)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + version + "\"")
                        .PUT(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(20, TimeUnit.SECONDS)
                .exceptionally(_ -> process.destroyForcibly())
                .join();
        client.close();
    }
}
