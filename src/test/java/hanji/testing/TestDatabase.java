package hanji.testing;

import hanji.store.Database;
import hanji.store.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// An empty database of Hanji, of its own for each use. H2 is held in memory; one PostgreSQL serves
/// all tests of a process.
public final class TestDatabase implements AutoCloseable {

    public enum Kind {
        H2,
        POSTGRESQL
    }

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Kind kind;
    private final String name;
    private final DatabaseAddress address;
    private Database database;

    private TestDatabase(Kind kind, String name) {
        this.kind = kind;
        this.name = name;
        this.address =
                switch (kind) {
                    case H2 -> DatabaseAddress.inMemory(name);
                    case POSTGRESQL -> postgres(name);
                };
        this.database = Database.open(address);
    }

    public static TestDatabase of(Kind kind) {
        return new TestDatabase(kind, "test" + NUMBERS.incrementAndGet());
    }

    private static DatabaseAddress postgres(String name) {
        execute("create database %s template %s strategy file_copy".formatted(name, Migrated.NAME));
        return Server.address(name);
    }

    /// As the superuser of the PostgreSQL server.
    public static void execute(String sql) {
        try (Connection connection = Server.ONLY.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// Started when the first test wants it; stops with the process.
    private static final class Server {

        static final EmbeddedPostgres ONLY = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static DatabaseAddress address(String name) {
            return DatabaseAddress.of(ONLY.getJdbcUrl("postgres", name), "postgres", "postgres");
        }
    }

    /// With all tables: a copy of it is there sooner than one that is migrated itself.
    private static final class Migrated {

        static final String NAME = create("migrated");

        private static String create(String name) {
            execute("create database " + name);
            Database.open(Server.address(name)).close();
            return name;
        }
    }

    public DatabaseAddress address() {
        return address;
    }

    public Database database() {
        return database;
    }

    /// What a restart of the program does.
    public Database reopen() {
        database.close();
        database = Database.open(address);
        return database;
    }

    /// The rows of each table.
    public Map<String, Long> counts() {
        return database.read(handle -> {
            Map<String, Long> counts = new TreeMap<>();
            handle.createQuery(
                            "select table_name from information_schema.tables where table_schema = 'public'")
                    .mapTo(String.class)
                    .forEach(table ->
                            counts.put(
                                    table,
                                    handle.createQuery("select count(*) from \"" + table + "\"")
                                            .mapTo(Long.class)
                                            .one()));
            return counts;
        });
    }

    @Override
    public void close() {
        database.close();
        if (kind == Kind.POSTGRESQL) {
            // hundreds of them take a minute to delete when the process ends
            execute("drop database if exists %s with (force)".formatted(name));
        }
    }
}
