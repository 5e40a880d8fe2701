package hanji.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes what the stub answers to one call, as a whole or in pieces, as the call wants it.
///
/// @param pause after each piece
record Reply(Dialect dialect, HttpExchange exchange, Received request, Pause pause) {

    interface Pause {
        void take() throws IOException;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    void complete(String text, Dialect.End end) throws IOException {
        if (StreamDialect.wanted(request)) {
            stream(StreamDialect.events(dialect, request, text, end));
        } else {
            body(200, dialect.completion(request, text, end));
        }
    }

    /// The first half of the answer; the connection stays open.
    void begin(String text) throws IOException {
        if (StreamDialect.wanted(request)) {
            List<String> events = StreamDialect.events(dialect, request, text, Dialect.End.STOP);
            stream(events.subList(0, events.size() / 2));
            return;
        }
        byte[] bytes =
                dialect.completion(request, text, Dialect.End.STOP)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
    }

    private void stream(List<String> events) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", StreamDialect.contentType(dialect));
        exchange.sendResponseHeaders(200, 0);
        for (String event : events) {
            exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            pause.take();
        }
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
        send(exchange, status, body);
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
