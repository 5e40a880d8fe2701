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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// A model server on the loopback address, which speaks as OpenAI, Ollama and Anthropic do and
/// answers from a function of the user message. It needs no network, costs nothing, and fails as it
/// is told.
public final class StubModelServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Function<JsonNode, String> answers;
    private final Queue<Fault> script = new ConcurrentLinkedQueue<>();
    private final Traffic traffic = new Traffic();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Fault always = new Fault.None();
    private volatile @Nullable FaultMix mix;
    private volatile Duration latency = Duration.ZERO;
    private volatile double jitter;
    private volatile Duration pace = Duration.ZERO;
    private volatile int mostAtOnce = Integer.MAX_VALUE;
    private volatile int mostRequests = Integer.MAX_VALUE;
    private volatile Duration window = Duration.ZERO;

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
        mix = null;
        return this;
    }

    /// What every call meets that no script is left for, by chance.
    public StubModelServer always(FaultMix faults) {
        mix = faults;
        return this;
    }

    /// How long each answer takes.
    public StubModelServer latency(Duration duration) {
        return latency(duration, 0);
    }

    /// How long answers take about.
    ///
    /// @param share of the duration by which an answer may come sooner or later: 0.5 gives answers
    ///   after half to one and a half times the duration
    public StubModelServer latency(Duration duration, double share) {
        latency = duration;
        jitter = share;
        return this;
    }

    /// How long streamed answers pause after each piece; it holds at once for those under way too.
    public StubModelServer pace(Duration pause) {
        pace = pause;
        return this;
    }

    /// Calls beyond so many in flight are throttled at once.
    public StubModelServer atMost(int calls) {
        mostAtOnce = calls;
        return this;
    }

    /// Calls beyond so many in any such time are throttled at once.
    public StubModelServer atMost(int requests, Duration any) {
        mostRequests = requests;
        window = any;
        return this;
    }

    /// All calls so far that asked for a completion, faults included.
    public List<Received> received() {
        return traffic.received();
    }

    public int calls() {
        return traffic.received().size();
    }

    /// The most calls that were ever being answered at once.
    public int maxInFlight() {
        return traffic.levels().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    public int inFlight() {
        return traffic.inFlight();
    }

    /// For each call in the order of arrival, how many were in flight with it.
    public List<Integer> levels() {
        return traffic.levels();
    }

    /// How often each request body got its right answer to the last byte.
    public Map<JsonNode, Integer> deliveredWhole() {
        return traffic.whole();
    }

    /// Stops at once; calls in flight lose their connection.
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void models(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply.send(
                    exchange,
                    200,
                    "{\"object\":\"list\",\"data\":[{\"id\":\"stub\",\"object\":\"model\"}]}");
        }
    }

    private void chat(Dialect dialect, HttpExchange exchange) throws IOException {
        try (exchange) {
            Received request = read(exchange);
            Reply reply = new Reply(dialect, exchange, request, () -> waitFor(pace));
            traffic.received(request);
            Fault fault = nextFault();
            // counted only now: who sees a call in flight can rely on its fault being taken from
            // the script
            int inFlight = traffic.started();
            try {
                if (inFlight > mostAtOnce || !traffic.fits(mostRequests, window)) {
                    reply.fail(Fault.Status.of(429));
                } else {
                    waitFor(drawn(latency));
                    answer(reply, fault);
                }
            } finally {
                traffic.ended();
            }
        }
    }

    private Fault nextFault() {
        Fault scripted = script.poll();
        FaultMix chance = mix;
        return scripted != null ? scripted : chance != null ? chance.next() : always;
    }

    private Duration drawn(Duration duration) {
        double factor = 1 + jitter * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
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

    private void answer(Reply reply, Fault fault) throws IOException {
        Received request = reply.request();
        switch (fault) {
            case Fault.None _ -> whole(reply);
            case Fault.Status status -> reply.fail(status);
            case Fault.Delay delay -> {
                waitFor(delay.by());
                whole(reply);
            }
            case Fault.Hang _ -> untilClosed();
            case Fault.Stall _ -> {
                reply.begin(answers.apply(request.data()));
                untilClosed();
            }
            case Fault.Disconnect _ -> reply.exchange().close();
            case Fault.Cut _ -> {
                String text = answers.apply(request.data());
                int half = text.codePointCount(0, text.length()) / 2;
                reply.complete(
                        text.substring(0, text.offsetByCodePoints(0, half)), Dialect.End.LENGTH);
            }
            case Fault.Refusal refusal -> reply.complete(refusal.reason(), Dialect.End.REFUSAL);
            case Fault.Filtered _ -> reply.complete("", Dialect.End.FILTER);
            case Fault.Content content ->
                    reply.complete(
                            ContentFaults.spoil(answers.apply(request.data()), content.change()),
                            Dialect.End.STOP);
            case Fault.Body body -> reply.body(body.status(), body.body());
        }
    }

    private void whole(Reply reply) throws IOException {
        reply.complete(answers.apply(reply.request().data()), Dialect.End.STOP);
        traffic.deliveredWhole(reply.request());
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
