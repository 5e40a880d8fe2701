package hanji.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import hanji.segment.Problem;
import hanji.store.Manifest.Column;
import hanji.store.Manifest.TableEntry;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A backup that somebody gives. Nothing it says is believed before it is checked, and nothing in
/// it is written to a file.
final class BackupFile implements AutoCloseable {

    private static final int LARGEST_MANIFEST = 1 << 20;

    /// The text of a column; a digest has a few MiB at most.
    private static final int LONGEST_TEXT = 64 << 20;

    /// Rows as JSON shrink to a tenth or a twentieth. A file that says it grows to a hundredfold
    /// was made to fill a disk; small ones do no harm.
    private static final int MOST_GROWTH = 100;

    private static final long HARMLESS = 64L << 20;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
                    .build();

    /// Takes rows, in the order of the table's columns.
    interface Rows {
        void add(@Nullable Object[] row) throws SQLException;
    }

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
    }

    /// Reads a backup's manifest.
    ///
    /// @throws Problem (bad input) for a file that is none, or is damaged
    static BackupFile open(Path path) {
        if (!Files.isReadable(path)) {
            throw Problem.badInput(
                    Files.exists(path)
                            ? "%s cannot be read: give a file that you may read."
                            : "There is no file %s: check its name.",
                    path);
        }
        try {
            ZipFile zip = new ZipFile(path.toFile());
            try {
                Manifest manifest = manifest(path, zip);
                BackupFile file = new BackupFile(path, zip, manifest);
                file.checkForm();
                return file;
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(path, "it is no backup of Hanji's, or a part of one", e);
        }
    }

    private static Manifest manifest(Path path, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw damaged(path, "it has no " + Manifest.NAME, null);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] json = in.readNBytes(LARGEST_MANIFEST + 1);
            CRC32 sum = new CRC32();
            sum.update(json);
            if (json.length > LARGEST_MANIFEST || sum.getValue() != entry.getCrc()) {
                throw damaged(path, "its %s is damaged".formatted(Manifest.NAME), null);
            }
            return Manifest.read(json);
        }
    }

    private void checkForm() throws IOException {
        if (!manifest.format().equals(Manifest.FORMAT)) {
            throw damaged("it is no backup of Hanji's", null);
        }
        if (manifest.version() != Manifest.VERSION) {
            throw Problem.badInput(
                    "%s has the format %d of a newer Hanji, and this one reads format %d: restore it with that Hanji. Nothing was changed.",
                    path, manifest.version(), Manifest.VERSION);
        }
        List<String> expected = new ArrayList<>(List.of(Manifest.NAME));
        manifest.tables().forEach(table -> expected.add(table.file()));
        List<String> there = new ArrayList<>();
        zip.entries().asIterator().forEachRemaining(entry -> there.add(entry.getName()));
        expected.sort(null);
        there.sort(null);
        if (!expected.equals(there)) {
            throw damaged(path, "its files are not those that it names", null);
        }
        long grown = 0;
        for (TableEntry table : manifest.tables()) {
            if (table.bytes() < 0 || table.bytes() > Long.MAX_VALUE - grown) {
                throw damaged(path, "a size in it is none", null);
            }
            grown += table.bytes();
        }
        if (grown > HARMLESS && grown / MOST_GROWTH > Files.size(path)) {
            throw damaged(
                    path,
                    "it would grow to more than %d times its size".formatted(MOST_GROWTH),
                    null);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /// Reads all of it.
    ///
    /// @throws Problem (bad input) when anything is not as the manifest says
    void verify() {
        try {
            for (TableEntry table : manifest.tables()) {
                read(table, _ -> {});
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no database is asked", e);
        }
    }

    /// Reads a table's rows.
    ///
    /// @throws Problem (bad input) when they are not what the manifest says, at the latest after
    ///   the last row
    void read(TableEntry table, Rows to) throws SQLException {
        long rows = 0;
        try (Summed in = new Summed(zip.getInputStream(zip.getEntry(table.file())), table.bytes());
                JsonParser json = JSON.createParser(in)) {
            Map<String, Integer> places = new HashMap<>();
            for (Column column : table.columns()) {
                places.put(column.name(), places.size());
            }
            for (; json.nextToken() != null; rows++) {
                to.add(row(json, table.columns(), places));
            }
            boolean whole =
                    rows == table.rows()
                            && in.bytes == table.bytes()
                            && HexFormat.of().formatHex(in.sum.digest()).equals(table.sha256());
            if (!whole) {
                throw damaged(
                        path, "its table %s is not what was saved".formatted(table.name()), null);
            }
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw damaged(path, "its table %s cannot be read".formatted(table.name()), e);
        }
    }

    private static @Nullable Object[] row(
            JsonParser json, List<Column> columns, Map<String, Integer> places) throws IOException {
        @Nullable Object[] row = new @Nullable Object[columns.size()];
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("a row begins with " + json.currentToken());
        }
        int there = 0;
        for (; json.nextToken() == JsonToken.FIELD_NAME; there++) {
            Integer place = places.get(json.currentName());
            if (place == null) {
                throw new IllegalArgumentException("no column " + json.currentName());
            }
            json.nextToken();
            row[place] = columns.get(place).type().parse(json);
        }
        if (there != row.length) {
            throw new IllegalArgumentException("a row with %d columns".formatted(there));
        }
        return row;
    }

    Problem damaged(String how, @Nullable Exception cause) {
        return damaged(path, how, cause);
    }

    private static Problem damaged(Path path, String how, @Nullable Exception cause) {
        String sentence =
                "%s cannot be restored: %s. Nothing was changed; take another copy of it."
                        .formatted(path, how);
        return cause == null
                ? Problem.badInput(sentence)
                : new Problem(Problem.Kind.BAD_INPUT, sentence).causedBy(cause);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new Problem(Problem.Kind.STORAGE, "%s cannot be closed.", path).causedBy(e);
        }
    }

    /// Counts and sums what is read, and ends where it should.
    private static final class Summed extends FilterInputStream {

        private final MessageDigest sum = Manifest.sha256();
        private final long most;
        private long bytes;

        Summed(InputStream in, long most) {
            super(Objects.requireNonNull(in));
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            if (read > 0) {
                sum.update(into, from, read);
                bytes += read;
            }
            if (bytes > most) {
                throw new IOException("longer than its manifest says");
            }
            return read;
        }
    }
}
