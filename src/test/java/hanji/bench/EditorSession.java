package hanji.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A browser that somebody signed in with.
final class EditorSession {

    /// @param sent in nanoseconds of this process
    record Answer(int status, String body, long sent, long answered) {

        double millis() {
            return (answered - sent) / 1e6;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final HttpClient lines;
    private final String address;
    private final Tally tally;
    private String cookie = "";

    /// @param lines for events alone, so that they can be cut without the others
    EditorSession(HttpClient client, HttpClient lines, String address, Tally tally) {
        this.client = client;
        this.lines = lines;
        this.address = address;
        this.tally = tally;
    }

    void login(String name, String password) throws IOException, InterruptedException {
        tally.request();
        HttpResponse<String> answer =
                client.send(
                        request("/login")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(form(Map.of("name", name, "password", password)))
                                .build(),
                        BodyHandlers.ofString());
        cookie =
                answer.headers()
                        .firstValue("Set-Cookie")
                        .filter(_ -> answer.statusCode() == 303)
                        .orElseThrow(() ->
                                new IOException(name + " was not let in: " + answer.statusCode()))
                        .split(";", 2)[0];
    }

    /// As the page's script asks for a row.
    Answer get(String path) throws IOException, InterruptedException {
        Answer answer = send(request(path).header("HX-Request", "true").build());
        tally.read(answer.sent(), answer.millis());
        if (answer.status() != 200) {
            tally.error("GET %s: %d %s".formatted(path, answer.status(), start(answer.body())));
        }
        return answer;
    }

    /// As the page's script sends what somebody did.
    Answer post(String path, Map<String, String> values) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("HX-Request", "true")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(form(values))
                        .build());
    }

    /// @param version the one that was read
    Answer json(String method, String path, int version, String body)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("If-Match", "\"" + version + "\"")
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build());
    }

    /// Server-sent events, line by line, until the server ends them.
    Stream<String> events(String path) throws IOException, InterruptedException {
        tally.request();
        HttpResponse<Stream<String>> answer =
                lines.send(
                        HttpRequest.newBuilder(URI.create(address + path))
                                .header("Cookie", cookie)
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IOException("the events were answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(PATIENCE)
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Accept-Language", "en");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        tally.request();
        long sent = System.nanoTime();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body(), sent, System.nanoTime());
    }

    private static HttpRequest.BodyPublisher form(Map<String, String> values) {
        return BodyPublishers.ofString(
                values.entrySet().stream()
                        .map(value ->
                                value.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                value.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    static String start(String body) {
        return body.substring(0, Math.min(200, body.length()));
    }
}
