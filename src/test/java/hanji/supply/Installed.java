package hanji.supply;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The packaged program in a folder of its own, at the highest log level that can be configured,
/// and everything it says.
final class Installed implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern ADDRESS = Pattern.compile("Hanji is at (http://[^\\s]+?)/?\\s");
    private static final Pattern LINK = Pattern.compile("(?:href|src|action|hx-get)=\"(/[^\"#]*)");

    private final Path folder;
    private final Map<String, String> environment;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, byte[]> said = new LinkedHashMap<>();
    private @Nullable Process server;
    private String address = "";

    /// @param environment variables as the program reads them, `HANJI_…`
    Installed(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /// Runs a command to its end.
    ///
    /// @return its exit code
    int run(String... args) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "command", ".out");
        Process process = builder(args).redirectOutput(out.toFile()).start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("hanji did not end: " + Files.readString(out));
        }
        return process.exitValue();
    }

    void serve(String... options) throws IOException, InterruptedException {
        Path log = folder.resolve("console.log");
        List<String> line = new ArrayList<>(List.of("serve", "--port", "0", "--verbose"));
        line.addAll(List.of(options));
        Process started = builder(line.toArray(String[]::new)).redirectOutput(log.toFile()).start();
        server = started;
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && started.isAlive()) {
            Matcher at = ADDRESS.matcher(Files.readString(log, StandardCharsets.UTF_8));
            if (at.find()) {
                address = at.group(1);
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("no server: " + Files.readString(log));
    }

    private ProcessBuilder builder(String... args) {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-Dhanji.home=" + Path.of("").toAbsolutePath(),
                                "-Dquarkus.log.level=ALL",
                                "-Dquarkus.log.console.level=ALL",
                                "-Dquarkus.log.category.\"io.quarkus\".level=ALL",
                                "-Dquarkus.log.category.\"org.flywaydb\".level=ALL",
                                "-Dquarkus.log.category.\"io.agroal\".level=ALL",
                                "-Dquarkus.log.file.enabled=true",
                                "-Dquarkus.log.file.level=ALL",
                                "-Dquarkus.log.file.path=" + folder.resolve("file.log"),
                                "-Dquarkus.log.file.rotation.rotate-on-boot=false",
                                "-Dquarkus.log.file.rotation.max-file-size=500M",
                                "-Dquarkus.config.log.values=true",
                                "-jar",
                                Path.of("target/quarkus-app/quarkus-run.jar")
                                        .toAbsolutePath()
                                        .toString()));
        line.addAll(List.of(args));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("HANJI_"));
        builder.environment().putAll(environment);
        return builder;
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send("GET " + path, HttpRequest.newBuilder(at(path)));
    }

    HttpResponse<byte[]> post(String path, String type, String body)
            throws IOException, InterruptedException {
        return send(
                "POST " + path + " " + body,
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)));
    }

    private URI at(String path) {
        return URI.create(address + path);
    }

    private HttpResponse<byte[]> send(String name, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
        String head = answer.statusCode() + " " + answer.headers().map() + "\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[start.length + answer.body().length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(answer.body(), 0, all, start.length, answer.body().length);
        said.put(name, all);
        return answer;
    }

    /// Follows links from a page until there are no more, or so many answers.
    void crawl(String start, int most) throws IOException, InterruptedException {
        List<String> open = new ArrayList<>(List.of(start));
        for (int i = 0; i < open.size() && i < most; i++) {
            if (said.containsKey("GET " + open.get(i))) {
                continue;
            }
            HttpResponse<byte[]> page = get(open.get(i));
            Matcher links = LINK.matcher(new String(page.body(), StandardCharsets.UTF_8));
            while (links.find()) {
                String link = links.group(1).replace("&amp;", "&");
                if (!open.contains(link) && !link.endsWith("/events")) {
                    open.add(link);
                }
            }
        }
    }

    /// Every answer so far, head and body, by its request.
    Map<String, byte[]> said() {
        return said;
    }

    /// Every file in the folder, but those that hold the secrets by right.
    Map<String, byte[]> files(Path... but) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!List.of(but).contains(file)) {
                    all.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        return all;
    }

    /// Ends the server as people do, so that its files are whole.
    void stop() {
        if (server != null) {
            server.destroy();
            server.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    @Override
    public void close() {
        stop();
        client.close();
    }
}
