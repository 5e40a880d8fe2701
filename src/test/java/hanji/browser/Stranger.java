package hanji.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// Another site on this machine: an empty page, and an address that sends each request on to
/// wherever its query says, as it came.
final class Stranger implements AutoCloseable {

    private final HttpServer server;

    private Stranger(HttpServer server) {
        this.server = server;
    }

    static Stranger start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(
                                    InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0),
                            0);
            server.createContext("/", Stranger::page);
            server.createContext("/on", Stranger::on);
            server.start();
            return new Stranger(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(HttpExchange exchange) throws IOException {
        byte[] page =
                "<!doctype html><title>Elsewhere</title><body>".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private static void on(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", exchange.getRequestURI().getQuery());
        exchange.sendResponseHeaders(307, -1);
        exchange.close();
    }

    /// @param host a name of this machine
    String address(String host) {
        return "http://%s:%d".formatted(host, server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
