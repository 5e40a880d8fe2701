package hanji.testing;

import hanji.batch.BatchProgress;
import hanji.segment.Language;
import hanji.store.DatabaseAddress;
import hanji.workbench.Only;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process that drafts batches, to be killed: it imports digests, asks for one batch under a
/// fixed key (so that a second process finds the first one's) and says when the batch is over.
public final class EngineProcess implements AutoCloseable {

    public static final String KEY = "the one batch";

    /// Where and how a process works.
    ///
    /// @param address a folder for H2, or the address of a PostgreSQL
    /// @param digests the folder with the digests
    public record Setting(
            String address,
            String baseUrl,
            int inFlight,
            Duration heartbeat,
            Path digests,
            List<Language> languages) {

        DatabaseAddress database() {
            return address.startsWith("jdbc:")
                    ? DatabaseAddress.of(address, "postgres", "postgres")
                    : DatabaseAddress.inFolder(Path.of(address));
        }

        public Engine engine() {
            return new Engine(database(), ModelSettings.openAi(baseUrl, inFlight), heartbeat);
        }

        List<Path> files() throws IOException {
            try (Stream<Path> all = Files.walk(digests)) {
                return all.filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> !file.endsWith("README.md"))
                        .sorted()
                        .toList();
            }
        }
    }

    private final Process process;

    private EngineProcess(Process process) {
        this.process = process;
    }

    public static EngineProcess start(Setting setting) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineProcess.class.getName(),
                        setting.address(),
                        setting.baseUrl(),
                        String.valueOf(setting.inFlight()),
                        String.valueOf(setting.heartbeat().toMillis()),
                        setting.digests().toString(),
                        Language.tags(setting.languages())));
        return new EngineProcess(
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// Ends it as a crash does.
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /// Whether it ended because the batch was over.
    public boolean finished(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                && process.exitValue() == 0;
    }

    @Override
    public void close() {
        kill();
    }

    /// The process itself; it ends when the batch does, and after ten minutes in any case.
    public static void main(String[] args) throws Exception {
        Setting setting =
                new Setting(
                        args[0],
                        args[1],
                        Integer.parseInt(args[2]),
                        Duration.ofMillis(Long.parseLong(args[3])),
                        Path.of(args[4]),
                        Stream.of(args[5].split(", ")).map(Language::target).toList());
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        Thread.sleep(Duration.ofMinutes(10));
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(9);
                });
        try (Engine engine = setting.engine()) {
            List<String> digests = engine.add(setting.files());
            engine.batches.start();
            BatchProgress progress =
                    engine.finished(
                            engine.batches
                                    .create(
                                            Engine.order(
                                                    digests,
                                                    setting.languages(),
                                                    Only.MISSING,
                                                    null),
                                            KEY,
                                            Engine.CALLER)
                                    .batch()
                                    .id());
            System.exit(progress.counts().open() == 0 ? 0 : 1);
        }
    }
}
