package hanji.web;

import hanji.webhook.Post;
import hanji.webhook.PublicAddress;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Posts to the open internet only. The name is looked up once, and the address that was looked at
/// is the one that is connected to, so that a name cannot mean another host a moment later (DNS
/// rebinding). Redirects are not followed, and of an answer only the status is read.
final class WebhookPost implements Post {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final HttpClient client;
    private final Set<String> allowed;

    /// @param allowed hosts, in lower case, that may stand in the own network
    WebhookPost(Vertx vertx, Set<String> allowed) {
        this.allowed = allowed;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout((int) CONNECT.toMillis())
                                .setKeepAlive(false)
                                .setDecompressionSupported(false));
    }

    @Override
    public Reply send(URI url, Map<String, String> headers, String body) {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(url.getHost());
        } catch (UnknownHostException _) {
            return new Reply.Silent("Nobody knows the host %s.".formatted(url.getHost()));
        }
        if (!allowed.contains(url.getHost().toLowerCase(Locale.ROOT))
                && !Arrays.stream(addresses).allMatch(PublicAddress::is)) {
            return new Reply.Silent(
                    "Nothing was sent: %s is no address of the open internet (hanji.webhooks.allow-hosts)."
                            .formatted(url.getHost()));
        }
        return send(request(url, addresses[0]), headers, body);
    }

    private static RequestOptions request(URI url, InetAddress address) {
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                // whose certificate is asked for
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(secure)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setFollowRedirects(false)
                .setTimeout(ANSWER.toMillis());
    }

    private Reply send(RequestOptions options, Map<String, String> headers, String body) {
        headers.forEach(options::putHeader);
        options.putHeader("Content-Type", "application/json");
        options.putHeader("User-Agent", "Hanji");
        try {
            return client.request(options)
                    .compose(request -> answer(request, body))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Reply.Silent("Hanji was stopped.");
        } catch (TimeoutException _) {
            return new Reply.Silent(
                    "No answer came within %d seconds.".formatted(ANSWER.toSeconds()));
        } catch (ExecutionException e) {
            return new Reply.Silent("No answer came: %s.".formatted(e.getCause().getMessage()));
        }
    }

    /// The body of the answer is left where it is.
    private static io.vertx.core.Future<Reply> answer(HttpClientRequest request, String body) {
        return request.send(Buffer.buffer(body))
                .map(response -> {
                    int status = response.statusCode();
                    request.reset();
                    return new Reply.Answered(status);
                });
    }
}
