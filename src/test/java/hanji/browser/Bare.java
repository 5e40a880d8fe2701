package hanji.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A server that escapes nothing: the page is what stands behind `?`.
final class Bare implements AutoCloseable {

    private final HttpServer server;

    /// @param policy of each answer; none when null
    Bare(@Nullable String policy) throws IOException {
        server =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0),
                        0);
        server.createContext(
                "/",
                exchange -> {
                    String query = exchange.getRequestURI().getRawQuery();
                    byte[] page =
                            ("<!DOCTYPE html><link rel=icon href=/icon><body>"
                                            + (query == null
                                                    ? ""
                                                    : URLDecoder.decode(
                                                            query, StandardCharsets.UTF_8)))
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                    if (policy != null) {
                        exchange.getResponseHeaders().set("Content-Security-Policy", policy);
                    }
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
