package hanji.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import hanji.webhook.Post;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Messages over a real line.
class WebhookPostTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    private HttpServer receiver;

    @BeforeEach
    void a_receiver_in_the_own_network() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/",
                exchange -> {
                    heard.add(
                            exchange.getRequestURI()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("webhook-id")
                                    + " "
                                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    if (exchange.getRequestURI().getPath().equals("/away")) {
                        exchange.getResponseHeaders().add("Location", "/hook");
                        exchange.sendResponseHeaders(302, -1);
                    } else {
                        exchange.sendResponseHeaders(200, -1);
                    }
                    exchange.close();
                });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Post.Reply send(Set<String> allowed, String path) {
        return new WebhookPost(vertx, allowed)
                .send(
                        URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + path),
                        Map.of("webhook-id", "msg_1"),
                        "{\"말\": 1}");
    }

    @Test
    void a_host_that_is_allowed_by_name_hears_all_of_it() {
        assertThat(send(Set.of("127.0.0.1"), "/hook?a=b")).isEqualTo(new Post.Reply.Answered(200));
        assertThat(heard).containsExactly("/hook?a=b msg_1 {\"말\": 1}");
    }

    @Test
    void the_own_network_hears_nothing_otherwise() {
        assertThat(send(Set.of(), "/hook")).isInstanceOf(Post.Reply.Silent.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void nobody_is_sent_elsewhere() {
        assertThat(send(Set.of("127.0.0.1"), "/away")).isEqualTo(new Post.Reply.Answered(302));
        assertThat(heard).hasSize(1);
    }
}
