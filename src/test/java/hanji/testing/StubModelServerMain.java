package hanji.testing;

import com.fasterxml.jackson.databind.JsonNode;
import hanji.llm.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The stub by hand: prints its base URL, and stops itself after a while so that a forgotten one
/// does not stay.
@Command(
        name = "stub-model-server",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "A model server on 127.0.0.1; GET /stub/stats says what it has seen.")
final class StubModelServerMain implements Runnable {

    enum Counter {
        THIRDS,
        OPENAI
    }

    @Spec private CommandSpec spec;

    @Option(names = "--port", defaultValue = "0", description = "0 takes a free one")
    private int port;

    @Option(
            names = "--tmx",
            description = "translations to answer with; without it, texts are echoed")
    private @Nullable Path tmx;

    @Option(
            names = "--latency",
            defaultValue = "0",
            description = "milliseconds that each answer takes")
    private long latency;

    @Option(
            names = "--jitter",
            defaultValue = "0",
            description = "share of the latency by which an answer may be sooner or later: 0.5")
    private double jitter;

    @Option(names = "--at-most", description = "calls in flight; those beyond get 429")
    private @Nullable Integer atMost;

    @Option(names = "--per-minute", description = "calls in a minute; those beyond get 429")
    private @Nullable Integer perMinute;

    @Option(
            names = "--faults",
            split = ",",
            paramLabel = "FAULT=PERCENT",
            description =
                    "429=10,500=5,disconnect=3,malformed=3,short=3,slow=2; also cut, hang, stall."
                            + " A slow answer takes 30 times the latency")
    private Map<String, Integer> faults = new LinkedHashMap<>();

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "the same one gives the same faults")
    private long seed;

    @Option(
            names = "--tokens",
            defaultValue = "thirds",
            description =
                    "thirds of the code points, or openai: the tokenizer that Hanji estimates with")
    private Counter counter;

    @Option(names = "--lean", description = "keeps figures only, no requests")
    private boolean lean;

    @Option(names = "--minutes", defaultValue = "60", description = "when it stops itself")
    private long minutes;

    @Option(names = "--until-eof", description = "stops too when its input is closed")
    private boolean untilEof;

    /// The command line of it.
    static CommandLine commandLine() {
        return new CommandLine(new StubModelServerMain()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        try (StubModelServer server = start()) {
            CountDownLatch end = new CountDownLatch(1);
            if (untilEof) {
                Thread.ofVirtual()
                        .start(() -> {
                            drain(System.in);
                            end.countDown();
                        });
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println(server.baseUrl());
            out.flush();
            end.await(minutes, TimeUnit.MINUTES);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The server that the options ask for.
    StubModelServer start() {
        Duration each = Duration.ofMillis(latency);
        FaultMix mix = mix(each);
        Function<JsonNode, String> answers = tmx == null ? new EchoAnswers() : TmxAnswers.read(tmx);
        StubModelServer server =
                StubModelServer.start(port, answers).latency(each, jitter).always(mix);
        if (atMost != null) {
            server.atMost(atMost);
        }
        if (perMinute != null) {
            server.atMost(perMinute, Duration.ofMinutes(1));
        }
        if (counter == Counter.OPENAI) {
            server.tokens(Tokens::count);
        }
        return lean ? server.lean() : server;
    }

    private FaultMix mix(Duration each) {
        try {
            return new FaultMix(seed).with(faults, each);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--faults: " + e.getMessage());
        }
    }

    private static void drain(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // as good as its end
        }
    }
}
