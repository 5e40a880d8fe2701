package hanji.store;

import hanji.segment.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/// The migrations of a database, and those that this program has.
final class Schema {

    private final DatabaseAddress address;
    private final DataSource source;

    Schema(DatabaseAddress address, DataSource source) {
        this.address = address;
        this.source = source;
    }

    /// Brings the database to a version, or to the last one.
    ///
    /// @throws Problem (set-up) when it is ahead of this program, and then it is not touched
    void migrate(@Nullable String version) {
        FluentConfiguration configuration = configuration(source);
        if (version != null) {
            configuration.target(version);
        }
        Flyway flyway = configuration.load();
        requireKnown(flyway.info());
        flyway.migrate();
    }

    /// Changes nothing.
    ///
    /// @throws Problem (set-up) when Hanji keeps nothing here, or the database is ahead of this
    ///   program
    void requireThere() {
        MigrationInfoService info = info(source);
        if (info.current() == null) {
            throw Problem.setup(
                    "The database %s holds nothing of Hanji's: check --data or --db.",
                    address.shown());
        }
        requireKnown(info);
    }

    private void requireKnown(MigrationInfoService info) {
        MigrationInfo current = info.current();
        MigrationVersion last = versions(info).getLast();
        if (current != null && Objects.requireNonNull(current.getVersion()).isNewerThan(last)) {
            throw Problem.setup(
                    "The database %s was written by a newer Hanji: it has schema %s, and this Hanji knows schemas up to %s. Start the newer one, or choose another database.",
                    address.shown(), current.getVersion(), last);
        }
    }

    /// This program's own, oldest first.
    static List<MigrationVersion> versions() {
        JdbcDataSource nothing = new JdbcDataSource();
        nothing.setURL("jdbc:h2:mem:");
        return versions(info(nothing));
    }

    /// The last migration of a database, within a transaction of it.
    static String of(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row =
                        query.executeQuery(
                                "select \"version\" from \"%s\" where \"success\" and \"version\" is not null order by \"installed_rank\" desc"
                                        .formatted(Tables.HISTORY))) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<MigrationVersion> versions(MigrationInfoService info) {
        return Arrays.stream(info.all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .sorted()
                .toList();
    }

    private static MigrationInfoService info(DataSource source) {
        return configuration(source).load().info();
    }

    private static FluentConfiguration configuration(DataSource source) {
        return Flyway.configure(Database.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .connectRetries(0);
    }
}
