package hanji.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What every test of the running application shares: it boots once, on a free port, with a data
/// folder of its own and the sample digests.
///
/// Recorded answers are the default model. Beside them stand `stub` (a [StubModelServer]; a field
/// of that type in a test is set to it), `error` (the same server; tests that make it fail leave
/// `stub` usable), `slow` (given up after 300 ms) and `down` (nobody listens). With
/// `-Dhanji.test.db=postgresql` the data is kept by a PostgreSQL that is started here.
public final class TestServer implements QuarkusTestResourceLifecycleManager {

    private @Nullable StubModelServer stub;
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable Path data;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        try {
            data = Files.createTempDirectory("hanji-test");
            settings.put("hanji.data", data.toString());
            if ("postgresql".equals(System.getProperty("hanji.test.db"))) {
                postgres = EmbeddedPostgres.start();
                settings.put("hanji.db.url", postgres.getJdbcUrl("postgres", "postgres"));
                settings.put("hanji.db.user", "postgres");
                settings.put("hanji.db.password", "postgres");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stub = StubModelServer.start(new EchoAnswers());
        settings.put("quarkus.http.test-port", "0");
        settings.put("hanji.llm.default", "recorded");
        // the stub gives the source back, and tests count its calls
        settings.put("hanji.repair", "false");
        model(settings, "stub", stub.baseUrl(), "30s");
        model(settings, "error", stub.baseUrl(), "30s");
        model(settings, "slow", stub.baseUrl(), "300ms");
        model(settings, "down", "http://127.0.0.1:1/v1", "5s");
        return settings;
    }

    private static void model(
            Map<String, String> settings, String id, String baseUrl, String timeout) {
        String key = "hanji.llm.models." + id;
        settings.put(key + ".provider", "openai");
        settings.put(key + ".model", "stub");
        settings.put(key + ".base-url", baseUrl);
        settings.put(key + ".timeout", timeout);
        settings.put(key + ".price-in", "2");
        settings.put(key + ".price-out", "8");
    }

    @Override
    public void inject(TestInjector fields) {
        fields.injectIntoFields(stub, new TestInjector.MatchesType(StubModelServer.class));
    }

    @Override
    public void stop() {
        try {
            if (stub != null) {
                stub.close();
            }
            if (postgres != null) {
                postgres.close();
            }
            if (data != null) {
                delete(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
