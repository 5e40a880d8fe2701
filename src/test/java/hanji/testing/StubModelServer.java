package hanji.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import picocli.CommandLine;

/// A model server on the loopback address, which speaks as OpenAI, Ollama and Anthropic do and
/// answers from a function of the user message. It needs no network, costs nothing, and fails as it
/// is told.
public final class StubModelServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Function<JsonNode, String> answers;
    private final Queue<Fault> script = new ConcurrentLinkedQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger maxInFlight = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Fault always = new Fault.None();
    private volatile Duration latency = Duration.ZERO;

    private StubModelServer(int port, Function<JsonNode, String> answers) throws IOException {
        this.answers = answers;
        // headers and body are two writes: without this each answer waits 40 ms for the client's
        // acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
                        0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/models", this::models);
        for (Dialect dialect : Dialect.values()) {
            server.createContext(dialect.path, exchange -> chat(dialect, exchange));
        }
        server.start();
    }

    /// A running server on a free port.
    public static StubModelServer start(Function<JsonNode, String> answers) {
        return start(0, answers);
    }

    public static StubModelServer start(int port, Function<JsonNode, String> answers) {
        try {
            return new StubModelServer(port, answers);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be used", e);
        }
    }

    /// Started by hand: `--port`, `--tmx FILE`, `--latency MS`, `--minutes N` (60); prints its base
    /// URL.
    public static void main(String[] args) {
        System.exit(new CommandLine(new StubModelServerMain()).execute(args));
    }

    /// Its address without a path; `…/v1` is the base URL for OpenAI and Anthropic, this itself for
    /// Ollama.
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public String baseUrl() {
        return address() + "/v1";
    }

    /// What the next calls meet, one fault each; after them, calls are answered again.
    public StubModelServer script(Fault... faults) {
        script.addAll(List.of(faults));
        return this;
    }

    /// What every call meets that no script is left for.
    public StubModelServer always(Fault fault) {
        always = fault;
        return this;
    }

    /// How long each answer takes.
    public StubModelServer latency(Duration duration) {
        latency = duration;
        return this;
    }

    /// All calls so far that asked for a completion, faults included.
    public List<Received> received() {
        return List.copyOf(received);
    }

    public int calls() {
        return received.size();
    }

    /// The most calls that were ever being answered at once.
    public int maxInFlight() {
        return maxInFlight.get();
    }

    public int inFlight() {
        return inFlight.get();
    }

    /// Stops at once; calls in flight lose their connection.
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void models(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(
                    exchange,
                    200,
                    "{\"object\":\"list\",\"data\":[{\"id\":\"stub\",\"object\":\"model\"}]}");
        }
    }

    private void chat(Dialect dialect, HttpExchange exchange) throws IOException {
        try (exchange) {
            Received request = read(exchange);
            received.add(request);
            Fault next = script.poll();
            // counted only now: who sees a call in flight can rely on its fault being taken from
            // the script
            maxInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            try {
                waitFor(latency);
                answer(dialect, exchange, request, next == null ? always : next);
            } finally {
                inFlight.decrementAndGet();
            }
        }
    }

    private static Received read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Received(
                exchange.getRequestURI().getPath(),
                Map.copyOf(headers),
                JSON.readTree(exchange.getRequestBody().readAllBytes()));
    }

    private void answer(Dialect dialect, HttpExchange exchange, Received request, Fault fault)
            throws IOException {
        switch (fault) {
            case Fault.None _ -> send(exchange, 200, whole(dialect, request));
            case Fault.Status status -> fail(exchange, status);
            case Fault.Delay delay -> {
                waitFor(delay.by());
                send(exchange, 200, whole(dialect, request));
            }
            case Fault.Hang _ -> untilClosed();
            case Fault.Stall _ -> stall(exchange, whole(dialect, request));
            case Fault.Disconnect _ -> exchange.close();
            case Fault.Cut _ -> {
                String text = answers.apply(request.data());
                String half =
                        text.substring(
                                0,
                                text.offsetByCodePoints(
                                        0, text.codePointCount(0, text.length()) / 2));
                send(exchange, 200, dialect.completion(request, half, Dialect.End.LENGTH));
            }
            case Fault.Refusal refusal ->
                    send(
                            exchange,
                            200,
                            dialect.completion(request, refusal.reason(), Dialect.End.REFUSAL));
            case Fault.Filtered _ ->
                    send(exchange, 200, dialect.completion(request, "", Dialect.End.FILTER));
            case Fault.Content content -> {
                String text = ContentFaults.spoil(answers.apply(request.data()), content.change());
                send(exchange, 200, dialect.completion(request, text, Dialect.End.STOP));
            }
            case Fault.Body body -> send(exchange, body.status(), body.body());
        }
    }

    private String whole(Dialect dialect, Received request) {
        return dialect.completion(request, answers.apply(request.data()), Dialect.End.STOP);
    }

    private static void fail(HttpExchange exchange, Fault.Status status) throws IOException {
        if (status.retryAfter() != null) {
            exchange.getResponseHeaders().set("Retry-After", status.retryAfter());
        }
        var error = JSON.createObjectNode();
        error.putObject("error")
                .put("message", status.message())
                .put("type", "error")
                .put("code", status.code());
        send(exchange, status.status(), error.toString());
    }

    private void stall(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
        untilClosed();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void untilClosed() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void waitFor(Duration duration) throws IOException {
        try {
            if (!duration.isZero() && closed.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("the server closes");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
