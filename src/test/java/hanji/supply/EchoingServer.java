package hanji.supply;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// A server that says the key it was sent wherever it can: the status is the first part of the
/// path, and body, headers and the place it redirects to have the key.
final class EchoingServer implements AutoCloseable {

    private final HttpServer server;

    EchoingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String baseUrl(int status) {
        return "http://127.0.0.1:%d/%d/v1".formatted(server.getAddress().getPort(), status);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            int status = Integer.parseInt(exchange.getRequestURI().getPath().split("/")[1]);
            String sent = exchange.getRequestHeaders().getFirst("Authorization");
            String key = sent == null ? "" : sent.replaceFirst("^Bearer ", "");
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "application/json");
            headers.set("Location", baseUrl(status) + "/" + key + "?key=" + key);
            headers.set("WWW-Authenticate", sent);
            headers.set("X-Key", key);
            byte[] body =
                    "{\"error\":{\"message\":\"What is %s? I know %s.\",\"code\":\"%s\",\"type\":\"%s\"},\"%s\":1}"
                            .formatted(key, sent, key, key, key)
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
