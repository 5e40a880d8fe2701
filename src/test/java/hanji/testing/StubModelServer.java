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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// A model server on the loopback address, which speaks as OpenAI, Ollama and Anthropic do and
/// answers from a function of the user message. It needs no network, costs nothing, and fails as it
/// is told.
public final class StubModelServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Hundreds of clients may connect at one moment; beyond it connections are reset.
    private static final int BACKLOG = 4_096;

    private final HttpServer server;
    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
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
    private volatile ToIntFunction<String> tokens = Dialect::tokens;

    private StubModelServer(int port, Function<JsonNode, String> answers) throws IOException {
        this.answers = answers;
        // headers and body are two writes: without this each answer waits 40 ms for the client's
        // acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // connections beyond 200 idle ones, or after 30 idle seconds, would be closed under the
        // hands of a client that is about to use them
        System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        server =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
                        BACKLOG);
        server.setExecutor(handlers);
        server.createContext("/v1/models", this::models);
        server.createContext("/stub/stats", this::stats);
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

    /// Started by hand: prints its base URL; `--help` lists what it can be told.
    public static void main(String[] args) {
        System.exit(StubModelServerMain.commandLine().execute(args));
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

    /// How the tokens of a text are counted; a third of its code points without this.
    public StubModelServer tokens(ToIntFunction<String> counter) {
        tokens = counter;
        return this;
    }

    /// Keeps figures only, so that hundreds of thousands of calls fit: [#received], [#levels] and
    /// [#deliveredWhole] stay empty.
    public StubModelServer lean() {
        traffic.lean();
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
        return stats().calls();
    }

    /// The most calls that were ever being answered at once.
    public int maxInFlight() {
        return stats().maxInFlight();
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

    /// The same figures that `GET /stub/stats` answers; `DELETE` there makes them start again.
    public Stats stats() {
        return traffic.stats();
    }

    /// The callers are about to be killed: answers to the calls in flight do not count as
    /// delivered.
    ///
    /// @return how many those are
    public int callersGo() {
        return traffic.lose();
    }

    /// Stops at once; calls in flight lose their connection.
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        handlers.shutdownNow();
    }

    private void models(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply.send(
                    exchange,
                    200,
                    "{\"object\":\"list\",\"data\":[{\"id\":\"stub\",\"object\":\"model\"}]}");
        }
    }

    private void stats(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("DELETE")) {
                traffic.forget();
            }
            Reply.send(exchange, 200, JSON.writeValueAsString(stats()));
        }
    }

    private void chat(Dialect dialect, HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Traffic.Call call = traffic.received(read(exchange, body), body);
            Reply reply = new Reply(dialect, exchange, call, tokens, () -> waitFor(pace));
            Fault fault = nextFault();
            // counted only now: who sees a call in flight can rely on its fault being taken from
            // the script
            int inFlight = call.start();
            try {
                if (inFlight > mostAtOnce || !traffic.fits(mostRequests, window)) {
                    reply.fail(Fault.Status.of(429));
                } else {
                    waitFor(drawn(latency));
                    answer(reply, fault);
                }
            } finally {
                call.end();
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

    private static Received read(HttpExchange exchange, byte[] body) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Received(
                exchange.getRequestURI().getPath(), Map.copyOf(headers), JSON.readTree(body));
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
            case Fault.Disconnect _ -> reply.disconnect();
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
        reply.call().deliveredWhole();
    }

    private void untilClosed() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void waitFor(Duration duration) throws IOException {
        try {
            if (!duration.isZero()) {
                Thread.sleep(duration);
            }
        } catch (InterruptedException e) {
            throw new IOException("the server closes", e);
        }
    }
}
