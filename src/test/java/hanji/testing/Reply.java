package hanji.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;

/// Writes what the stub answers to one call, as a whole or in pieces, as the call wants it.
///
/// @param tokens counts those of a text
/// @param pause after each piece
record Reply(
        Dialect dialect,
        HttpExchange exchange,
        Traffic.Call call,
        ToIntFunction<String> tokens,
        Pause pause) {

    interface Pause {
        void take() throws IOException;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    Received request() {
        return call.request();
    }

    void complete(String text, Dialect.End end) throws IOException {
        if (StreamDialect.wanted(request())) {
            List<String> events = events(text, end);
            stream(events.subList(0, events.size() - 1));
            call.end();
            write(events.getLast());
        } else {
            body(200, completion(text, end));
        }
    }

    /// The first half of the answer; the connection stays open.
    void begin(String text) throws IOException {
        if (StreamDialect.wanted(request())) {
            List<String> events = events(text, Dialect.End.STOP);
            stream(events.subList(0, events.size() / 2));
            return;
        }
        byte[] bytes = completion(text, Dialect.End.STOP).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
    }

    private String completion(String text, Dialect.End end) {
        return dialect.completion(model(), text, end, usage(text));
    }

    private List<String> events(String text, Dialect.End end) {
        return StreamDialect.events(dialect, model(), text, end, usage(text));
    }

    private String model() {
        return request().body().path("model").asText() + "-stub";
    }

    private Dialect.Usage usage(String text) {
        return new Dialect.Usage(
                request().texts().stream().mapToInt(tokens).sum(), tokens.applyAsInt(text));
    }

    private void stream(List<String> events) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", StreamDialect.contentType(dialect));
        exchange.sendResponseHeaders(200, 0);
        for (String event : events) {
            write(event);
            pause.take();
        }
    }

    private void write(String event) throws IOException {
        exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    void disconnect() {
        call.end();
        exchange.close();
    }

    void fail(Fault.Status status) throws IOException {
        if (status.retryAfter() != null) {
            exchange.getResponseHeaders().set("Retry-After", status.retryAfter());
        }
        var error = JSON.createObjectNode();
        error.putObject("error")
                .put("message", status.message())
                .put("type", "error")
                .put("code", status.code());
        body(status.status(), error.toString());
    }

    void body(int status, String body) throws IOException {
        call.end();
        send(exchange, status, body);
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
