package hanji.bench;

import hanji.batch.BatchProgress;
import hanji.batch.Batches;
import hanji.store.DatabaseAddress;
import hanji.testing.Engine;
import hanji.testing.ModelSettings;
import hanji.workbench.Only;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The whole engine over an H2 file: planning, request building, cache, calls, checks, database.
/// Importing the digests is not measured.
final class EngineContestant implements Contestant {

    private final Workload workload;
    private @Nullable Path folder;
    private @Nullable Engine engine;
    private List<String> digests = List.of();

    EngineContestant(Workload workload) {
        this.workload = workload;
    }

    @Override
    public int calls() {
        try {
            return workload.requests().size();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void prepare(int inFlight) throws Exception {
        close();
        folder = Files.createTempDirectory("hanji-fanout");
        engine =
                new Engine(
                        DatabaseAddress.inFolder(folder),
                        ModelSettings.openAi(workload.baseUrl(), inFlight),
                        Batches.HEARTBEAT);
        digests = engine.add(workload.digests());
        engine.batches.start();
    }

    @Override
    public void run(int inFlight) throws Exception {
        Engine running = Objects.requireNonNull(engine);
        String batch =
                running.batches
                        .create(
                                Engine.order(digests, workload.languages(), Only.MISSING, null),
                                null,
                                Engine.CALLER)
                        .batch()
                        .id();
        BatchProgress progress = running.finished(batch);
        if (progress.counts().done() != progress.counts().total()) {
            throw new IllegalStateException("not all is done: " + progress);
        }
    }

    @Override
    public void close() throws Exception {
        if (engine != null) {
            engine.close();
        }
        if (folder != null) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }
}
