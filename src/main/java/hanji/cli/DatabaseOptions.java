package hanji.cli;

import hanji.account.AuditAction;
import hanji.account.AuditLog;
import hanji.store.BackupSummary;
import hanji.store.Database;
import hanji.store.DatabaseAddress;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What `backup` and `restore` have in common.
final class DatabaseOptions {

    @Parameters(paramLabel = "FILE", description = "the backup")
    Path file = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the folder of the H2 file; default: ./data")
    @Nullable Path data;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "jdbc:postgresql://… instead of the H2 file; default: hanji.db.url")
    @Nullable String db;

    @Option(names = "--verbose", description = "show where an error comes from")
    boolean verbose;

    DatabaseAddress address() {
        return Settings.address(data, db);
    }

    /// Writes down that it was done.
    void log(Database database, AuditAction action) {
        new AuditLog(Clock.systemUTC())
                .write(
                        database,
                        Settings.operator(),
                        action,
                        "backup",
                        file.getFileName().toString());
    }

    /// Says on standard error what was done.
    void tell(String done, BackupSummary summary) {
        System.err.printf(
                "%s %s: %,d rows of %d tables, schema %s, taken %s%n",
                file, done, summary.rows(), summary.tables(), summary.schema(), summary.takenAt());
    }
}
