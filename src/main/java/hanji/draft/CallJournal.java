package hanji.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import hanji.segment.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Calls between the moment they end and the moment the database has them: a line each in a file of
/// this process. The database takes calls in groups, for a commit of an embedded one costs more
/// than a hundred lines here; what a killed process left is taken over by the next one that starts,
/// so an answer that arrived is not paid for again.
final class CallJournal implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CallJournal.class);

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    /// Knows calls before the first one comes: what a process is asked in its first second must not
    /// wait to be safe.
    private static final ObjectWriter LINE = JSON.writerFor(Call.class);

    private final Path file;
    private final FileChannel lines;
    private int open;

    private CallJournal(Path file, FileChannel lines) {
        this.file = file;
        this.lines = lines;
    }

    /// Starts a journal, after what earlier processes left in the folder has been kept.
    ///
    /// @param keep writes calls to the database
    static CallJournal start(Path folder, Consumer<List<Call>> keep) {
        try {
            Files.createDirectories(folder);
            takeOver(folder, keep);
            Path file = folder.resolve(UUID.randomUUID() + ".jsonl");
            FileChannel lines =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lines.lock();
            return new CallJournal(file, lines);
        } catch (IOException e) {
            throw new Problem(
                            Problem.Kind.SETUP,
                            "The folder %s cannot be written: make it writable, or choose another with --data.",
                            folder)
                    .causedBy(e);
        }
    }

    private static void takeOver(Path folder, Consumer<List<Call>> keep) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".jsonl")).toList()) {
                takeOverOne(file, keep);
            }
        }
    }

    /// A file that is locked belongs to a process that lives.
    private static void takeOverOne(Path file, Consumer<List<Call>> keep) throws IOException {
        try (FileChannel left = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = left.tryLock()) {
            if (lock != null) {
                keep.accept(read(file));
                Files.delete(file);
            }
        } catch (OverlappingFileLockException _) {
            LOG.debugf("%s is another part's of this process", file);
        }
    }

    /// The last line may be half: its process was killed while writing.
    private static List<Call> read(Path file) throws IOException {
        List<Call> calls = new ArrayList<>();
        for (String line :
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
            try {
                if (!line.isBlank()) {
                    calls.add(JSON.readValue(line, Call.class));
                }
            } catch (JsonProcessingException e) {
                LOG.debugf(e, "%s ends in the middle of a line", file);
            }
        }
        return calls;
    }

    void add(Call call) {
        try {
            byte[] line = (LINE.writeValueAsString(call) + "\n").getBytes(StandardCharsets.UTF_8);
            write(ByteBuffer.wrap(line));
        } catch (IOException e) {
            // the database still gets it
            LOG.warnf("A call could not be written to %s: %s", file, e.getMessage());
        }
    }

    private synchronized void write(ByteBuffer line) throws IOException {
        open++;
        while (line.hasRemaining()) {
            lines.write(line);
        }
    }

    /// The database has one of the calls; when it has all, the file begins anew.
    synchronized void kept() {
        open--;
        try {
            if (open == 0) {
                lines.truncate(0);
            }
        } catch (IOException e) {
            LOG.warnf("%s could not be emptied: %s", file, e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (open == 0) {
                Files.deleteIfExists(file);
            }
            lines.close();
        } catch (IOException e) {
            LOG.warnf("%s could not be closed: %s", file, e.getMessage());
        }
    }
}
