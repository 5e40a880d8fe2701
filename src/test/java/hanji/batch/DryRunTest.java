package hanji.batch;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.llm.Tokens;
import hanji.segment.Language;
import hanji.testing.Engine;
import hanji.testing.ModelSettings;
import hanji.testing.Shared;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import hanji.testing.TmxAnswers;
import hanji.workbench.Only;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is told beforehand and what is then used, on a real digest that is answered from its
/// reference translations.
@EnabledIf("hanji.testing.Shared#present")
@Timeout(60)
class DryRunTest {

    @AutoClose
    private final StubModelServer server =
            StubModelServer.start(
                    TmxAnswers.read(Shared.dir("reference").resolve("2024-01-26.tmx")));

    @AutoClose private final TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2);
    private Engine engine;
    private List<String> digests;

    @BeforeEach
    void engine() throws IOException {
        server.tokens(Tokens::count);
        engine =
                new Engine(
                        database.address(),
                        ModelSettings.openAi(server.baseUrl(), 8),
                        Batches.HEARTBEAT,
                        Budget.UNLIMITED);
        digests = engine.add(List.of(Shared.dir("digests").resolve("2024/01/26.md")));
        engine.batches.start();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KO")
    void it_tells_within_a_tenth_what_a_real_digest_takes(Language language) throws Exception {
        BatchOrder order = Engine.order(digests, List.of(language), Only.MISSING, null);

        Batches.DryRun told = engine.batches.dryRun(order);
        Batch batch = engine.batches.create(order, null, Engine.CALLER).batch();
        BatchProgress done = engine.finished(batch.id());

        assertThat(done.counts()).isEqualTo(new BatchProgress.Counts(90, 90, 0, 0, 0));
        assertThat(told.estimate().calls()).isEqualTo(14).isEqualTo(server.calls());
        assertThat(told.estimate().tokensIn()).isEqualTo(done.spent().tokensIn());
        long used = done.spent().tokensIn() + done.spent().tokensOut();
        assertThat(told.estimate().tokensIn() + told.estimate().tokensOut())
                .isBetween(used * 9 / 10, used * 11 / 10);
        assertThat(told.estimate().tokensOut())
                .isBetween(done.spent().tokensOut() * 9 / 10, done.spent().tokensOut() * 11 / 10);
    }
}
