package hanji.store;

import hanji.segment.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The folder that holds what Hanji keeps. One server may use it at a time; the command line may
/// beside it.
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lockFile;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel lockFile, FileLock lock) {
        this.path = path;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /// Creates the folder where it is missing.
    ///
    /// @throws Problem (set-up) when it cannot be written
    public static Path usable(Path path) {
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, "hanji", ".probe"));
            return path;
        } catch (IOException e) {
            throw new Problem(
                            Problem.Kind.SETUP,
                            "The data folder %s cannot be written: make it writable, free some space, or choose another with --data.",
                            path.toAbsolutePath())
                    .causedBy(e);
        }
    }

    /// Claims the folder for a server, until it is closed or the process ends.
    ///
    /// @throws Problem (set-up) when another server has it
    public static DataFolder claim(Path path) {
        usable(path);
        try {
            FileChannel file =
                    FileChannel.open(
                            path.resolve("server.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = tryLock(file);
            if (lock == null) {
                file.close();
                throw Problem.setup(
                        "Another Hanji server uses the data folder %s: stop it, or choose another with --data.",
                        path.toAbsolutePath());
            }
            return new DataFolder(path, file, lock);
        } catch (IOException e) {
            throw new Problem(
                            Problem.Kind.SETUP,
                            "The data folder %s cannot be locked: %s",
                            path.toAbsolutePath(),
                            e.getMessage())
                    .causedBy(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            throw new Problem(Problem.Kind.STORAGE, "The data folder %s cannot be released.", path)
                    .causedBy(e);
        }
    }
}
