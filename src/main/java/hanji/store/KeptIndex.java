package hanji.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A Lucene index, on disk or in memory. One that is damaged, or of another make, is thrown away:
/// all of it comes from the database.
public final class KeptIndex implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(KeptIndex.class);

    private static final String FORMAT = "format";

    /// Merged segments come off in pieces of this size; some ten thousand bullets fit.
    private static final double BUFFER_MB = 16;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Analyzer analyzer;
    private boolean dirty;

    private KeptIndex(Directory directory, Analyzer analyzer, String format, IndexWriter writer)
            throws IOException {
        this.directory = directory;
        this.analyzer = analyzer;
        this.writer = writer;
        writer.setLiveCommitData(Map.of(FORMAT, format).entrySet());
        this.searchers = new SearcherManager(writer, null);
    }

    /// Opens what is there, or begins a new one.
    ///
    /// @param folder null for memory, which also serves when another process has the folder
    /// @param format of what is in it; another one is not read
    /// @param analyzer of its fields
    public static KeptIndex open(@Nullable Path folder, String format, Analyzer analyzer)
            throws IOException {
        if (folder == null) {
            return open(new ByteBuffersDirectory(), format, analyzer);
        }
        Files.createDirectories(folder);
        try {
            return usable(folder, format)
                    ? open(FSDirectory.open(folder), format, analyzer)
                    : fresh(folder, format, analyzer);
        } catch (LockObtainFailedException e) {
            LOG.warnf(
                    "Another process has the index %s open: this one keeps its own in memory.",
                    folder);
            return open(new ByteBuffersDirectory(), format, analyzer);
        } catch (IOException | RuntimeException e) {
            LOG.infof("The index %s is not usable and is made again: %s", folder, e);
            return fresh(folder, format, analyzer);
        }
    }

    private static KeptIndex open(Directory directory, String format, Analyzer analyzer)
            throws IOException {
        IndexWriter writer = null;
        try {
            writer =
                    new IndexWriter(
                            directory,
                            new IndexWriterConfig(analyzer).setRAMBufferSizeMB(BUFFER_MB));
            return new KeptIndex(directory, analyzer, format, writer);
        } catch (IOException | RuntimeException e) {
            if (writer != null) {
                writer.rollback();
            }
            directory.close();
            throw e;
        }
    }

    /// Reads every byte once: a few megabytes.
    private static boolean usable(Path folder, String format) throws IOException {
        try (Directory directory = FSDirectory.open(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return false;
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                for (LeafReaderContext leaf : reader.leaves()) {
                    ((CodecReader) leaf.reader()).checkIntegrity();
                }
                return format.equals(reader.getIndexCommit().getUserData().get(FORMAT));
            }
        }
    }

    private static KeptIndex fresh(Path folder, String format, Analyzer analyzer)
            throws IOException {
        // whoever writes there holds this lock
        try (Directory directory = FSDirectory.open(folder);
                var _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    Files.delete(folder.resolve(file));
                }
            }
        } catch (LockObtainFailedException e) {
            LOG.warnf(
                    "Another process has the index %s open: this one keeps its own in memory.",
                    folder);
            return open(new ByteBuffersDirectory(), format, analyzer);
        }
        return open(FSDirectory.open(folder), format, analyzer);
    }

    public IndexWriter writer() {
        dirty = true;
        return writer;
    }

    public Analyzer analyzer() {
        return analyzer;
    }

    /// Something done with what was there at the last [#refresh].
    public interface Reading<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    public <T> T read(Reading<T> reading) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return reading.with(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /// What a killed process leaves is what stood here.
    public void commit() throws IOException {
        if (dirty) {
            writer.commit();
            dirty = false;
        }
    }

    /// Of what is in its folder; 0 in memory.
    public long bytes() throws IOException {
        long bytes = 0;
        if (directory instanceof FSDirectory) {
            for (String file : directory.listAll()) {
                bytes += directory.fileLength(file);
            }
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }

    /// Lets go of one that cannot be used any more.
    public void abandon() {
        try {
            searchers.close();
            writer.rollback();
            directory.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("while letting go of an index", e);
        }
    }
}
