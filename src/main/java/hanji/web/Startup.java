package hanji.web;

import hanji.account.Accounts;
import hanji.account.Editor;
import hanji.batch.Batches;
import hanji.batch.Redos;
import hanji.digest.DigestParser;
import hanji.draft.Drafter;
import hanji.memory.Memory;
import hanji.search.Search;
import hanji.segment.Problem;
import hanji.webhook.Webhooks;
import hanji.workbench.ImportOutcome;
import hanji.workbench.Workbench;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/// What a server does before it answers: refuse an open door, open the database, import the digests
/// it is given.
final class Startup {

    private static final Logger LOG = Logger.getLogger(Startup.class);

    void begin(
            @Observes StartupEvent event,
            ServerConfig config,
            Workbench workbench,
            Batches batches,
            Audit audit,
            Accounts accounts,
            Search search,
            Webhooks webhooks,
            Memory memory,
            Config settings) {
        if (config.auth() == Auth.LOCAL) {
            Loopback.check(config.host());
        }
        int added = 0;
        for (Path file : config.digests().stream().flatMap(Startup::files).toList()) {
            added += imported(workbench, audit, file) ? 1 : 0;
        }
        LOG.infof("%d digests, %d of them new", workbench.digestCount(), added);
        audit.configuration(Editor.HANJI, "hanji.*", ConfigurationText.hash(settings));
        if (config.auth() == Auth.FORM && accounts.list().isEmpty()) {
            LOG.warn(
                    "Nobody can come in yet: ./hanji user add NAME --role admin makes the first account.");
        }
        batches.start();
        search.start();
        webhooks.start();
        memory.start();
        Thread.ofVirtual().name("originals").start(() -> complete(workbench));
    }

    /// Once after an update, a minute for thousands of digests; nobody waits for it.
    private static void complete(Workbench workbench) {
        try {
            int digests = workbench.completeOriginals();
            if (digests > 0) {
                LOG.infof("The originals of %d digests are told from each other", digests);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Originals are told from each other at the next start: %s", e.getMessage());
        }
    }

    /// Before the database is closed: answers in flight are still to be kept.
    void end(
            @Observes ShutdownEvent event,
            Batches batches,
            Redos redos,
            Drafter drafter,
            Search search,
            Webhooks webhooks,
            Memory memory) {
        search.close();
        webhooks.close();
        memory.close();
        batches.close();
        redos.close();
        drafter.close();
    }

    private static Stream<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> walk = Files.walk(path)) {
            List<Path> files =
                    walk.filter(file -> file.toString().endsWith(".md"))
                            .filter(file ->
                                    !file.getFileName().toString().equalsIgnoreCase("README.md"))
                            .sorted()
                            .toList();
            return files.stream();
        } catch (IOException | UncheckedIOException e) {
            throw new Problem(Problem.Kind.SETUP, "The folder %s cannot be read.", path)
                    .causedBy(e);
        }
    }

    /// One bad file does not keep the others, or the server, from working.
    private static boolean imported(Workbench workbench, Audit audit, Path file) {
        try {
            byte[] bytes = read(file);
            String name = file.getFileName().toString();
            return audit.told(Editor.HANJI, workbench.importNews(name, bytes))
                    instanceof ImportOutcome.Created;
        } catch (Problem e) {
            LOG.warnf("%s was not imported: %s", file, e.sentence());
            return false;
        }
    }

    private static byte[] read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(DigestParser.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new Problem(
                            Problem.Kind.BAD_INPUT,
                            "The file %s cannot be read: check its name.",
                            file)
                    .causedBy(e);
        }
    }
}
