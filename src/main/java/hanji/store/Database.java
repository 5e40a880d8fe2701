package hanji.store;

import hanji.segment.Problem;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/// The database, whichever it is. Everything that reads or writes goes through [#read] and
/// [#write], so that a full disk or a lost connection reaches people as a [Problem] and never as
/// half a change.
public final class Database implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Database.class);

    /// Enough for the pages of a team; a connection is held for milliseconds only.
    private static final int MAX_CONNECTIONS = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AgroalDataSource source;
    private final boolean embedded;
    private final Dialect dialect;
    private final Jdbi jdbi;

    private Database(AgroalDataSource source, boolean embedded) {
        this.source = source;
        this.embedded = embedded;
        this.dialect = embedded ? Dialect.H2 : Dialect.POSTGRESQL;
        this.jdbi = Jdbi.create(source);
    }

    /// Opens a database and brings its schema up to date.
    ///
    /// @throws Problem (set-up) when it cannot be reached or used, saying why; one that a newer
    ///   Hanji wrote is not touched
    public static Database open(DatabaseAddress address) {
        return open(address, schema -> schema.migrate(null));
    }

    /// Opens a database and brings its schema to a version that is not the last.
    static Database at(DatabaseAddress address, String version) {
        return open(address, schema -> schema.migrate(version));
    }

    /// Opens a database that is there, with the schema that it has.
    ///
    /// @throws Problem (set-up) as [#open], and when there is none
    static Database existing(DatabaseAddress address) {
        return open(address.existing(), Schema::requireThere);
    }

    private static Database open(DatabaseAddress address, Consumer<Schema> preparing) {
        AgroalDataSource source = connect(address);
        try {
            preparing.accept(new Schema(address, source));
            return new Database(source, address.embedded());
        } catch (RuntimeException e) {
            source.close();
            throw StorageFailure.opening(address, e);
        }
    }

    private static AgroalDataSource connect(DatabaseAddress address) {
        AgroalDataSourceConfigurationSupplier configuration =
                new AgroalDataSourceConfigurationSupplier();
        configuration
                .connectionPoolConfiguration()
                .maxSize(MAX_CONNECTIONS)
                .acquisitionTimeout(PATIENCE)
                // a server may have restarted since a connection was used last
                .connectionValidator(ConnectionValidator.defaultValidator())
                .validateOnBorrow(true)
                .exceptionSorter(StorageFailure::lost)
                .connectionFactoryConfiguration()
                .connectionProviderClassName(address.driver())
                .jdbcUrl(address.url())
                .principal(new NamePrincipal(address.user()))
                .credential(new SimplePassword(address.password()));
        try {
            return AgroalDataSource.from(configuration);
        } catch (SQLException e) {
            throw StorageFailure.opening(address, e);
        }
    }

    /// Runs queries in one transaction that sees one state of the data.
    public <T extends @Nullable Object> T read(HandleCallback<T, RuntimeException> work) {
        return guarded(TransactionIsolationLevel.REPEATABLE_READ, work);
    }

    /// Runs changes in one transaction: all of them are kept, or none. What others commit meanwhile
    /// is seen: lock first, then read.
    public <T extends @Nullable Object> T write(HandleCallback<T, RuntimeException> work) {
        return guarded(TransactionIsolationLevel.READ_COMMITTED, work);
    }

    private <T extends @Nullable Object> T guarded(
            TransactionIsolationLevel isolation, HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.inTransaction(isolation, (Handle handle) -> work.withHandle(handle));
        } catch (JdbiException e) {
            throw failed(e);
        }
    }

    private static Problem failed(Exception failure) {
        Problem problem = StorageFailure.using(failure);
        LOG.error(problem.sentence(), failure);
        return problem;
    }

    /// Something done with a connection.
    interface Work<T, X extends Exception> {
        T with(Connection connection) throws SQLException, X;
    }

    /// Reads in one transaction that sees one state of all tables, however long it takes.
    <T, X extends Exception> T snapshot(Work<T, X> work) throws X {
        try (Handle handle = jdbi.open()) {
            Connection connection = handle.getConnection();
            int usual = connection.getTransactionIsolation();
            connection.setTransactionIsolation(dialect.snapshot().intValue());
            try {
                return transaction(handle, work);
            } finally {
                connection.setTransactionIsolation(usual);
            }
        } catch (SQLException | JdbiException e) {
            throw failed(e);
        }
    }

    /// Changes everything in one transaction, while nobody else reads or writes; what others had
    /// begun on an embedded database is rolled back.
    <T, X extends Exception> T alone(Work<T, X> work) throws X {
        try (Handle handle = jdbi.open()) {
            Connection connection = handle.getConnection();
            dialect.begin(connection);
            try {
                return transaction(handle, work);
            } finally {
                dialect.end(connection);
            }
        } catch (SQLException | JdbiException e) {
            throw failed(e);
        }
    }

    private static <T, X extends Exception> T transaction(Handle handle, Work<T, X> work)
            throws SQLException, X {
        handle.begin();
        try {
            T result = work.with(handle.getConnection());
            handle.commit();
            return result;
        } finally {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
        }
    }

    Dialect dialect() {
        return dialect;
    }

    /// For a library that brings its own SQL.
    public DataSource source() {
        return source;
    }

    /// Whether this process has the database to itself; several may work on a server's.
    public boolean embedded() {
        return embedded;
    }

    @Override
    public void close() {
        source.close();
    }
}
