package hanji.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import hanji.segment.Problem;
import hanji.store.Manifest.Column;
import hanji.store.Manifest.TableEntry;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes everything that Hanji keeps into one file that any other of its databases takes: a ZIP of
/// a manifest and each table's rows as JSON Lines, all of one moment. Nobody has to stop.
public final class Backup {

    /// Rows the driver fetches at a time; a digest's content is some hundred KiB.
    private static final int FETCHED = 200;

    private static final JsonFactory JSON = new JsonFactory();

    private final Database database;
    private final Clock clock;

    private Backup(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Takes a backup of a database as it is, whatever its schema. The file is there whole or not
    /// at all; only its owner may read it.
    ///
    /// @param replace whether it may take the place of another file
    /// @throws Problem (set-up) for a database that is not there; (bad input) for a file that is;
    ///   (storage) when the file cannot be written
    public static BackupSummary take(DatabaseAddress address, Path file, boolean replace) {
        if (!replace && Files.exists(file)) {
            throw Problem.badInput(
                    "%s is there already: name another file, or give --force to replace it.", file);
        }
        try (Database database = Database.existing(address)) {
            return new Backup(database, Clock.systemUTC()).take(file);
        }
    }

    private BackupSummary take(Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        try {
            Path part = Files.createTempFile(folder, ".hanji", ".part");
            try {
                Manifest manifest = database.snapshot(connection -> write(connection, part));
                try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    written.force(true);
                }
                Files.move(
                        part,
                        file,
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
                return manifest.summary();
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new Problem(
                            Problem.Kind.STORAGE,
                            "%s cannot be written (%s): check the folder and its space, or name another file.",
                            file,
                            e.getClass().getSimpleName())
                    .causedBy(e);
        }
    }

    private Manifest write(Connection connection, Path file) throws SQLException, IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            List<TableEntry> tables = new ArrayList<>();
            for (Table table : Tables.kept(connection)) {
                zip.putNextEntry(new ZipEntry(TableEntry.file(table.name())));
                tables.add(write(connection, table, zip));
                zip.closeEntry();
            }
            Manifest manifest =
                    new Manifest(
                            Manifest.FORMAT,
                            Manifest.VERSION,
                            Schema.of(connection),
                            clock.instant().truncatedTo(ChronoUnit.SECONDS),
                            tables);
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(manifest.json());
            zip.closeEntry();
            return manifest;
        }
    }

    private TableEntry write(Connection connection, Table table, OutputStream to)
            throws SQLException, IOException {
        Summed out = new Summed(to);
        long rows = 0;
        try (JsonGenerator json = JSON.createGenerator(out);
                PreparedStatement query = connection.prepareStatement(table.selectAll())) {
            json.setPrettyPrinter(new MinimalPrettyPrinter(""));
            query.setFetchSize(FETCHED);
            try (ResultSet row = query.executeQuery()) {
                for (; row.next(); rows++) {
                    write(row, table, json);
                }
            }
        }
        return new TableEntry(
                table.name(),
                table.columns(),
                next(connection, table),
                rows,
                out.bytes,
                HexFormat.of().formatHex(out.sum.digest()));
    }

    private static void write(ResultSet row, Table table, JsonGenerator json)
            throws SQLException, IOException {
        json.writeStartObject();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            json.writeFieldName(column.name());
            column.type().write(json, column.type().read(row, i + 1));
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private Map<String, Long> next(Connection connection, Table table) throws SQLException {
        Map<String, Long> next = new TreeMap<>();
        for (String column : table.identities()) {
            next.put(column, database.dialect().next(connection, table.name(), column));
        }
        return next;
    }

    /// Counts and sums what goes through; the stream below stays open.
    private static final class Summed extends FilterOutputStream {

        private final MessageDigest sum = Manifest.sha256();
        private long bytes;

        Summed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            sum.update(some, from, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
