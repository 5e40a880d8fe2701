package hanji.store;

import hanji.segment.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;

/// Puts a backup into a database: all of it or, whatever goes wrong, nothing.
public final class Restore {

    private final BackupFile backup;

    private Restore(BackupFile backup) {
        this.backup = backup;
    }

    /// Restores a backup. The whole file is checked first; then one transaction takes what is kept
    /// out and puts the backup's rows in. A server may run meanwhile: it waits, or tells people to
    /// try again.
    ///
    /// A backup of an older schema is put into a database of that schema in a temporary folder,
    /// brought up to date there as a start of this Hanji would, and restored from there.
    ///
    /// @param replace whether rows that are there may go
    /// @throws Problem (bad input) for a file that is damaged or newer than this program;
    ///   (conflict) for a database that is in use; (set-up, storage) as [Database#open] and its
    ///   transactions
    public static BackupSummary of(Path file, DatabaseAddress address, boolean replace) {
        List<MigrationVersion> known = Schema.versions();
        try (BackupFile backup = BackupFile.open(file)) {
            BackupSummary summary = backup.manifest().summary();
            MigrationVersion version = version(file, summary.schema(), known);
            backup.verify();
            if (version.equals(known.getLast())) {
                new Restore(backup).into(address, replace);
            } else {
                new Restore(backup).raised(address, replace);
            }
            return summary;
        }
    }

    private static MigrationVersion version(
            Path file, String schema, List<MigrationVersion> known) {
        return known.stream()
                .filter(version -> version.getVersion().equals(schema))
                .findFirst()
                .orElseThrow(() ->
                        Problem.badInput(
                                "%s is of a newer Hanji: it has schema %s, and this one knows schemas up to %s. Restore it with that Hanji. Nothing was changed.",
                                file, schema, known.getLast()));
    }

    private void raised(DatabaseAddress address, boolean replace) {
        try {
            Path folder = Files.createTempDirectory("hanji-restore");
            try {
                DatabaseAddress old = DatabaseAddress.inFolder(folder);
                try (Database database = Database.at(old, backup.manifest().schema())) {
                    load(database);
                }
                Database.open(old).close();
                Path raised = folder.resolve("raised.zip");
                Backup.take(old, raised, false);
                try (BackupFile current = BackupFile.open(raised)) {
                    new Restore(current).into(address, replace);
                }
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new Problem(
                            Problem.Kind.STORAGE,
                            "An older backup is brought up to date in the temporary folder %s, which cannot be used. Nothing was changed; free some space there and try again.",
                            System.getProperty("java.io.tmpdir"))
                    .causedBy(e);
        }
    }

    private void load(Database database) {
        database.alone(connection -> {
            new Loading(database.dialect(), connection, backup).load();
            return null;
        });
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void into(DatabaseAddress address, boolean replace) {
        if (address.folder() != null) {
            DataFolder.usable(address.folder());
        }
        Map<String, Long> usual = replace ? Map.of() : usual();
        try (Database database = Database.open(address)) {
            if (!replace) {
                // before anybody is disturbed
                database.snapshot(connection -> {
                    requireEmpty(connection, address, usual);
                    return null;
                });
            }
            database.alone(connection -> {
                Loading loading = new Loading(database.dialect(), connection, backup);
                loading.lock();
                if (!replace) {
                    requireEmpty(connection, address, usual);
                }
                loading.load();
                return null;
            });
        }
    }

    /// How many rows each table of a new database has.
    private static Map<String, Long> usual() {
        String name = "usual-" + UUID.randomUUID();
        try (Database empty = Database.open(DatabaseAddress.inMemory(name))) {
            return empty.alone(connection -> {
                Map<String, Long> counts = counts(connection);
                Dialect.execute(connection, "set db_close_delay 0");
                return counts;
            });
        }
    }

    private static void requireEmpty(
            Connection connection, DatabaseAddress address, Map<String, Long> usual)
            throws SQLException {
        if (!counts(connection).equals(usual)) {
            throw Problem.conflict(
                    "The database %s is in use already, and nothing in it was changed: restore into a new one, or give --replace to put the backup in the place of everything in it.",
                    address.shown());
        }
    }

    private static Map<String, Long> counts(Connection connection) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (Table table : Tables.kept(connection)) {
            counts.put(
                    table.name(),
                    Dialect.number(
                            connection, "select count(*) from " + Table.quoted(table.name())));
        }
        return counts;
    }
}
