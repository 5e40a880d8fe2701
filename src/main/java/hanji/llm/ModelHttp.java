package hanji.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// LangChain4j's door to the network. Its own JDK client drops the headers of a failed call, so
/// `Retry-After` could not be seen, and its time-out ends with the headers, so a server that stalls
/// in the middle of its answer would hold a thread for ever. This one keeps the former and bounds
/// the whole answer.
final class ModelHttp implements HttpClient {

    /// Far above any answer: a model's longest output is well under 1 MiB of JSON.
    private static final long MAX_ANSWER_BYTES = 16L << 20;

    private final java.net.http.HttpClient jdk;
    private final Duration timeout;

    private ModelHttp(java.net.http.HttpClient jdk, Duration timeout) {
        this.jdk = jdk;
        this.timeout = timeout;
    }

    /// HTTP/1.1: with HTTP/2 the client grew to hundreds of platform threads at a thousand calls in
    /// flight. What it does with the bytes of an answer is little and never blocks, so its selector
    /// does it; another thread would have to be woken for it, and then a second one, who waits.
    static java.net.http.HttpClient connections() {
        return java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .executor(Runnable::run)
                .build();
    }

    static HttpClientBuilder builder(java.net.http.HttpClient jdk, Duration timeout) {
        return new Builder(jdk, timeout);
    }

    /// The JDK's `send` in a virtual thread: its `sendAsync` hands every answer to one thread more.
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try (Deadline deadline = new Deadline(timeout)) {
            return successful(answer(request, deadline));
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest request, Deadline deadline) {
        try {
            return jdk.send(
                    jdkRequest(request),
                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
        } catch (InterruptedException e) {
            if (deadline.passed()) {
                throw new TimeoutException("no answer within " + timeout, e);
            }
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (IOException e) {
            throw new IllegalStateException("not sent or not answered", e);
        }
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        FutureTask<@Nullable Void> stream =
                new FutureTask<>(() -> stream(request, parser, listener), null);
        Thread.ofVirtual().start(stream);
        try {
            stream.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            // before the stream is stopped: its own complaint about that comes second
            listener.onError(new TimeoutException("no whole answer within " + timeout, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            listener.onError(new IllegalStateException("interrupted", e));
        } catch (ExecutionException e) {
            listener.onError(e.getCause());
        } finally {
            stream.cancel(true);
        }
    }

    private void stream(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpResponse<InputStream> response =
                    jdk.send(
                            jdkRequest(request),
                            BodyHandlers.limiting(BodyHandlers.ofInputStream(), MAX_ANSWER_BYTES));
            try (InputStream body = response.body()) {
                if (response.statusCode() / 100 != 2) {
                    throw failed(response, body.readAllBytes());
                }
                listener.onOpen(
                        SuccessfulHttpResponse.builder()
                                .statusCode(response.statusCode())
                                .headers(response.headers().map())
                                .build());
                parser.parse(body, listener);
                listener.onClose();
            }
        } catch (IOException e) {
            listener.onError(e);
        } catch (InterruptedException e) {
            // only when the waiting side has given up and said so
            Thread.currentThread().interrupt();
        }
    }

    private static java.net.http.HttpRequest jdkRequest(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        request.headers()
                .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        String body = request.body();
        return builder.method(
                        request.method().name(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    private static SuccessfulHttpResponse successful(HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 != 2) {
            throw failed(response, response.body());
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(response.body())
                .build();
    }

    private static Failed failed(HttpResponse<?> response, byte[] body) {
        return new Failed(
                response.statusCode(),
                new String(body, StandardCharsets.UTF_8),
                response.headers().firstValue("Retry-After").orElse(null));
    }

    /// A status that is no success; the message is the body. LangChain4j keeps it as the cause of
    /// its own.
    static final class Failed extends HttpException {

        private static final long serialVersionUID = 1L;

        private final @Nullable String retryAfter;

        Failed(int status, String body, @Nullable String retryAfter) {
            super(status, body);
            this.retryAfter = retryAfter;
        }

        @Nullable String retryAfter() {
            return retryAfter;
        }
    }

    /// Keeps its own time-out: LangChain4j sets the same one again for connecting and for reading.
    private record Builder(java.net.http.HttpClient jdk, Duration timeout)
            implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new ModelHttp(jdk, timeout);
        }
    }
}
