package hanji.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The stub by hand: prints its base URL, and stops itself after a while so that a forgotten one
/// does not stay.
@Command(name = "stub-model-server", mixinStandardHelpOptions = true)
final class StubModelServerMain implements Runnable {

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

    @Option(names = "--minutes", defaultValue = "60", description = "when it stops itself")
    private long minutes;

    @Override
    public void run() {
        Function<JsonNode, String> answers = tmx == null ? new EchoAnswers() : TmxAnswers.read(tmx);
        try (StubModelServer server = StubModelServer.start(port, answers)) {
            server.latency(Duration.ofMillis(latency));
            System.out.println(server.baseUrl());
            new CountDownLatch(1).await(minutes, TimeUnit.MINUTES);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
